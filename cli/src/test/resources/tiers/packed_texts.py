"""Texts around seven characters, with any character, by every operation on them, made in every way."""

import zlib

LETTERS = ["a", "b", "Z", "\0", "\x7f", "\x80", "ÿ", "Ā", "\ud800", "😀"]


def texts():
    made = [""]
    number = 1
    for length in (1, 2, 3, 6, 7, 8, 9):
        for _ in range(12):
            text = ""
            for _ in range(length):
                number = number * 48271 % 2147483647
                # Most of them have nothing above U+00FF.
                text += LETTERS[number // 7 % len(LETTERS) if number % 7 == 0 else number % 5]
            made.append(text)
    return made


def alone(text):
    return (
        len(text), text[:3], text[2:], text[1:8], text[::-1], text[-2::-1], text[::2], text * 2, text.upper(),
        text.lower(), text.title(), text.isascii(), text.isalpha(), text.strip("a"), list(text), [ord(c) for c in text],
        text.encode("utf-8", "surrogatepass"), repr(text), "-".join(text), text.join(["a", "", "b"]), f"{text}{text[:1]}",
        text.replace("a", ""), text.replace("b", "xyz"), text.split("a"), text.center(9, "ÿ"), sorted(text),
    )  # fmt: skip


def together(a, b):
    return (
        a == b, a < b, a <= b, a in b, a.find(b), a.rfind(b, 1), a.find(b, 1, 3), a.count(b), a.startswith(b),
        a.endswith(b), a + b == f"{a}{b}", (a + b)[len(a) :] == b, hash(a + b) == hash("".join([a, b])), {a + b: 1}.get(f"{a}{b}"),
        a.partition(b or "x"), a.replace(b, "é"), a.replace(b, "", 1),
    )  # fmt: skip


def small(count):
    seen = 0
    for i in range(count):
        number = 9_999_900 + i
        seen += len(f"{i},{number}") + len(str(number)) + len(f"{i}") + (str(-i) in f"{-i}|")
        seen += f"{i % 12}:{i % 7}" in {"1:1", "11:0", "3:10"}
    return seen, str(9_999_999), str(10_000_000), f"{0}{-0}", f"{True}{None}"


def copies(count):
    """The same keys in dicts that have them at other places, or no more."""
    keys = [chr(97 + i) + str(i) for i in range(40)]
    pairs = [(i, key) for i, key in enumerate(keys)]
    total = 0
    for i in range(count):
        one = {key: i for key in keys}
        other = {key: -1 for key in reversed(keys)}
        table = {pair: 1 for pair in pairs}
        turned = dict(reversed(table.items()))
        del one[keys[i % 40]], other[keys[(i + 1) % 40]], table[pairs[i % 40]], turned[pairs[3]]
        for key, pair in zip(keys, pairs):
            total += one.get(key, 1) + other.get(key, 2) + table.get(pair, 3) + turned.get((pair[0], key), 4)
            if key in one and pair in table:
                total += one[key] + table[pair]
    return total


class Place:
    pass


def others(count):
    """Keys of other kinds: the very one, an equal one, none."""
    keys = [Place(), b"a", b"abc", None, 1.5, True, Place, frozenset("a"), len, 2**70]
    equal = [b"ab" + b"c", 3 / 2, 1, frozenset(["a"]), 2**69 * 2, Place(), b"abd"]
    total = 0
    for i in range(count):
        table = {key: j for j, key in enumerate(keys)}
        if i % 3 == 0:
            del table[keys[i % 10]]
        for key in keys + equal:
            if key in table:
                total += table[key]
            total += table.get(key, 100)
        total += len(keys[2]) + len(bytes(i % 5))
    return total


ALL = texts()
sums = []
for _ in range(20):
    checks = zlib.crc32(repr([alone(text) for text in ALL]).encode("ascii", "backslashreplace"))
    for a in ALL:
        for b in ALL[::5]:
            checks = zlib.crc32(repr(together(a, b)).encode("ascii", "backslashreplace"), checks)
    sums.append(checks)
print(len(set(sums)), sums[0])
print(len(set(ALL)), len({text: 1 for text in ALL}), sorted(ALL)[::9])
print(small(3000))
print(copies(300))
print(others(900))
for place in (7, -8):
    try:
        "sevenup"[place]
    except IndexError as error:
        print(error)
