# Slices of builtin sequences, read and set, and zip taken apart at once.


def cut(sequence, start, stop):
    return sequence[start:stop]


def turned(sequence, start, stop, step):
    return sequence[start:stop:step]


def put(items, start, stop, value):
    items[start:stop] = value
    return items


def attempt(call, *args):
    try:
        return call(*args)
    except Exception as e:
        return type(e).__name__, str(e)


BOUNDS = (None, 0, 1, 3, 7, 8, 100, -1, -3, -8, -9, -100, 2**40, -(2**40), 2**70, -(2**70))
for _ in range(4):
    total = 0
    for start in BOUNDS:
        for stop in BOUNDS:
            items = list(range(8))
            text = "abcdéfgh"
            for sequence in (items, text, tuple(items), bytes(items), bytearray(items), text + "\U0001f40d", range(8)):
                total = total * 31 + len(cut(sequence, start, stop))
                for step in (None, 1, 2, -1, -3, 2**70):
                    total = (total * 31 + len(turned(sequence, start, stop, step))) % 1000003
            assert cut(items, start, stop) is not items
            for value in (items, items[2:5], [], (1, 2), "xy", range(3), {5: 6}):
                total = (total * 31 + sum(map(ord, str(put(list(range(8)), start, stop, value))))) % 1000003
            both = put(items, start, stop, items)
            total = (total * 31 + sum(both) * len(both)) % 1000003
    print(total)
print(attempt(cut, [1, 2], "a", 1), attempt(put, [1], 0, 1, 5), attempt(turned, [1], 0, 1, 0), attempt(cut, 5, 0, 1))
print(turned([1, 2, 3], None, None, -1), cut("añb", 1, 3), cut("a\U0001f40db", 1, 2), cut((1, 2, 3), 0, 3), [1] + [2, 3])


def pairs(a, b, c):
    seen = []
    for x, y in zip(a, b):
        seen.append(x * y)
    for x, y, z in zip(a, b, c):
        seen.append(x + y + z)
    for () in zip():
        seen.append("never")
    for x, in zip(a):
        seen.append(x)
    return seen


def strictly(a, b):
    seen = []
    for x, y in zip(a, b, strict=True):
        seen.append(x + y)
    return seen


class Own:
    def __iter__(self):
        yield from (1, 2)


for _ in range(300):
    result = pairs([1, 2, 3], (4, 5, 6, 7), range(2)), strictly([1, 2], (3, 4))
print(result, pairs(Own(), {3: 4, 5: 6}, "ab" and (7, 8)))
print(attempt(strictly, [1, 2, 3], (3, 4)), attempt(strictly, [1, 2], (3, 4, 5)), attempt(strictly, [], []))
left = zip([1, 2, 3], iter([4]))
for x, y in left:
    print(x, y)
print(list(left), attempt(pairs, [1], "ab", []), attempt(pairs, 1, 2, 3))
