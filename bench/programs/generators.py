"""Pipelines of generators: expressions, yield from, send, infinite streams, trees walked lazily."""

KIND = "pure"
SIZE = 59000


def naturals():
    n = 0
    while True:
        yield n
        n += 1


def take(count, iterable):
    for _, value in zip(range(count), iterable):
        yield value


def collatz(n):
    while n != 1:
        yield n
        n = n * 3 + 1 if n & 1 else n >> 1
    yield 1


def flatten(tree):
    for item in tree:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


def averages():
    total = count = 0
    average = None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


def nested(depth, leaf):
    if depth == 0:
        return leaf
    return [nested(depth - 1, leaf * 2), leaf, nested(depth - 1, leaf * 2 + 1)]


def run(n):
    evens = (x for x in naturals() if x % 2 == 0)
    squares = (x * x for x in evens)
    assert sum(take(n, squares)) == 4 * sum(i * i for i in range(n))
    assert max(sum(1 for _ in collatz(i)) for i in range(1, n // 20)) > 50
    tree = [nested(8, 1)]
    for _ in range(8):
        assert sum(1 for _ in flatten(tree)) == 511
    average = averages()
    next(average)
    for i in range(n):
        last = average.send(i)
    assert last == (n - 1) / 2
    assert sum(a for a, b in ((i, j) for i in range(n // 60) for j in range(60)) if b == 0) == sum(range(n // 60))
