"""Runs mutants of code objects: each is refused by a rule, or ends in a Python result or exception.

Usage: fuzz_code.py SEED COUNT. Mutant N of a seed is always the same; one that goes wrong is printed.
"""
import io, random, signal, sys, types

def f1(a, b=2, *c, d=4, **e):
    x = [i + a for i in range(3) if i]
    try:
        y = {k: v for k, v in zip("abc", x)}
        z, *w = c or (1, 2, 3)
        return f"{x!r:>10} {y} {z}" + str(d)
    except (TypeError, ValueError) as err:
        return repr(err)
    finally:
        e.clear()

def f2(n):
    total = 0
    for i in range(n if isinstance(n, int) and n < 50 else 5):
        if i % 2: continue
        total += i * 2 - (i & 3)
        while total > 100: total -= 7
    return total, -total, ~total, not total

def f3(x):
    class A:
        y = x
        def m(self): return super().__repr__(), __class__, self.y
        @property
        def p(self): return self.y
    a = A()
    a.z = 1
    del a.z
    return a.m()[1].__name__, a.p

def f4(s):
    def inner(k=s):
        nonlocal s
        s = (s, k)
        yield s
        r = yield from iter("ab")
        return r
    g = inner()
    return list(g), [*map(str, (1, 2))], {**{"a": 1}}, {1, 2, *"x"}

def f5(x):
    match x:
        case [1, y, *rest]: return y, rest
        case {"k": v, **kw}: return v, kw
        case str(): return "s"
        case int(real=r) if r > 3: return r
        case _: return None

def f6(x):
    with memoryview(b"abc") as m, memoryview(b"d"):
        del x
        try:
            return x, m
        except UnboundLocalError:
            assert m, "m"
            return m[0:2].tobytes(), m[0]

def f7(x):
    import math as m
    from math import pi, floor
    try:
        try:
            raise ValueError(x) from None
        except* ValueError as g:
            r = len(g.exceptions), floor(pi), m.e > 2
        return r
    except Exception as e:
        return e.args

async def co(x):
    async for i in agen():
        x = await one(i, x)
    return [i async for i in agen() if i], x

async def agen():
    yield 1
    yield 2

async def one(i, x): return (i, x)

def f8(x):
    c = co(x)
    try: c.send(None)
    except StopIteration as e: return e.value
    finally: c.close()

def f9(x):
    global G
    G = x
    lst = [3, 1, 2]
    lst[0] += 1; lst[1:] = [9]
    a, (b, c) = 1, (2, 3)
    a, b = b, a
    return lst, a < b < c, a is b, a in lst, lambda q: q + G, x if a else c

G = 0
FUNCTIONS = [f1, f2, f3, f4, f5, f6, f7, f8, f9]

def codes(code):
    yield code
    for c in code.co_consts:
        if isinstance(c, types.CodeType): yield from codes(c)

ORIGINAL = [f.__code__ for f in FUNCTIONS] + [co.__code__, agen.__code__, one.__code__]
VALUES = [0, 1, -1, 2**70, 1.5, "a", b"b", (), (1, "x"), None, ..., frozenset({1}), True, [], {}, ("k",), int, len]

def mutate_one(rnd, code):
    kind = rnd.random()
    fields = {}
    if kind < 0.75:
        b = bytearray(code.co_code)
        for _ in range(rnd.choice((1, 1, 1, 2, 3))):
            i = rnd.randrange(len(b))
            b[i] = rnd.choice((rnd.randrange(256), (b[i] + rnd.choice((-1, 1, 2))) % 256, b[rnd.randrange(len(b)) & ~1 | (i & 1)]))
        if rnd.random() < 0.2:
            i, j = rnd.randrange(0, len(b), 2), rnd.randrange(0, len(b), 2)
            b[i:i + 2], b[j:j + 2] = b[j:j + 2], b[i:i + 2]
        fields["co_code"] = bytes(b)
    elif kind < 0.85 and code.co_consts:
        k = list(code.co_consts)
        k[rnd.randrange(len(k))] = rnd.choice(VALUES)
        fields["co_consts"] = tuple(k)
    elif kind < 0.9 and code.co_exceptiontable:
        t = bytearray(code.co_exceptiontable)
        t[rnd.randrange(len(t))] = rnd.randrange(256)
        fields["co_exceptiontable"] = bytes(t)
    elif kind < 0.93:
        fields["co_flags"] = code.co_flags ^ (1 << rnd.randrange(12))
    elif kind < 0.96:
        fields["co_stacksize"] = max(0, code.co_stacksize + rnd.choice((-1, 1, 5)))
    elif kind < 0.98:
        fields["co_linetable"] = code.co_linetable[:rnd.randrange(len(code.co_linetable) + 1)]
    else:
        n = list(code.co_names) or ["a"]
        n[rnd.randrange(len(n))] = rnd.choice(["__class__", "real", "x", "append", "__dict__", "send", "__code__"])
        fields["co_names"] = tuple(n)
    return code.replace(**fields)

def mutate(rnd, code):
    inner = [i for i, c in enumerate(code.co_consts) if isinstance(c, types.CodeType)]
    if inner and rnd.random() < 0.5:
        k = list(code.co_consts)
        i = rnd.choice(inner)
        k[i] = mutate(rnd, k[i])
        return code.replace(co_consts=tuple(k))
    return mutate_one(rnd, code)

class Late(BaseException): pass
def late(*a): raise Late
signal.signal(signal.SIGALRM, late)

KEPT = {k: v for k, v in globals().items() if not k.startswith("__")}

def main(seed, count):
    counts = {}
    sys.stdout = io.StringIO()  # some mutants print
    for n in range(count):
        rnd = random.Random(f"{seed}/{n}")
        which = rnd.randrange(len(ORIGINAL))
        text = ""
        try:
            signal.setitimer(signal.ITIMER_REAL, 1)
            code = mutate(rnd, ORIGINAL[which])
            if which < len(FUNCTIONS):
                f = FUNCTIONS[which]
                f.__code__ = code
                result = f(rnd.choice(VALUES))
                if isinstance(result, types.GeneratorType): result = list(result)
                kind = "result"
                repr(result)
            else:
                target = (co, agen, one)[which - len(FUNCTIONS)]
                target.__code__ = code
                result = f8(1)
                kind = "result"
        except Late:
            kind = "late"
        except SystemError as e:
            text = str(e)
            kind = "FAULT" if "internal error" in text else "refused" if text.startswith("bytecode refused") else "exception"
        except BaseException as e:
            kind = "exception"
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            sys.settrace(None)
            globals().update(KEPT)
            for f, c in zip(FUNCTIONS, ORIGINAL): f.__code__ = c
            co.__code__, agen.__code__, one.__code__ = ORIGINAL[-3:]
            sys.setrecursionlimit(1000)
        if kind == "FAULT":
            print(n, which, kind, text, file=sys.__stdout__)
        counts[kind] = counts.get(kind, 0) + 1
    sys.__stdout__.write(f"{count} mutants, {'refused' in counts and 'result' in counts and 'exception' in counts}\n")

main(sys.argv[1], int(sys.argv[2]))
