"""Items of builtin containers, slices, truth, extremes, and calls with all kinds of parameters."""
from array import array
from collections import deque


class Odd(list):
    def __getitem__(self, key):
        return ("odd", key)

    def __bool__(self):
        return False


class Strange:
    def __invert__(self):
        return "inverted"

    def __index__(self):
        return 1

    def __repr__(self):
        return "strange"


def items(container, n):
    found = []
    for i in range(n):
        try:
            found.append(container[i % 5])
        except IndexError as error:
            found.append(str(error))
    return found[-6:]


def fill(container, n, value):
    for i in range(n):
        try:
            container[i % 4] = value
        except (IndexError, TypeError, ValueError, OverflowError) as error:
            return i, type(error).__name__, str(error)
    return container


def slices(n):
    a = list(range(8))
    for i in range(n):
        a[1:3] = [i, i + 1]
        a[5:] = (7, i, 9)
        b = a[::-1]
        a[:] = b[2:] + b[:2]
    return a, a[Strange():3]


def inverted(values):
    return [~v for v in values]


def drained(q):
    total = 0
    while q:
        total += q.popleft()
        if not q:
            return total
    return -1


def extremes(n):
    low = high = 0
    f = 0.5
    for i in range(n):
        low = min(low - 1, i, low + 1)
        high = max(high, i * 2, low, -i)
        f = max(f, i * 0.5, 1.5)
    return low, high, f, min("b", "a", "c"), max([1], [2], [0]), min(2, 1.5, True)


def parameters(a, b=2, *rest, c, d=4, **others):
    return a, b, rest, c, d, sorted(others.items())


def plain(a, b=5, *, c=6):
    return a * 100 + b * 10 + c


def called(n):
    for i in range(n):
        x = parameters(i, c=3)
        y = parameters(i, 1, 2, 3, c=i, z=1, y=2)
        z = plain(i, c=1), plain(b=i, a=2), plain(*[i], **{"c": 9})
    return x, y, z


def same(rows, n):
    equal = 0
    for i in range(n):
        if rows == [[i % 2, 1], [2, 3]]:
            equal += 1
    return equal


for container in [b"abc", bytearray(b"xyzw"), array("d", [1.5, 2, 3]), array("h", [1, -2]), deque("ab"),
                  range(3, 30, 9), "xyé", (1, None), [0.5, 2], Odd([1])]:
    print(items(container, 600))
for container in [bytearray(b"xyzw"), array("d", [1, 2, 3, 4]), array("b", [1, 2, 3, 4]), deque("abcd"), [0] * 3]:
    print(fill(container, 300, 7), end=" ")
    print(fill(container, 300, 300), end=" ")
    print(fill(container, 300, 2.5), fill(container, 300, "s"), fill(container, 300, Strange()))
print(slices(300))
print(inverted(list(range(300)))[-2:], inverted([5, 1 << 70, Strange(), -1, 0] * 60)[-5:])
for _ in range(60):
    result = drained(deque(range(20)))
print(result, drained(Odd([1])), drained(deque()))
print(extremes(500))
print(called(300))
print(same([[1, 1], [2, 3]], 400))
for text in ["parameters()", "parameters(1)", "plain(1, 2, 3)", "plain(c=1)", "plain(1, a=2)", "plain(1, q=2)"]:
    try:
        for _ in range(3):
            eval(text)
    except TypeError as error:
        print(error)
