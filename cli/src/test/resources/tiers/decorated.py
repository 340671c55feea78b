"""Decorators that pass everything on, over functions of many kinds at the same place."""

import functools

calls = {}


def counted(function):
    @functools.wraps(function)
    def wrapper(*args, **keywords):
        calls[function.__name__] = calls.get(function.__name__, 0) + 1
        return function(*args, **keywords)

    return wrapper


def given(function):
    def wrapper(*args):
        return function(*args)

    return wrapper


@counted
def add(a, b):
    return a + b


@counted
def scale(x, *, factor=2):
    return x * factor


@counted
def collect(first, *rest, **named):
    return first, rest, sorted(named)


@counted
def steps(n, by=1):
    for i in range(n):
        yield i * by


@counted
def fail(code):
    raise ValueError(code)


@counted
def recurse(n):
    return n if n == 0 else 1 + recurse(n - 1)


@counted
def late(n, kind=None):
    return kind(n)


@counted
def half(x):
    return x / 2


@counted
def nothing():
    pass


class Point:
    def __init__(self, x):
        self.x = x

    @counted
    def moved(self, by=1):
        return self.x + by

    @counted
    @classmethod
    def none(cls):
        return 0

    def __call__(self, y=0):
        return self.x * 100 + y


made = counted(Point)
largest = given(max)
bound = given(Point(5).moved)
called = given(Point(6))
point = given(Point)


def outcome(function, *args, **keywords):
    try:
        return function(*args, **keywords)
    except Exception as error:
        return type(error).__name__ + ": " + str(error)


def turn(i):
    p = Point(i)
    return [
        add(i, 1), scale(i), scale(i, factor=i & 3), collect(i), collect(i, 1, 2, a=3, b=4), list(steps(i % 3)),
        sum(steps(3, by=2)), outcome(fail, i), recurse(i % 5), late(i, str), late(i, kind=lambda n: -n), half(i),
        nothing(), p.moved(), p.moved(by=i), made(i).x, largest(i, 3), bound(), bound(i), called(i), point(i).x,
    ]  # fmt: skip


for i in range(1200):
    seen = turn(i)
print(seen)
for wrong in (
    lambda: add(1), lambda: add(1, 2, 3), lambda: add(1, b=2, c=3), lambda: add(1, a=2), lambda: scale(1, 2),
    lambda: collect(), lambda: nothing(1), lambda: steps(), lambda: half(y=1), lambda: bound(1, 2), lambda: called(1, 2),
    lambda: Point.none(), lambda: add("a", 1), lambda: largest(),
):  # fmt: skip
    print(outcome(wrong))
add.__wrapped__.__code__ = (lambda a, b=10: a * b).__code__
half.__wrapped__.__defaults__ = (8,)
for i in range(300):
    seen = turn(i)
print(seen, half(), outcome(add, 3), sorted(calls.items()))


def tally(function):
    def wrapper(x):
        wrapper.calls += 1
        wrapper.last = function(x)
        return wrapper.last

    wrapper.calls = 0
    return wrapper


@tally
def square(x):
    return x * x


for i in range(2000):
    square(i)
print(square.calls, square.last, vars(square))
del square.calls
print(outcome(square, 3), getattr(square, "calls", None))
square.calls = 1.5
print([square(i) for i in range(3)], square.__dict__)
square.__dict__ = {"calls": 10**20}
print(outcome(square, 4), square.calls, square.last)
