"""Short texts are sorted and repeated as numbers; tuples look for the key that they were found as last."""

letters = "abz\0\xe9\xffA "


def texts(count, step):
    number = 1
    for _ in range(count):
        number = number * step % 1000003
        yield "".join(letters[number >> 3 * i & 7] for i in range(number % 8))


def insertion(items, key=lambda item: item):
    done = []
    for item in items:
        at = len(done)
        while at and key(item) < key(done[at - 1]):
            at -= 1
        done.insert(at, item)
    return done


for step in (17, 331, 7919):
    words = list(texts(300, step))
    for part in (words, [word for word in words if word], [word for word in words if "\0" not in word and word],
                 [word[:3] for word in words if word], words[:5], words[:6], words[:23], words[:24], words + ["longer than seven"]):
        assert sorted(part) == insertion(part)
        assert sorted(part, reverse=True) == insertion(part[::-1])[::-1]
        pairs = [(word, i) for i, word in enumerate(part)]
        assert sorted(pairs, key=lambda pair: pair[0]) == insertion(pairs, lambda pair: pair[0])
        assert sorted(pairs) == insertion(pairs)
print(sorted(set(texts(60, 17)))[:12])


def repeated(text, count):
    return text * count


for text in ("", "x", "\xff", "\0", "ab", "\xe9b\0", "abc", "abcd", "abcdefg", "abcdefgh", "\u20ac", "\U0001f600"):
    for count in (-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9):
        made = repeated(text, count)
        assert list(made) == list(text) * count and made == "".join([text] * max(count, 0))
        assert {made: count}["".join([text for _ in range(count)])] == count
print(repeated("\xe9", 7), repeated("ab", 3), repeated("abc", 2), len(repeated("x", True)))
for count in (2**62, 2**63, -(2**70)):
    try:
        print(repr(repeated("ab", count)))
    except (MemoryError, OverflowError) as error:
        print(type(error).__name__, error)

cells = [(row, column) for row in range(6) for column in range(6)]
twins = [(row, column) for row, column in cells]
found = {cell: cell[0] * cell[1] for cell in cells}
other = {twin: "twin" for twin in twins}


def look(keys, where):
    return [where[key] for key in keys]


for turn in range(30):
    assert {twin for twin in twins} - {cells[turn]} == set(cells) - {twins[turn]}
    for keys in (cells, twins):
        assert look(keys, found) == [row * column for row, column in cells]
        assert look(keys, other) == ["twin"] * 36
    found[cells[turn]] = found[twins[turn]]
    try:
        look([(1, 1), (7, turn)], found)
    except KeyError as error:
        missing = error
print(missing, len(found))
