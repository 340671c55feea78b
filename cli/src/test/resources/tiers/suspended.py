# Generators and coroutines that are suspended in machine code, looked at, thrown into, overflowing.
import sys
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
def rng(n):
    for i in range(n):
        yield i
def lst(l):
    for x in l:
        yield x
        yield x * 1.5
def acc():
    total = 0.0
    n = 0
    while True:
        v = yield total
        total += v
        n += 1
def inner(n):
    for i in range(n):
        x = yield i
    return n
def outer(n):
    t = 0
    for i in range(n):
        t += yield from inner(3)
    return t
def run():
    s = 0
    for r in range(300):
        for x in count(10): s += x
        for x in rng(10): s += x
        for x in lst([1, 2, 3]): s += x
        g = acc(); next(g)
        for i in range(10): last = g.send(i)
        s += last
        g = outer(3)
        try:
            while True: s += next(g)
        except StopIteration as e: s += e.value
        g = rng(5)
        next(g); next(g)
        s += len(str(sorted(g.gi_frame.f_locals.items())))
        s += sum(g)
        g = lst([7, 8])
        next(g)
        loc = dict(g.gi_frame.f_locals)
        s += loc["x"]
        s += next(g)
        del loc
        s += sum(x * x for x in rng(4))
    return s
for i in range(5): print(run())
def big():
    x = 2**62
    for i in range(10):
        yield x
        x += x
for k in range(300): last = list(big())
print(last)
def mixed(n):
    x = 1
    for i in range(n):
        yield x
        if i == n - 2: x = x + 0.5
        else: x = x + 1
for k in range(300): last = list(mixed(6))
print(last)
def thrower():
    i = 0
    while True:
        try:
            yield i
            i += 1
        except ValueError:
            i += 100
for k in range(200):
    g = thrower()
    last = [next(g), next(g), g.throw(ValueError), next(g)]
    g.close()
print(last)
import types
@types.coroutine
def sleep(): yield 1
async def leaf(n):
    await sleep()
    return n + 1
async def mid(n):
    a = 0
    for i in range(3): a += await leaf(i)
    return a + n
for k in range(300):
    c = mid(k); n = 0
    try:
        while True: n += c.send(None)
    except StopIteration as e: r = e.value
print(n, r)
def deepgen(n):
    if n: yield from deepgen(n - 1)
    yield n
for k in range(100): last = list(deepgen(20))
print(last)
try: print(list(deepgen(3000))[:2])
except RecursionError as e: print(e)
def selfrun():
    try: next(me)
    except ValueError as e: yield str(e)
for k in range(200):
    me = selfrun(); last = next(me)
print(last)


def naturals(n):
    i = 0
    while i < n:
        yield i
        i += 1


def halves(source):
    for x in source:
        if x % 50 == 49:
            yield x / 2
        else:
            yield x


def broken(source):
    for x in source:
        yield 10 // (x - 60)


def big(source):
    for x in source:
        yield x << x


def looks(source):
    for x in source:
        if x == 70:
            yield sys._getframe().f_back.f_code.co_name
        yield x


def loop(n):
    total = 0
    for x in naturals(n):
        total += x
    for x in halves(naturals(n)):
        total += x
    try:
        for x in broken(naturals(n)):
            total += x
    except ZeroDivisionError as e:
        total += e.__traceback__.tb_next.tb_lineno - e.__traceback__.tb_lineno
        total += len(e.__traceback__.tb_next.tb_frame.f_locals)
    return total


for k in range(40):
    last = loop(100), sum(naturals(100)), sum(halves(naturals(100))), sum(big(naturals(100)))
print(last)
for k in range(40):
    last = any(x > 98 for x in naturals(100)), all(x < 98 for x in naturals(100)), list(halves(naturals(60)))[48:51]
    shown = [x for x in looks(naturals(100)) if isinstance(x, str)]
print(last, shown)
for k in range(40):
    try:
        sum(broken(naturals(100)))
    except ZeroDivisionError as e:
        last = str(e)
    try:
        last += str(sum((str(x) if x == 99 else x) for x in naturals(100)))
    except TypeError as e:
        last += str(e)
    done = naturals(3)
    last += str(list(done)) + str(list(done)) + str(sum(done, 2.5)) + str(sum((x / 4 for x in naturals(5)), 1))
print(last)
for k in range(40):
    nested = [(i, j) for i in naturals(3) for j in naturals(i)]
    early = naturals(50)
    for x in early:
        if x == 7:
            break
    rest = next(early), early.gi_frame.f_locals, sum(early)
print(nested, rest)


def paths(give):
    """Comes to its second yield in two ways, of which machine code knows one."""
    done = False
    kept = []
    try:
        yield 1
        done = True
        kept = (1, 2)
    except LookupError:
        pass
    yield give
    for each in kept:
        done = (done, each)
    yield done


def both(i):
    steps = paths(i)
    next(steps)
    if i % 7 == 3:
        steps.throw(LookupError())
    else:
        next(steps)
    return next(steps)


print([both(i) for i in range(400)][-8:])
