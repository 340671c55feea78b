"""Subscripts of lists whose indices, forms and sizes change once the code is hot; sums at the ends of 64 bits."""


def read(items, indices):
    total = 0
    for index in indices:
        total += items[index]
    return total


def write(items, indices, value):
    for index in indices:
        items[index] = value
    return items


def cells(rows, indices):
    found = []
    for index in indices:
        found.append(rows[index][0])
    return found


def last_and_first(items):
    return items[-1], items[0], items[len(items) - 1]


def walk(items):
    found = []
    for item in items:
        found.append(item)
        if len(items) > 400:
            items.pop()
    return found


def attempt(operation, *args):
    try:
        return operation(*args)
    except Exception as error:
        return type(error).__name__, str(error)


def heat():
    ints, floats, texts = list(range(100)), [i / 4 for i in range(100)], [f"{i}" for i in range(100)]
    places = list(range(100)) * 20
    rows = [[text] for text in texts]
    for _ in range(40):
        read(ints, places)
        write(ints[:], places, 7)
        cells(rows, places)
        last_and_first(texts)
        walk(texts)


heat()
for items in (list(range(10)), [i / 2 for i in range(10)], [True, False] * 5, [1, 2.5] * 5):
    for indices in ([0, 9], [-1, -10], [10], [-11], [2**40], [-(2**40)], [2**32], [2**70], [True], [3, -3] * 30):
        print(attempt(read, items, indices))
        for value in (5, 1.5, 2**65, None, "x", float("inf")):
            print(attempt(write, items[:], indices, value)[:3])
for rows in ([[1], [2.5], ["x"]], [(1,), "xy", [None]], ["a"] * 3):
    print(attempt(cells, rows, [0, 1, 2] * 20), attempt(cells, rows, [-1, -3]), attempt(cells, rows, [3]))
print(attempt(cells, [[]], [0]), attempt(cells, [], [0]))
for items in ([1, 2, 3], [1.5, 2.5], ["a"], [None, 1], [], [2**70, 1], list(range(420)), ["b"] * 420, [0.5] * 420):
    print(attempt(last_and_first, items), attempt(walk, items)[-3:])


def grow(items):
    for item in items:
        if len(items) < 6:
            items.append(item)
    return items


for _ in range(3000):
    grow(["a"]), grow([None, 1])
for items in (["a"], [1], [0.5], [], ["x", "y"], [1, "z"]):
    print(grow(items))


def turn(items):
    found = []
    for item in items:
        found.append(item)
        if item == "clear":
            items.clear()
        elif item == "numbers":
            items[:] = [1, 2, 3, 4]
    return found


for _ in range(3000):
    turn(["a", "b"])
for items in (["a", "clear", "b"], ["numbers", "a"], ["a", "b", "numbers"], [1, 2], ["a", "numbers", "clear"] * 2):
    print(turn(items))

most, least = 2**63 - 1, -(2**63)


def sums(a, b):
    return a + b, a - b, a * b


def ends(numbers):
    found = set()
    for a in numbers:
        for b in numbers:
            found.update(sums(a, b))
    return found


for _ in range(300):
    ends([1, -1, 3, 12, 100, -7])
print(sorted(ends([most, least, 0, 1, -1, 2**62, -(2**62), 2**31, -(2**31), 3037000499, 3037000500])))
for a, b in ((most, 1), (least, -1), (least, 1), (least, least), (most, most), (2**32, 2**31), (-(2**32), 2**31)):
    print(sums(a, b))
