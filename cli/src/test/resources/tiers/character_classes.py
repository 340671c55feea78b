"""What kinds of characters texts have, of one and of more."""

NAMES = ["isalpha", "isalnum", "isdigit", "isspace", "isupper", "islower"]


def asked(text):
    return (
        text.isalpha() + 2 * text.isalnum() + 4 * text.isdigit() + 8 * text.isspace()
        + 16 * text.isupper() + 32 * text.islower()
    )  # fmt: skip


def numbers(text):
    at = 0
    while at < len(text):
        start = at
        while at < len(text) and text[at].isdigit():
            at += 1
        if at > start:
            yield int(text[start:at])
        at += 1


def key(i):
    return (i % 7, ("a", i % 3), (i % 2, (i % 5, None)))


for _ in range(3):
    print([asked(chr(i)) for i in range(256)])
    print([asked(chr(i)) for i in (0x100, 0x1C5, 0x660, 0x2028, 0x3000, 0x4E2D, 0x1D7D8, 0x10FFFF)])
    print([asked(text) for text in ("", "ab", "aB", "AB", "12", " \t", "a1", "²", "²3", "ªº", "Ǆa", "abcdefgh", "ABCDEFGHIJKLMNOPQ", "é9")])
    print(list(numbers("12 + 345*6 - x78")), all(getattr(" ", name)() == (name == "isspace") for name in NAMES))
    found = {}
    for i in range(500):
        found[key(i)] = found.get(key(i), 0) + 1
    print(len(found), found[key(3)], key(10) == key(220), key(10) == key(11), ((1, 2), (3.0,)) == ((1.0, True + 1), (3,)))
    nan = float("nan")
    print(((nan,),) == ((nan,),), ((nan,),) == ((float("nan"),),), ((1,), (2, 3)) < ((1,), (2, 4)), ((1,),) == ((1, 2),))
