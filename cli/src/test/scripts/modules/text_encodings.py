"""Texts of all kinds of characters written to files, and JSON of them read back."""

import io
import json
import random

CHARACTERS = ["a", '"', "\\", "\n", "\u20ac", "\U0001f600", "\ud800", "\xe9", "/", "\t", "\0", "b c", "\x7f", "?"]


def word():
    return "".join(random.choice(CHARACTERS) for _ in range(random.randrange(8)))


def value(depth=0):
    match random.randrange(9 if depth < 3 else 6):
        case 0:
            return random.choice([None, True, 1.5, -7, 10**20])
        case 6:
            return [value(depth + 1) for _ in range(random.randrange(4))]
        case 7 | 8:
            return {word(): value(depth + 1) for _ in range(random.randrange(9))}
        case _:
            return word()


def outcome(action):
    try:
        return action()
    except ValueError as error:
        return "%s: %s" % (type(error).__name__, error)


random.seed(3)
for encoding in ("utf-8", "latin-1", "ascii", "utf-16-le", "utf-16-be"):
    for errors in ("strict", "replace", "surrogatepass"):
        below = io.BytesIO()
        stream = io.TextIOWrapper(below, encoding, errors, newline="")
        for _ in range(12):
            text = (word() + random.choice(["", "\udc80"])) * random.randrange(9)
            print(ascii(outcome(lambda: stream.write(text))), ascii(outcome(lambda: text.encode(encoding, errors))))
        stream.flush()
        print(below.getvalue())

for _ in range(60):
    original = value()
    text = json.dumps(original, ensure_ascii=random.random() < 0.5)
    print(ascii(text), json.loads(text) == original, json.JSONDecoder().raw_decode("xx%syy" % text, 2)[1])
    place = random.randrange(len(text) + 1)
    added = random.choice(['"', "\\", "x", "{", "]", ",", "\\u12", "\\ud83d\\ude00", "\\ud83d", " "])
    broken = text[:place] + added + text[place + random.randrange(2) :]
    for strict in (True, False):
        print(ascii(outcome(lambda: json.loads(broken, strict=strict))))
