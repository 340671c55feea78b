"""yield from instances of programs' classes, whose __iter__ is a generator function, or gives something else, or changes."""

import sys
import traceback


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


class Looking(Tree):
    """Its frames are looked at, and its values may raise."""

    def __iter__(self):
        if self.left:
            yield from self.left
        if self.value == "looks":
            frame, lines = sys._getframe(), []
            while frame.f_code.co_name == "__iter__":
                lines.append(frame.f_lineno - here)
                frame = frame.f_back
            yield lines
        elif self.value == "raises":
            raise KeyError(self.value)
        else:
            yield self.value
        if self.right:
            yield from self.right


here = sys._getframe().f_lineno


def tree(low, high, kind=Tree, value=lambda i: i):
    if low >= high:
        return None
    middle = (low + high) // 2
    return kind(value(middle), tree(low, middle, kind, value), tree(middle + 1, high, kind, value))


class Given:
    """Its __iter__ gives what it has."""

    def __init__(self, what):
        self.what = what

    def __iter__(self):
        return self.what


class Bare:
    """It has no __iter__."""


def through(what):
    result = yield from what
    yield result


def collect(what):
    try:
        return list(through(what))
    except (KeyError, TypeError) as e:
        places = [(f.name, f.lineno - here) for f in traceback.extract_tb(e.__traceback__)]
        return type(e).__name__, str(e), places


small = tree(0, 10)
large = tree(0, 300)
for _ in range(40):
    assert sum(large) == 44850 and list(small) == list(range(10))
    total = 0
    for value in large:
        total += value
    assert total == 44850
print(list(small), collect(small))

for place in range(12):
    odd = tree(0, 12, Looking, lambda i: "looks" if i == place else i)
    for _ in range(20):
        last = collect(odd)
    print(last)
for place in (0, 5, 11):
    odd = tree(0, 12, Looking, lambda i: "raises" if i == place else i)
    for _ in range(20):
        last = collect(odd)
    print(last)

for what in (Given(5), Bare(), Given(None)):
    print(collect(what))
for _ in range(100):
    last = collect(Given(iter([1, 2]))), collect(Given(through("a"))), collect(small), collect([3]), collect(through([4]))
print(last)
print(collect(Given(5)))


def first(tree):
    while tree.left:
        tree = tree.left
    yield tree.value


for _ in range(3):
    print(sum(small), collect(small))
Tree.__iter__ = first
for _ in range(30):
    last = sum(small), collect(small), collect(large)
print(last)


def sends(tree):
    got = yield tree.value
    return got


Tree.__iter__ = sends
for i in range(30):
    walk = through(small)
    last = next(walk), walk.send(i), next(walk, "ended")
print(last)


# ---- builtin functions that go over an instance whose __iter__ gives a generator

order = []


class Ordered:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        order.append("iter")
        return through(self.items) if len(self.items) > 3 else (item for item in self.items)

    def __len__(self):
        order.append("len")
        return len(self.items)


def aggregate(f, *items):
    order.clear()
    try:
        return f(Ordered(*items)), order[:]
    except (TypeError, ValueError) as e:
        return str(e), order[:]


functions = list, tuple, set, sorted, sum, min, max, any, all, dict.fromkeys
for _ in range(40):
    last = [
        [aggregate(f, *items) for f in functions]
        for items in ((3, 1, 2), (0.5, 2, 0), (), ("b",), (1, None), (4, 5, 6, 7), ([], 0))
    ]
for each in last:
    print(each)
