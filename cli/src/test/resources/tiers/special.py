# special methods of programs' classes, direct and when they fail in mid-run
class N:
    def __init__(self, v): self.v = v
    def __add__(self, o):
        if isinstance(o, N): return N(self.v + o.v)
        return N(self.v + o) if isinstance(o, int) else NotImplemented
    def __radd__(self, o): return N(o + self.v) if isinstance(o, int) else NotImplemented
    def __iadd__(self, o):
        if isinstance(o, str): return NotImplemented
        self.v += o if isinstance(o, int) else o.v
        return self
    def __sub__(self, o): return NotImplemented
    def __isub__(self, o): return NotImplemented
    def __mul__(self, o): return NotImplemented
    def __lt__(self, o): return self.v < o.v if isinstance(o, N) else NotImplemented
    def __eq__(self, o): return self.v == o.v if isinstance(o, N) else NotImplemented
    def __hash__(self): return hash(self.v)
    def __bool__(self): return self.v % 3 != 0
    def __len__(self): return self.v
    def __getitem__(self, i):
        if i > 1000: raise IndexError(i)
        return self.v * i
    def __setitem__(self, i, x): self.v = x if i else self.v
    def __contains__(self, x): return x % 2 and self.v
    def __call__(self, a, b=2): return self.v + a * b
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class M(N):
    def __radd__(self, o): return "M.radd"
    def __gt__(self, o): return "M.gt"
class R:
    def __rsub__(self, o): return "R.rsub"
    def __rmul__(self, o): return "R.rmul"
    def __gt__(self, o): return "R.gt"
class BadBool:
    def __bool__(self): return self.b
class BadLen:
    def __len__(self): return self.b
def work(n, right, out):
    a = N(1); t = 0; l = L(2); e = L(0)
    for i in range(n):
        x = a + N(i)
        y = i + x
        x += i
        t += x.v + y.v
        if x < y: t += 1
        if x: t += 2
        if not y: t += 3
        if l: t += 1
        if not e: t += 1
        t += x[i & 7]
        x[i & 1] = 5
        t += x.v
        if i in x: t += 7
        if i not in x: t += 9
        t += x(i) + x(i, b=1) + x(a=3)
        if x == y: t += 1
        if x != y: t += 5
        if x == i: t += 100
        if i % 500 == 0:
            out.append((x + right) if i else None); out[-1] = getattr(out[-1], "v", out[-1])
    return t
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
out = []
print(work(3000, 4, out), out)
out = []
print(work(3000, M(5), out), [type(o).__name__ for o in out])
print(attempt(lambda: work(3000, "s", [])))
def ops(n, a, b):
    r = []
    for i in range(n):
        r.append(attempt(lambda: a - b)); r.append(attempt(lambda: a < b))
    return r[-2:]
def sub(a, b): return a - b
def mul(a, b): return a * b
def isub(a, b):
    a -= b
    return a
def lt(a, b): return a < b
def eq(a, b): return a == b
def truth(a): return 1 if a else 0
def iadd(a, b):
    a += b
    return a
for f in sub, mul, isub, lt, eq, iadd:
    a = N(3)
    seen = []
    for i in range(3000):
        for b in (N(4), R(), 5, "x", [1], M(2), None):
            r = attempt(lambda: f(a, b))
            if i in (0, 2999): seen.append(r if isinstance(r, (str, int, bool, tuple)) else type(r).__name__)
            if f is iadd: a.v = 3
    print(f.__name__, seen[:7] == seen[7:], seen[7:])
for cls in BadBool, BadLen:
    c = cls(); seen = []
    for i in range(3000):
        c.b = True
        truth(c)
    for b in (1, 0, -1, "s", False, 2.5):
        c.b = b
        seen.append(attempt(lambda: truth(c)))
    print(cls.__name__, seen)
def deep(n, a):
    return a if n == 0 else deep(n - 1, a) + N(1)
for i in range(300): r = deep(20, N(0)).v
print(r)
def contains_fail(x, c): return x in c
class C:
    def __contains__(self, x):
        return self.answer
c = C()
for i in range(5000):
    c.answer = i
    contains_fail(3, c)
c.answer = BadBool(); c.answer.b = 7
print(attempt(lambda: contains_fail(3, c)), attempt(lambda: not (3 in c)))
def getitem(x, i): return x[i]
for i in range(5000): getitem(N(2), i & 7)
print(attempt(lambda: getitem(N(2), 2000)))
N.__add__ = lambda self, o: "changed"
print(N(1) + 2, attempt(lambda: work(2, 4, [])))

# the methods' own guards fail while their callers are machine code
class V:
    def __init__(self, v): self.v = v
    def __add__(self, o): return self.v + o.v
    def __lt__(self, o): return self.v < o.v
    def __bool__(self): return self.v + 1 > 5
    def __getitem__(self, i): return self.v * i
    def __setitem__(self, i, x): self.w = self.v * x
    def __contains__(self, x): return self.v * x > 20
    def __call__(self, x): return self.v * x
class W:
    def __init__(self, v): self.v = v
    def __len__(self): return int(self.v * 2)
def every(v, w, o):
    t = 0
    t += v + o
    if v < o: t += 1
    if v: t += 2
    if not v: t += 4
    if w: t += 8
    t += v[2]
    v[0] = 3
    t += v.w
    if 5 in v: t += 16
    if 5 not in v: t += 32
    t += v(3)
    return t
def loop(n, v, w, o):
    t = 0
    for i in range(n): t += every(v, w, o)
    return t
print(loop(4000, V(3), W(1), V(4)))
for big in (2.5, 2**70, True, 4.0):
    print(loop(3, V(big), W(1), V(4)), loop(3, V(3), W(1), V(big)), loop(3, V(3), W(big if big != 2**70 else 0.5), V(4)))
print(loop(3000, V(2.5), W(1.5), V(4)))
