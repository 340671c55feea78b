"""Lists, dicts and sets by comprehension, slices, unpacking, zip, enumerate, any and all."""

KIND = "pure"
SIZE = 230


def transpose(rows):
    return [list(row) for row in zip(*rows)]


def pairs(limit):
    return [(a, b, c) for a in range(1, limit) for b in range(a, limit) for c in (a * a + b * b,) if c % 5 == 0]


def group(words):
    result = {}
    for word in words:
        result.setdefault(len(word), []).append(word)
    return {size: sorted(found) for size, found in result.items() if len(found) > 1}


def rotate(items, count):
    first, *rest = items
    for _ in range(count):
        *rest, last = [first, *rest]
        first = last
    return [first, *rest]


def run(n):
    for _ in range(n):
        rows = [[i * j for j in range(30)] for i in range(30)]
        assert transpose(transpose(rows)) == rows
        assert all(row == column for row, column in zip(rows, transpose(rows)))
        found = pairs(40)
        assert any(a * a + b * b == 25 for a, b, c in found)
        words = [chr(97 + i % 26) * (i % 7 + 1) for i in range(300)]
        assert sum(len(each) for each in group(words).values()) == 300
        assert len({word[:1] for word in words}) == 26
        index = {word: i for i, word in enumerate(words)}
        assert len(index) == 182
        flat = [cell for row in rows for cell in row]
        assert flat[::-1][::-1] == flat and flat[2:-2:3][0] == flat[2]
        assert rotate(list(range(50)), 50) == list(range(50))
        assert sum([x if x & 1 else -x for x in flat]) == sum(x for x in flat if x & 1) - sum(x for x in flat if not x & 1)
