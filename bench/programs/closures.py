"""Functions that make functions: counters, composition, currying, decorators, memory in cells."""

import functools

KIND = "pure"
SIZE = 66000


def counter(step):
    total = 0

    def add(times=1):
        nonlocal total
        total += step * times
        return total

    return add


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value

    return composed


def adder(a):
    return lambda b: lambda c: a + b + c


def remembered(function):
    known = {}

    @functools.wraps(function)
    def wrapper(*args):
        if args not in known:
            known[args] = function(*args)
        return known[args]

    return wrapper


def run(n):
    counters = [counter(step) for step in range(5)]
    for i in range(n):
        for add in counters:
            add()
        counters[i % 5](times=2)
    assert counters[1]() == n + 2 * len(range(1, n, 5)) + 1
    pipeline = compose(lambda x: x + 1, lambda x: x * 2, adder(1)(2), abs)
    assert sum(pipeline(i) for i in range(n)) == n * (n - 1) + 5 * n

    @remembered
    def paths(rows, columns):
        if rows == 0 or columns == 0:
            return 1
        return paths(rows - 1, columns) + paths(rows, columns - 1)

    assert paths(16, 16) == 601080390
    for i in range(n):
        assert paths(4, i % 17) >= 1
    assert functools.reduce(lambda a, b: a + b, map(adder(1)(1), range(n))) == n * (n - 1) // 2 + 2 * n
