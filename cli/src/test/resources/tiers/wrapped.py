# Loops over zip and enumerate of generators, and of more than two lists.
import sys


def ints(n):
    for i in range(n):
        yield i


def failing(n):
    for i in range(n):
        yield 6 // (n - 2 - i)


def seen(n):
    for i in range(n):
        yield sys._getframe().f_back.f_code.co_name, i


def nested(n):
    for i, x in enumerate(ints(n)):
        yield i * x


def numbered(items, start=0):
    found = []
    try:
        for i, item in enumerate(items, start):
            found.append((i, item))
    except ZeroDivisionError:
        found.append("failed")
    return found


def paired(*iterables, strict=False):
    found = []
    try:
        for a, b in zip(*iterables, strict=strict):
            found.append((a, b))
    except (ZeroDivisionError, ValueError) as error:
        found.append(str(error))
    return found


def tripled(a, b, c):
    total = 0
    for x, y, z in zip(a, b, c):
        total += x * y + z
    return total


def left(n):
    some, others = ints(n), ints(n + 3)
    pairs = paired(some, others)
    more, rest = ints(n + 3), ints(n)
    return len(pairs), list(others), len(paired(more, rest)), list(more)


def itself(n):
    def inner():
        for i in range(n):
            if i == 2:
                try:
                    next(pairs)
                except ValueError as error:
                    yield str(error)
            yield i

    pairs = enumerate(inner())
    return numbered_pairs(pairs)


def numbered_pairs(pairs):
    found = []
    for i, x in pairs:
        found.append((i, x))
    return found


def report(i, say):
    say(numbered(ints(4)), numbered(ints(3), 2**63 - 2), numbered(failing(4)), numbered(seen(2)))
    say(numbered([1, 2] if i % 90 == 89 else ints(2)), list(nested(4)), itself(4))
    say(paired(ints(3), ints(4)), paired(range(3), ints(4)), paired(ints(2), "abc"), paired(seen(2), seen(2)))
    say(paired(ints(3), ints(2), strict=True), paired(ints(2), ints(3), strict=True), paired(ints(2), ints(2), strict=True))
    say(paired(failing(4), ints(9)), paired(ints(9), failing(4)), left(3))
    say(tripled([1, 2], [3, 4, 5], [5, 6]), tripled([1.5, 2.5], [0.5, 4.0], [5.0, 6.0]), tripled([1, 2], [0.5, 4.0], [5, 6.5]))
    say(tripled(ints(3), [1, 2, 3], range(3)), tripled((1, 2), [3, 4], [5, 6]) if i % 90 == 89 else 0)


for i in range(180):
    report(i, print if i % 90 == 89 else lambda *args: None)
