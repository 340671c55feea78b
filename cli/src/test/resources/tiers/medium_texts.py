"""Texts around eight and fifteen characters: every operation on those that lie in numbers, and beside them."""

LETTERS = "aZ\0\x7f\x80\xff@[`{b\x88\x8f"


def texts():
    made = []
    for length in range(5, 19):
        for i in range(12):
            text = ""
            for j in range(length):
                text += LETTERS[(i * 31 + j * (i + 7) * 13) // 5 % len(LETTERS)]
            made.append(text)
        made.append("Digits0123456789abc"[:length])
        made.append("ā" + "x" * (length - 1))
    return made


def summed(parts):
    total = 0
    for part in parts:
        for character in str(part) + "|":
            total = (total * 31 + ord(character)) % 1000000007
    return total


def alone(text):
    length = len(text)
    yield text[::-1]
    yield text.lower()
    yield text.upper()
    yield text.isascii()
    yield "%s!" % text
    yield f"{text}{length}"
    yield f"{length}-{text[:5]}:{text[5:9]}"
    yield "".join(sorted(text))
    yield ",".join([text, text])
    yield "/".join(text)
    for at in range(length):
        yield text[at]
        yield text[-at]
        yield text[at:]
        yield text[: at + 1]
        yield text[at : at + 3]
        yield text[at : at + 9]
        yield text[at::-1]
        yield text[:at] + "x" + text[at:]
        yield text[:at] + text[at + 1 :]
    for letter in LETTERS + "ā0":
        yield text.find(letter)
        yield text.find(letter, 3, 10)
        yield text.rfind(letter)
        yield text.count(letter)
        yield letter in text
        yield text.replace(letter, "")
        yield text.replace(letter, "yz")
        yield text.strip(letter)
        yield text + letter
        yield letter + text
        yield letter * length
        yield text.startswith(letter)
        yield text.endswith(letter)


def together(a, b):
    yield a == b
    yield a < b
    yield a <= b
    yield a + b
    yield b[:3] + a
    yield a + b[2:5]
    yield b[1:4] in a
    yield b[:9] in a
    yield a.startswith(b[:5])
    yield a.startswith(b[:9])
    yield a.endswith(b[-3:])
    yield a.find(b[:2], 1)
    yield a.split(b[3])
    yield a.partition(b[2:4])
    yield a.replace(b[:2], b[3:5])


def keys(made):
    """Equal texts that were made in different ways are one key."""
    found = {}
    for text in made:
        built = ""
        for character in text:
            built = built + character
            found[built] = found.get(built, 0) + 1
        for other in ("".join(list(text)), text[:3] + text[3:], text.encode().decode(), f"{text[:9]}{text[9:]}"):
            assert other == text and hash(other) == hash(text) and other in found, text
            found[other] += 1
    return len(found), max(found.values()), summed(sorted(found)), summed(found.values())


def boards(count):
    """A board as a text, of which a character is replaced."""
    seen = {}
    board = "." * 9
    for i in range(count):
        at = i * i % 9
        board = board[:at] + "XO."[i % 3] + board[at + 1 :]
        if " " not in board and "X" in board:
            seen[board] = seen.get(board, 0) + 1
        digits = "123456789".replace(str(i % 9 + 1), "").replace("5", "")
        seen[digits] = len(digits)
    return len(seen), sum(seen.values()), board


made = texts()
for _ in range(2):
    print([summed(alone(text)) for text in made])
    print(summed(summed(together(a, b)) for a in made[::3] for b in made[::7]))
    print(keys(made))
    print(boards(3000))
