"""Loops, exceptions, closures, generators and recursion in hot code."""
import sys


def search(items, wanted):
    for i, item in enumerate(items):
        if item == wanted:
            break
    else:
        return -1
    return i


def safe(values):
    out = []
    for v in values:
        try:
            out.append(10 // v)
        except ZeroDivisionError:
            out.append(None)
        except TypeError as e:
            out.append(type(e).__name__)
        finally:
            out.append("f")
    return out


class Context:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log.append("in")
        return self

    def __exit__(self, *exc):
        self.log.append(exc[0].__name__ if exc[0] else "out")
        return exc[0] is KeyError


def managed(key):
    log = []
    with Context(log):
        {}[key] if key else None
    return log


def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


def naturals(limit):
    n = 0
    while n < limit:
        got = yield n
        n += 1 if got is None else got


def flatten(tree):
    for item in tree:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def spin(n):
    d = {}
    seen = set()
    for i in range(n):
        key = (i % 5, "k")
        d[key] = d.get(key, 0) + i
        if i in seen or i % 9 == 0:
            continue
        seen.add(i)
    return sorted(d.values()), len(seen)


def unbound(flag):
    if flag:
        x = 1
    del flag
    return x


for rounds in range(60):
    r = search("abcdefg", "f")
print(r, search([1, 2.0, "3"], "3"), search((), 1))
for rounds in range(40):
    r = safe([1, 0, 2, "a", 0, 5])
print(r)
for rounds in range(60):
    r = managed(None)
print(r, managed("missing"))
c = counter()
for rounds in range(200):
    c()
    c(by=2)
print(c(0))
for rounds in range(40):
    r = sum(naturals(30))
g = naturals(100)
print(r, next(g), g.send(5), g.send(None), g.send(20), list(g)[-1])
try:
    g.throw(ValueError("late"))
except ValueError as e:
    print(repr(e))
for rounds in range(40):
    r = list(flatten([1, [2, [3, [4]], 5], [[6]]]))
print(r)
for rounds in range(20):
    r = depth(100)
print(r)
try:
    depth(10**6)
except RecursionError as e:
    print(e)
print(depth(200))
for rounds in range(30):
    r = spin(40)
print(r)
for rounds in range(100):
    r = unbound(True)
try:
    unbound(False)
except UnboundLocalError as e:
    print(r, e)


def failing(n):
    total = 0
    for i in range(n):
        total += i
        if i == n - 1:
            raise KeyError(total)


for rounds in range(60):
    try:
        failing(20)
    except KeyError as e:
        tb = e.__traceback__.tb_next
        r = e.args, tb.tb_frame.f_locals, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno
print(r)


def caller(a):
    b = a * 2
    return locals_of_caller()


def locals_of_caller():
    return dict(sys._getframe(1).f_locals)


for rounds in range(100):
    r = caller(rounds)
print(r)
