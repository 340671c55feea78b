"""What makes or changes a whole container at once: sets of others, slices with a step, sums of truths, and
generators that fill lists and bytes."""


class Key:
    """Equal to others of its number; says when it is compared."""

    def __init__(self, n, log):
        self.n = n
        self.log = log

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        self.log.append((self.n, getattr(other, "n", other)))
        return isinstance(other, Key) and self.n == other.n


def numbers(count, most, seed):
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        yield (seed >> 8) % most - most // 4


def combined(a, b):
    """The order of each result tells in which table it lies."""
    return [list(s) for s in (a & b, a | b, a - b, a ^ b, b & a, b | a, b - a, frozenset(a) | b)]


def combine(kind):
    for size in (0, 1, 3, 4, 5, 7, 12, 20, 80, 300):
        a = {kind(n) for n in numbers(size, 2 * size + 3, size)}
        for other in (size // 2, size, 3 * size + 1):
            b = {kind(n) for n in numbers(other, 2 * size + 3, other + 7)}
            result = combined(a, b)
            c = set(a)
            c |= b
            assert set(result[1]) == c
            yield sum(i * hash(x) for part in result for i, x in enumerate(part)), [len(part) for part in result]
            for gone in sorted(a)[::2]:
                a.discard(gone)
            yield sum(i * hash(x) for part in combined(a, b) for i, x in enumerate(part))


def mixed():
    """Equal elements of different kinds: those of the left, or of the smaller one, stay."""
    a = {1, 2.0, True, 0, -1, "a", None, (1, 2)}
    b = {1.0, 2, False, -1.0, -2, "a", (1.0, 2), frozenset()}
    for x, y in ((a, b), (b, a)):
        yield sorted(map(repr, x & y)), sorted(map(repr, x | y)), sorted(map(repr, x - y)), sorted(map(repr, x ^ y))


def own_keys():
    log = []
    a = {Key(n, log) for n in range(6)}
    b = {Key(n, log) for n in range(3, 9)}
    del log[:]
    results = [sorted(k.n for k in s) for s in (a & b, a | b, a - b, a ^ b)]
    return results, len(log)


class Clearing(Key):
    """Empties a set while it is compared with others."""

    victim = None
    __hash__ = Key.__hash__

    def __eq__(self, other):
        if Clearing.victim is not None:
            Clearing.victim.clear()
        return super().__eq__(other)


def cleared():
    log = []
    results = []
    for operator in ("__and__", "__sub__", "__or__"):
        Clearing.victim = None
        a = {Clearing(n, log) for n in range(6)}
        b = {Clearing(n, log) for n in range(3, 9)}
        Clearing.victim = b
        try:
            results.append(len(getattr(a, operator)(b)) <= 12)
        except RuntimeError as e:
            results.append(str(e))
    return results


def sieve(n):
    flags = [True] * n
    flags[0:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i :: i] = [False] * len(flags[i * i :: i])
    return sum(flags), [i for i, flag in enumerate(flags) if flag][-3:]


def stepped():
    results = []
    for make in (lambda: list(range(10)), lambda: [x / 2 for x in range(10)], lambda: [str(x) for x in range(10)]):
        for given in ([7, 8, 9, 10], [0.5, 1.5, 2.5, 3.5], ["a", "b", "c", "d"], (1, 2, 3, 4), "wxyz", [1, 2.0, "x", None]):
            for place in (slice(0, 8, 2), slice(None, None, 3), slice(9, 1, -2), slice(8, None, -2), slice(2, 10, 2)):
                items = make()
                try:
                    items[place] = given
                except ValueError as e:
                    results.append(str(e))
                results.append(items)
        items = make()
        items[::-1] = items
        results.append(items)
        items[::2] = items[1::2]
        results.append(items)
        items[20:5:3] = []
        results.append(items)
        try:
            items[::2] = 5
        except TypeError as e:
            results.append(str(e))
    return results


def truths():
    results = []
    for items in ([True, False, True], [1, True, 2, False], [True, 1.5, True], [2**62, True, 2**62, True], (True, 5, False)):
        results += [sum(items), sum(items, 10), sum(items, 0.5), sum(items, True), sum(iter(items), 2**63 - 1)]
    return results, type(sum([True])), type(sum([], True)), sum([], True)


def growing(stop):
    """What is appended is seen by the generator that makes it."""
    items = [1, 2]

    def more():
        while len(items) < stop:
            yield len(items) * items[-1] % 101

    items.extend(more())
    return items[-3:], len(items)


def broken():
    items = [0]

    def some(n):
        for i in range(n):
            yield i
        raise KeyError(n)

    results = []
    for n in (0, 3):
        try:
            items.extend(some(n))
        except KeyError as e:
            results.append((e.args, items[:]))
    kept = some(2)
    next(kept)
    try:
        items += kept
    except KeyError as e:
        results.append((e.args, items[:]))
    return results


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


def bytes_of(values):
    seen = []

    def each():
        for value in values:
            seen.append(value if not isinstance(value, Index) else "index")
            yield value

    results = []
    for make in (bytes, bytearray):
        try:
            results.append(make(each()))
        except (TypeError, ValueError, OverflowError) as e:
            results.append((type(e).__name__, str(e)))
        results.append(len(seen))
    return results


def run():
    print(list(combine(int)))
    print([sum(x[1]) if isinstance(x, tuple) else x for x in combine(lambda n: (n, n + 1))])
    print([x[1] for x in combine(str) if isinstance(x, tuple)])
    print(list(mixed()))
    print(own_keys())
    print(cleared())
    print(sieve(2), sieve(100), sieve(997))
    print(stepped())
    print(truths())
    print(growing(60), growing(2), broken())
    for values in ([], range(200), [1, True, Index(3), 255], [5, 256, 7], [5, -1], [3, "x"], [2**70, 1], [1.0]):
        print(bytes_of(values))


for _ in range(6):
    run()

from collections import Counter


class Loud(Counter):
    calls = 0

    def __setitem__(self, key, value):
        Loud.calls += 1
        super().__setitem__(key, value)


for text in ("", "abracadabra", "the quick brown fox jumps over the lazy dog" * 3, "naïve café " * 9, "жук " * 20, "x" * 40 + "\U0001f600"):
    counted = Counter(text)
    print(counted.most_common(), list(counted)[:5], sum(counted.values()))
    counted.update(text)
    loud = Loud(text)
    print(list(counted.items()), loud == Counter(text), Loud.calls, Counter({"t": 1.5, **Counter(text)}) + Counter(text))
