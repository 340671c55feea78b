"""Texts with characters above U+FFFF: added, joined, changed in case, encoded; surrogates stay what they are."""

snake, sharp, lone = "\U0001f40d", "\xdf", "\ud83d"


def sums(parts):
    made = []
    for left in parts:
        for right in parts:
            text = left + right
            made.append((len(text), text == left + right, text[-1:] == right[-1:] or not right, hash(text) == hash(left + right)))
    return made


parts = ["", "a", "abcdefg", "abcdefgh", "abcdefghijklmnop" * 5, "\u0436" * 3, snake, snake * 20, lone, "\udc0d", sharp]
print(sums(parts) == [(len(a) + len(b), True, True, True) for a in parts for b in parts])
for _ in range(60):
    sums(parts)
print(ascii("".join(parts))[-60:], len("".join(parts)))
print(ascii(snake.join(["a", "b", "\u0436", ""])), ascii(", ".join([snake, "x" * 9, lone + "\udc0d"])))
print(len(snake.join([])), ascii(snake.join(["q"])), ascii("-".join([snake])), ascii(lone.join([lone, lone])))


class Text(str):
    pass


print(type(Text(snake) + "").__name__, type("" + Text(snake)).__name__, type("".join([Text(snake)])).__name__)
try:
    snake.join(["a", 1])
except TypeError as e:
    print(e)


def cases(characters):
    return [(ascii(c.lower() + c.upper() + c.title() + c.casefold() + c.swapcase() + c.capitalize())) for c in characters]


strange = "\xdf\u0130\u0149\u01f0\u1e9e\u1f80\ufb00\ufb03\ufb17\u03a3\U00010400\U00010428\U0001e900" + snake + lone
print(cases(strange))
print(ascii((snake + "ABC\ufb03 \u03a3x \u03a3").lower()), ascii((snake + "abc\ufb03").upper()), ascii(("abc\u01c6" + snake).title()))
for c in (snake, snake + lone, "a" + snake + "\xe9"):
    print(c.encode("utf-8", "surrogatepass"), c.encode("utf-16-le", "surrogatepass"), c.encode("ascii", "backslashreplace"))
text = snake + "ab" * 40
print(ascii(text[0]), ascii(text[-1]), len(text + text), text.index("b"), (text + text).count(snake), text.isprintable())
