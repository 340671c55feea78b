# defaultdict and OrderedDict where machine code asks them for keys, sets items and meets keys that are missing:
# factories of all kinds, classes derived from them, iteration beside it, keys with methods of their own.
import sys
from collections import Counter, OrderedDict, defaultdict


def count(d, words):
    for w in words:
        d[w] += 1
    return d


def group(d, words):
    for i, w in enumerate(words):
        d[w].append(i)
    return d


def read(d, keys):
    out = []
    for k in keys:
        if k in d:
            out.append(d[k])
        else:
            d[k] = len(out)
    return out


def ints(d, n):
    for i in range(n):
        d[i * 7 % n] += i
        if i % 3 in d:
            d[i] = d[i % 3]
    return d


def catching(d, keys):
    out = []
    for k in keys:
        try:
            out.append(d[k])
        except KeyError as error:
            tb = error.__traceback__
            out.append(("missing", error.args, tb.tb_lineno - catching.__code__.co_firstlineno))
    return out


def grow_while_iterated(d):
    try:
        for k in d:
            d[k + 1000]
    except RuntimeError as error:
        return str(error), len(d)
    return "no error", len(d)


def added_between(d, n):
    x = 0
    for i in range(n):
        a = d[i]
        x = i + d["limit"]
        a.append(x)
    return len(d)


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        log.append((self.n, other.n, sys._getframe(1).f_code.co_name))
        return self.n == other.n


class Own(defaultdict):
    def __missing__(self, key):
        return "missing " + str(key)


class OwnItem(OrderedDict):
    def __getitem__(self, key):
        return "item"

    def __contains__(self, key):
        return True

    def __setitem__(self, key, value):
        super().__setitem__(key, (value, "set"))


class Plain(defaultdict):
    pass


WORDS = "it is a small machine that counts it takes the words of a text and counts it is".split()
log = []
for _ in range(60):
    count(defaultdict(int), WORDS)
    group(defaultdict(list), WORDS)
    read(OrderedDict(), WORDS)
    read(defaultdict(int), WORDS)
    ints(defaultdict(int), 20)
    catching(OrderedDict(a=1), "aa")
    added_between(defaultdict(list, limit=5), 9)
print(count(defaultdict(int), WORDS), group(defaultdict(list), WORDS))
print(read(OrderedDict(), WORDS), read(defaultdict(int), WORDS), read({}, WORDS))
print(ints(defaultdict(int), 20), ints(defaultdict(float), 5))
for factory in (int, float, list, str, set, dict, tuple, bool, lambda: 3, None, Counter):
    d = defaultdict(factory)
    try:
        print(dict(count(d, "abca")))
    except Exception as error:
        print(type(error).__name__, error, dict(d))
for d in (Plain(int), Own(int), Counter(), OwnItem(), OrderedDict(), {}):
    try:
        print(count(d, "aba"), read(d, "abcd"))
    except Exception as error:
        print(type(error).__name__, error, dict(d))
print(catching(OrderedDict(a=1), "abab"), catching(defaultdict(None, a=1), "abab"), catching(defaultdict(int), "ab"))
print(grow_while_iterated(defaultdict(int, {1: 1, 2: 2})), grow_while_iterated(defaultdict(list, {i: i for i in range(5)})))
print(added_between(defaultdict(list, limit=5), 9))
try:
    added_between(defaultdict(list), 3)
except TypeError as error:
    print(error)
count(defaultdict(int), [Key(i % 4) for i in range(8)])
print(log)
for bad in ([1], {}):
    for d in (defaultdict(int), OrderedDict()):
        for work in (count, read):
            try:
                work(d, [bad])
            except TypeError as error:
                print(error, len(d))


def failing():
    raise ValueError("from the factory")


try:
    count(defaultdict(failing), "a")
except ValueError as error:
    names = []
    tb = error.__traceback__
    while tb:
        names.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(error, names)


def changed_factory(n):
    d = defaultdict(int)
    out = []
    for i in range(n):
        if i == n - 3:
            d.default_factory = lambda: sys._getframe(1).f_code.co_name
        if i == n - 1:
            d.default_factory = None
        try:
            out.append(d[i])
        except KeyError:
            out.append("none")
    return out


for _ in range(60):
    changed_factory(12)
print(changed_factory(12))


def moves(n):
    od = OrderedDict((i, i) for i in range(n))
    out = []
    for i in range(3 * n):
        od.move_to_end(i % n, last=i % 5 != 0)
        if i % 4 == 0:
            out.append(next(iter(od)))
        if i % 7 == 0:
            out.append(od.popitem(last=i % 2 == 0))
            od[i % n] = i
        for k in range(n):
            if k not in od:
                od[k] = -k
    return out, list(od.items())




for _ in range(40):
    moves(9)
print(moves(9))
od = OrderedDict.fromkeys("abc")
print(list(reversed(od)), od.move_to_end("c"), list(od), od.move_to_end("a"), list(od), od == OrderedDict.fromkeys("bca"))
