# Characters of texts, sorted and in order.


def orders(texts):
    found = []
    for text in texts:
        found.append("".join(sorted(text)))
        found.append(sorted(text, reverse=True))
        found.append(sorted(text, key=str.lower, reverse=len(text) & 1))
        found.append((list(text), tuple(text), max(text, default=""), len(set(text))))
    return found


def failing(text):
    class Truth:
        def __bool__(self):
            raise ValueError("truth")

    try:
        return sorted(text, reverse=Truth())
    except ValueError as error:
        return error.args


class Text(str):
    def __iter__(self):
        return iter("own")


TEXTS = [
    "", "a", "ba", "abc", "cab", "aaaaaaa", "zyxwvut", "\0b\0a", "ÿéA\x80", "listen", "a longer text, of words and more",
    "é" * 3 + "zz long enough", "€uro beside ascii", "\U0001F600b\U0001F600a", "x" * 50 + "a" * 50, "\x7f\0" * 9,
]
for _ in range(100):
    found = orders(TEXTS)
    late = "late"
    for n in range(40):
        late += chr(110 - n)
    found.append(sorted(late))
print(ascii(found))
print(failing("ba"), failing(""), sorted(Text("text")), list(Text("text")))
a, b = sorted("ba")
texts = "abc"
print(a is texts[0], b is texts[1])
