# Tuples of two ints in variables that dicts and sets are asked for: which object becomes a key, what is told apart
# behind branches and loops, keys that are missing, equal keys of other types, classes derived from dict.
import sys


def memo(n, m):
    table = {}

    def f(i, j):
        if i == 0 or j == 0:
            return 1
        key = (i, j)
        if key in table:
            return table[key]
        if (i + j) % 3:
            r = f(i - 1, j) + f(i, j - 1)
        else:
            r = f(i - 1, j)
        table[key] = r
        return r

    return f(n, m), len(table), list(table)[:3]


def visit(n):
    seen = set()
    order = []
    for i in range(n):
        for j in range(n):
            p = (i * 3 % 7, j % 5)
            if p not in seen:
                seen.add(p)
                order.append(p)
    return len(seen), order[:4], all(any(q is p for q in seen) for p in order)


def same_object(n):
    d = {}
    kept = []
    for i in range(n):
        key = (i, -i)
        d[key] = i
        kept.append(key)
    return all(a is b for a, b in zip(d, kept))


def changes(n):
    d = {(i, i + 1): i for i in range(n)}
    out = []
    for i in range(n):
        key = (i, i + 1)
        first = d[key]
        key2 = key
        key = (i + 1, i + 2)
        out.append((first, d[key2], d.get(key), d.get(key2, "none"), key in d, key2 in d))
        if i % 2:
            key = (0, 1)
        d[key] = d.get(key, 0) + 1
    return out, d


def maybe(n, other):
    d = {(1, 2): "pair", other: "other"}
    out = []
    for i in range(n):
        if i % 3:
            key = (1, i)
        else:
            key = other
        out.append(d.get(key, 0))
        out.append(key in d)
    return out


def carried(n):
    d = {}
    key = (0, 0)
    for i in range(n):
        d[key] = i
        if i % 4 == 3:
            key = (i, i // 2)
        elif i % 4 == 2:
            del key
            key = (i, 1)
    return d


def counts(n):
    d = {}
    for i in range(n):
        key = (i % 3, i % 2)
        d[key] = d.get(key, 0) + 1
        if key == (1, 1):
            d[key] += 10
    return d


def missing(d, n):
    out = 0
    for i in range(n):
        key = (i, i)
        try:
            out += d[key]
        except KeyError as error:
            if error.args[0] is not key:
                print("another key")
            out -= 1
    return out


def generated(n):
    seen = set()
    for i in range(n):
        p = (i % 4, i % 3)
        if p in seen:
            continue
        yield p
        seen.add(p)
        yield p in seen


async def awaited(n):
    d = {}
    for i in range(n):
        p = (i, 1)
        await Once()
        d[p] = d.get(p, 0) + i
    return d


class Once:
    def __await__(self):
        yield 1


def run(coroutine):
    while True:
        try:
            coroutine.send(None)
        except StopIteration as stop:
            return stop.value


def loops(n):
    d = {}
    total = 0
    for i in range(n):
        key = (i, n)
        for j in range(n):
            if key in d:
                total += d[key]
            else:
                d[key] = j
            for k in range(2):
                total += d[key]
        while total > 1000:
            total -= 999
            key = (total, 0)
            d[key] = 1
    return total, len(d)


class Own(dict):
    def __getitem__(self, key):
        return "own", key

    def __missing__(self, key):
        return "missing"

    def get(self, key, otherwise=None):
        return "got"

    def __contains__(self, key):
        return key[0] == 1


class OwnSet(set):
    def add(self, key):
        set.add(self, key + (0,))


def ask(d, s, n):
    out = []
    for i in range(n):
        key = (i, 2)
        out.append(key in d)
        d[key] = i
        out.append(d[key])
        out.append(d.get(key))
        s.add(key)
        out.append(key in s)
    return out, sorted(s)[:3]


class Equal:
    def __init__(self, pair):
        self.pair = pair

    def __hash__(self):
        return hash(self.pair)

    def __eq__(self, other):
        return self.pair == other


def locals_seen(n):
    d = {}
    for i in range(n):
        key = (i, i)
        d[key] = len(sys._getframe().f_locals["key"])
    return d[key], locals()["key"]


for _ in range(60):
    memo(9, 9)
    visit(12)
    same_object(20)
    changes(12)
    maybe(9, (5, 6))
    carried(20)
    counts(20)
    missing({(1, 1): 3}, 6)
    list(generated(20))
    run(awaited(8))
    loops(8)
    ask({}, set(), 6)
    locals_seen(8)
print(memo(9, 9), visit(12), same_object(20))
print(changes(12))
for other in ((5, 6), (1, 1.0), (True, 2), "text", (1, 2, 3), 7, Equal((1, 4))):
    print(sorted(map(str, maybe(9, other))))
print(carried(20))
print(counts(20), missing({(1, 1): 3}, 6), missing({(1.0, True): 3}, 6))
print(list(generated(20)), run(awaited(8)), loops(8))
print(ask({}, set(), 4))
print(ask(Own(), set(), 4))
print(ask({}, OwnSet(), 4))
print(ask({(1.0, 2): "f", (True, 2.0): "t"}, {(0, 2.0), (2.0, 2)}, 4))
print(ask({Equal((1, 2)): "equal"}, set(), 4))
print(ask({}, frozenset(), 0), locals_seen(8))
try:
    ask({}, frozenset(), 2)
except AttributeError as error:
    print(error)
try:
    ask([1, 2], set(), 2)
except TypeError as error:
    print(error)
d = {(-1, -2): 1, (-2, -1): 2, (2**61 - 1, 0): 3, (2**62, -(2**63)): 4, (0, 0): 5}


def wide(pairs):
    out = []
    for a, b in pairs:
        key = (a + 0, b - 0)
        out.append((key in d, d.get(key), hash(key) == hash((a, b))))
    return out


PAIRS = [(-1, -2), (-2, -1), (0, 0), (2**61 - 1, 0), (2**62, -(2**63)), (2**61, 0), (2**63, 1), (2**64, 2**65)]
for _ in range(200):
    wide(PAIRS[:6])
print(wide(PAIRS))
