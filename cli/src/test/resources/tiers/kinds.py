# Code that has only met floats meets ints, and the other way round: what comes out is of the right kind.


def same(x):
    y = x
    while y < 100:
        y = y + 1.5
    return x


def add(a, b):
    return a + b


def mixed(a, b):
    return a - b, a * b, a / b, a // b, a % b, a**b


def items(a, b):
    total = a[0]
    for i in range(1, len(a)):
        total += a[i] * b[i]
    return total


class Holder:
    def __init__(self, value, other=2.5):
        self.value = value
        self.other = other

    def sum(self):
        return self.value + self.other

    def scaled(self, by, plus=0.5):
        return by, plus, self.value * by + plus


def power(x, n):
    return x if n == 0 else power(x * x, n - 1)


def adder(k):
    def inner(x):
        return x + k

    return inner


def running(values):
    total = values[0]
    for value in values:
        total = total + value
        yield total


def smallest(a, b):
    return min(a, b), max(a, b), abs(a)


def show(*values):
    return [(type(v).__name__, v) for v in values]


def all_of(one, two):
    made = [one, two] * 4
    h = Holder(one, two)
    results = []
    for _ in range(3):
        results = [same(one), same(two), add(one, two), items(made, made), h.sum(), power(one, 3), adder(one)(two)]
        results += [*mixed(one, two), *running(made), *smallest(one, two), *h.scaled(two), *h.scaled(two, one)]
        results += [*h.scaled(by=one), Holder(one).sum(), same(x=one)]
    return results


def constants():
    return same(1), same(1.0), add(1, 2), add(1.0, 2.0), Holder(1, 2).sum(), power(2, 3), adder(1)(2), same(True)


for first, second in ((1.5, 2.5), (1, 2), (2.0, 3), (3, 2.0), (True, 2), (2**70, 3), (-0.0, 1), (1.5, 2.5), (4, 1)):
    for _ in range(400):
        last = all_of(first, second)
    print(show(*last))
    for _ in range(100):
        fixed = constants()
    print(show(*fixed))
