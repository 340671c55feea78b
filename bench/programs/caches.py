"""functools at work: lru_cache, partial, reduce, singledispatch, total_ordering, cached_property."""

import functools

KIND = "library"
SIZE = 24000


@functools.lru_cache(maxsize=None)
def ways(amount, coins):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return ways(amount - coins[0], coins) + ways(amount, coins[1:])


@functools.lru_cache(maxsize=64)
def square(value):
    return value * value


@functools.singledispatch
def describe(value):
    return "thing"


@describe.register(int)
def _(value):
    return "number"


@describe.register(list)
def _(value):
    return "list of " + describe(value[0])


@functools.total_ordering
class Weight:
    def __init__(self, grams):
        self.grams = grams

    def __eq__(self, other):
        return self.grams == other.grams

    def __lt__(self, other):
        return self.grams < other.grams

    @functools.cached_property
    def heavy(self):
        return self.grams > 100


def run(n):
    ways.cache_clear()
    assert ways(300, (50, 25, 10, 5, 1)) == 9590
    square.cache_clear()
    for i in range(n * 4):
        assert square(i % 50) == (i % 50) ** 2
    assert square.cache_info().misses == 50
    for i in range(n):
        square(i)
    for i in range(n):
        assert describe([i]) == "list of number" and describe("x") == "thing"
    weights = [Weight(i % 200) for i in range(n)]
    assert sum(each.heavy for each in weights) == sum(each.heavy for each in weights)
    assert sum(a >= b for a, b in zip(weights, weights[1:])) == len(range(200, n, 200))
    assert functools.reduce(lambda a, b: a * b % 1000003, range(1, n)) > 0
