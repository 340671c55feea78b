"""itertools at work: products, permutations, groups, chains, accumulations, windows."""

import itertools
import operator

KIND = "library"
SIZE = 120000


def windows(iterable, size):
    streams = itertools.tee(iterable, size)
    for i, stream in enumerate(streams):
        next(itertools.islice(stream, i, i), None)
    return zip(*streams)


def run(n):
    assert sum(1 for _ in itertools.product(range(12), repeat=3)) == 1728
    assert sum(1 for p in itertools.permutations(range(6)) if p[0] < p[-1]) == 360
    assert len(list(itertools.combinations(range(14), 4))) == 1001
    groups = [(key, sum(1 for _ in group)) for key, group in itertools.groupby(range(n), lambda x: x // 10)]
    assert len(groups) == n // 10 and groups[0] == (0, 10)
    running = list(itertools.accumulate(range(n)))
    assert running[-1] == n * (n - 1) // 2
    assert list(itertools.accumulate([3, 1, 4, 1, 5], max)) == [3, 3, 4, 4, 5]
    chained = itertools.chain.from_iterable([i, -i] for i in range(n))
    assert sum(chained) == 0
    assert sum(b - a for a, b in windows(range(n), 2)) == n - 1
    assert sum(itertools.starmap(operator.mul, zip(range(n), itertools.repeat(2)))) == n * (n - 1)
    taken = list(itertools.takewhile(lambda x: x < n // 2, itertools.count()))
    assert len(taken) == n // 2
    assert sum(itertools.compress(range(n), itertools.cycle([1, 0]))) == sum(range(0, n, 2))
    assert list(itertools.filterfalse(lambda x: x % 3, range(n))) == list(range(0, n, 3))
    assert sum(map(operator.add, range(n), reversed(range(n)))) == n * (n - 1)
    assert sum(filter(None, (x % 4 for x in range(n)))) > n
