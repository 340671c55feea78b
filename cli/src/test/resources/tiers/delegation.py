"""Generators and coroutines that wait for others: what is yielded, sent, thrown and seen on the way."""

import sys
import traceback
def leafg(n):
    for i in range(n):
        yield i
    return 'leaf'
def mid(n):
    r = yield from leafg(n)
    assert r == 'leaf'
    return 'mid'
def top(n):
    r = yield from mid(n)
    assert r == 'mid'
    yield 'end'
    return 'top'
def frames():
    for i in range(5):
        f = sys._getframe(); names = []
        while f and f.f_code.co_name != '<module>' : names.append((f.f_code.co_name, f.f_lineno)); f = f.f_back
        yield names
def fmid():
    yield from frames()
def ftop():
    yield from fmid()
def raiser(n):
    for i in range(n): yield i
    raise KeyError(n)
def catcher(n):
    try:
        yield from raiser(n)
    except KeyError as e:
        yield ('caught', e.args, len(traceback.extract_tb(e.__traceback__)), [t.lineno for t in traceback.extract_tb(e.__traceback__)])
    return 7
def outer(n):
    v = yield from catcher(n)
    yield v
def ctx(n):
    def inner():
        yield 1
        try: raise ValueError(1)
        except ValueError as e: yield repr(e.__context__)
    try: raise KeyError('c')
    except KeyError:
        yield from inner()
def selfrun():
    g = None
    def leaf():
        yield 0
        try: next(g)
        except ValueError as e: yield str(e)
        yield g.gi_running
    def m(): yield from leaf()
    def t(): yield from m()
    g = t()
    return list(g)
def shared(n):
    l = leafg(n)
    def a(): yield from l
    def b(): yield from l
    x, y = a(), b()
    out = [next(x), next(y), next(x), next(l), next(x)]
    for i in range(n): out.append(next(y, None)); out.append(next(x, 'x'))
    return out
def sends():
    def echo():
        v = 'start'
        while True:
            v = yield ('e', v)
            if v == 'stop': return 'done'
    def m():
        r = yield from echo()
        while True: r = yield ('m', r)
    g = m(); out = [next(g)]
    for v in (1, None, 'a', 'stop', 5): out.append(g.send(v))
    g.close()
    try: g.send(1)
    except StopIteration: out.append('si')
    return out
def throws():
    def leaf():
        while True:
            try: yield 1
            except ValueError as e: yield ('ve', e.args)
    def m(): 
        try: yield from leaf()
        finally: log.append('m')
    def t():
        try: yield from m()
        except ZeroDivisionError: yield 'zd'
    log = []
    g = t(); out = [next(g), next(g), g.throw(ValueError(3)), next(g), next(g), g.throw(ZeroDivisionError)]
    g.close(); return out, log
def tree(d):
    if d:
        yield from tree(d-1); yield d; yield from tree(d-1)
def deep(n):
    if n: yield from deep(n-1)
    yield n
class Aw:
    def __await__(self):
        x = yield 'p'
        return x
async def c1(): return (await Aw()) or 1
async def c2(k):
    t = 0
    for i in range(k): t += await c1()
    if k == 3: raise LookupError(t)
    return t
async def c3(k):
    try: return await c2(k)
    except LookupError as e: return ('le', e.args, [t.name for t in traceback.extract_tb(e.__traceback__)])
def drive(c):
    n = 0
    try:
        v = c.send(None)
        while True:
            n += 1; v = c.send(n)
    except StopIteration as e: return n, e.value
out = []
for r in range(40):
    out = [list(top(4)), list(ftop()), list(outer(3)), list(ctx(1)), selfrun(), shared(9), sends(), throws(), list(tree(4)), sum(deep(50)), drive(c3(2)), drive(c3(3)), drive(c3(5))]
    if r in (0, 20, 39):
        for o in out: print(o)
def recl():
    yield from recl()
try: list(recl())
except RecursionError as e: print('re')
g = deep(3000)  # more than may be entered
sys.setrecursionlimit(100)
try: print(sum(g))
except RecursionError as e: print('re2', str(e)[:30])
