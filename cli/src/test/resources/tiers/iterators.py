"""enumerate, zip and builtin types as functions, over builtin iterables and over others."""
import sys


class Counted:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        for i in range(self.n):
            names.add(sys._getframe(1).f_code.co_name)
            yield i


class Own(enumerate):
    def __iter__(self):
        return iter("own")


class Text:
    def __str__(self):
        names.add(sys._getframe(1).f_code.co_name)
        return "text"

    def __float__(self):
        return 2.5


names = set()


def numbered(items, n):
    total = 0
    for _ in range(n):
        for i, item in enumerate(items):
            total += i * len(str(item))
    return total


def paired(a, b, n):
    found = None
    for _ in range(n):
        for x, y in zip(a, b):
            found = x, y
        for i, (x, y) in enumerate(zip(a, b), 5):
            found = found, i
            found = found[1]
    return found


def own(n):
    for _ in range(n):
        last = [x for x in Own("abc")]
    return last


def made(values, n):
    out = []
    for i in range(n):
        value = values[i % len(values)]
        try:
            out.append((str(value), int(value), float(value)))
        except (ValueError, TypeError) as error:
            out.append(str(error))
    return out[-len(values):]


def lists(values, n):
    for i in range(n):
        value = values[i % len(values)]
        try:
            found = list(value), tuple(value)
        except TypeError as error:
            found = str(error)
    return found


print(numbered([1, "ab", None], 300), numbered((1, 2), 300), numbered({"a": 1}, 300),
      numbered(Counted(3), 100), numbered(range(4), 300), numbered("xyz", 300))
print(paired([1, 2, 3], "abcd", 300), paired(Counted(2), [5, 6], 200), paired(range(3), zip([1], [2]), 200))
print(own(300))
print(made(["12", 3, 4.5, "x", True, 1 << 70, None, Text(), b"7"], 900))
print(lists([[1, 2], "ab", {3: 4}, {5}, range(2), zip([1], [2]), Counted(2), 5], 800),
      lists([Counted(3)], 300), lists([5], 300))
print(sorted(names))
big = enumerate([7] * 300, (1 << 63) - 150)
for i, x in big:
    pass
print(i, x)
it = enumerate([1, 2])
print(next(it), list(it), list(zip()), list(zip([1], [2], [3])))
try:
    for pair in zip([1, 2], [1], strict=True):
        pass
except ValueError as error:
    print(error)
