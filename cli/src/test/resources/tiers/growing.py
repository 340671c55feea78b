"""Lists that grow item by item from displays, and enumerations of texts, tuples and more at one place."""


def grow(first, more):
    items = [first]
    for item in more:
        items.append(item)
    return items


def squares(n):
    items = [0]
    for i in range(1, n):
        items.append(i * i)
    return items


def halves(n, last):
    items = [0.5]
    for i in range(1, n):
        items.append(i / 2)
    items.append(last)
    return items


def numbered(iterable, start):
    found = []
    for number, item in enumerate(iterable, start):
        found.append((number, item))
    return found


for _ in range(400):
    grow(1, [2, 3] * 6), grow(0.5, [1.5] * 12), grow("a", ["b"] * 12)
    squares(20), halves(20, 1.0)
    numbered("kitten", 1), numbered(("a", "b"), 1)

nan = float("nan")
for first, more in (
    (1, [2, 2.5]), (1.5, [2]), (1, [True]), (0.5, [nan, 1.5]), (None, [1]), (1, [2**70, 3]), ("x", [1, 2]), (-1, range(9))
):
    items = grow(first, more)
    print(items, [type(item).__name__ for item in items])
for n in (1, 2, 8, 9, 13, 14, 40):
    print(squares(n), halves(n, n * 1.0)[-2:], halves(n, nan)[-2:], halves(n, 7)[-2:])
for iterable in ("", "a", "sitting", "naïve", "日本", "𝄞x", ("t", 1), [], [1, 2], [0.5, "a"], range(3), {"k": 1}, iter("it")):
    print(numbered(iterable, 1), numbered(iterable, 2**63 - 1), numbered(iterable, -(2**70)))


def failing():
    yield "one"
    raise ValueError("two")


for iterable in (failing(), 5, "ab"):
    try:
        print(numbered(iterable, 1))
    except Exception as error:
        print(type(error).__name__, error)
rest = enumerate("abcd", 3)
print(next(rest), rest.__reduce__()[1][1], list(rest), list(rest), next(rest, "none"))
