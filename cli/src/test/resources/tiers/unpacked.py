"""Loops over zip and enumerate whose tuples are taken apart at once: none is made in machine code."""


def dot(a, b):
    return sum([x * y for x, y in zip(a, b)])


def places(items, wanted, start=0):
    found = []
    for i, item in enumerate(items, start):
        if item == wanted:
            found.append(i)
    return found


def three(a, b, c):
    total = 0
    for x, y, z in zip(a, b, c):
        total += x * y + len(z)
    return total


def nested(rows):
    total = 0
    for i, (name, value) in enumerate(rows):
        total += i * value + len(name)
    return total


def uneven(a, b):
    seen = []
    pairs = zip(a, b)
    for x, y in pairs:
        seen.append(x + y)
    return len(seen), sum(seen), list(pairs)


def strictly(a, b):
    last = None
    try:
        for x, y in zip(a, b, strict=True):
            last = x
    except ValueError as error:
        return last, str(error)
    return last


floats = [i / 4 for i in range(400)]
for _ in range(12):
    print(dot(floats, floats), places("abcabc" * 50, "b")[-3:], places([1, 2, 1] * 80, 1, 10)[-2:])
    print(three(range(200), [2] * 200, ["ab"] * 200), nested([("n%d" % i, i) for i in range(150)]))
    print(uneven(list(range(300)), tuple(range(250))), uneven(iter(range(200)), [1] * 260))
    print(strictly([1] * 300, [2] * 300), strictly([1] * 300, [2] * 299), strictly(range(298), "x" * 300))

# Other things at the same places: generators, wrong widths, large numbers, what derives from them.
print(dot((x for x in floats), floats))
print(places(iter("abcb"), "b", 2**63 - 2), places(iter("abcb"), "b", -(2**70)))


class Counted(enumerate):
    def __next__(self):
        number, item = super().__next__()
        return number + 100, item


def over(pairs):
    total = 0
    for a, b in pairs:
        total += a if isinstance(b, str) else b
    return total


for _ in range(10):
    print(over(enumerate("x" * 400)), over(zip(range(400), [1] * 400)), over([(1, 2)] * 300), over({1: 2, 3: "a"}.items()))
print(over(Counted("abc")))
for bad in (zip([1], [2], [3]), zip([1]), enumerate(iter([]), 5), [(1, 2, 3)]):
    try:
        print(over(bad))
    except ValueError as error:
        print(error)


def changing():
    items = [1, 2, 3]
    out = []
    for i, item in enumerate(items):
        if len(items) < 500:
            items.append(i)
        out.append(i - item)
    for a, b in zip(items, items[1:]):
        if len(items) < 900:
            items.append(a - b)
    return len(items), sum(out)


for _ in range(5):
    print(changing())
