# Functions that remember results and partial functions, called with one, two and three arguments; deques.

import functools
from collections import deque
from functools import lru_cache, partial


@lru_cache(maxsize=None)
def paths(rows, columns):
    return 1 if rows == 0 or columns == 0 else paths(rows - 1, columns) + paths(rows, columns - 1)


@lru_cache(maxsize=3)
def half(x):
    calls.append(x)
    return 10 / x


@lru_cache(typed=True)
def kind(a, b=None, c=None):
    calls.append((a, b, c))
    return type(a).__name__, b, c


@lru_cache(0)
def never(a, b):
    calls.append(a)
    return a + b


@lru_cache
def three(a, b, c):
    calls.append((a, b, c))
    return a, b, c


class Cached:
    def __init__(self, base):
        self.base = base

    @lru_cache
    def added(self, x):
        calls.append(x)
        return self.base + x


def error_of(function, *args):
    try:
        return function(*args)
    except (TypeError, ZeroDivisionError) as error:
        return str(error)


one, two = Cached(1), Cached(2)
for i in range(120):
    calls = []
    for each in (paths, half, kind, three):
        each.cache_clear()
    Cached.added.cache_clear()
    found = [half(x) for x in (1, 2, 1, 4, 5, 2, 1.0, True)]
    found += [kind(1), kind(1.0), kind(1, 2), kind(1, b=2), kind(True, 2, 3), kind(1), kind(1.0)]
    found += [never(1, 2), never(1, 2), three(1, 2, 3), three(1.0, 2, 3), three(1, 2, (3,))]
    found += [one.added(5), two.added(5), one.added(5)]
    failed = [error_of(half, 0), error_of(half, []), error_of(half), error_of(three, 1, {}, 2), error_of(kind, {1: 2}, 2)]
    assert paths(6, 6) == 924
print(found, calls)
print(failed, [each.cache_info() for each in (paths, half, kind, never, three)])


def power(base, exponent=1, scale=1):
    return scale * base**exponent


class Own(partial):
    def __call__(self, *args, **kwargs):
        return "own", super().__call__(*args, **kwargs)


for i in range(120):
    square, twice, cube, all_three = partial(power, exponent=2), partial(power, 2), partial(power, 3, 3), partial(power, 2, 2, 2)
    found = [square(i), twice(3), twice(3, 4), twice(3, scale=2), cube(5), all_three(), partial(power)(i), partial(power)(i, 2)]
    found += [Own(power, 2)(3), Own(power)(2, 3), partial(partial(power, 2), 3)(4), error_of(all_three, 1), error_of(twice)]
print(found)

queue, seen = deque(maxlen=5), []
for i in range(300):
    queue.append(i)
    queue.appendleft(-i)
    seen.append((queue[0], queue[-1], queue.pop(), queue.popleft() if queue else None))
print(seen[-3:], queue, len(queue))
waiting = deque(range(5))
try:
    for each in waiting:
        waiting.append(each)
except RuntimeError as error:
    print(error)
waiting.clear()
print(error_of(lambda: functools.reduce(lambda a, b: a + b, waiting, 0)))
try:
    waiting.popleft()
except IndexError as error:
    print(error)
