# builtin functions and methods that run no Python code, and arguments with which they would
from collections import deque


class Odd:
    def __init__(self, v):
        super().__init__()
        self.v = v

    def __hash__(self):
        log.append("hash")
        return 7

    def __eq__(self, other):
        log.append("eq")
        return isinstance(other, Odd) and self.v == other.v

    def __iter__(self):
        log.append("iter")
        return iter([self.v])

    def __index__(self):
        return self.v

    def __repr__(self):
        return f"Odd({self.v})"


log = []


def lists(x, y):
    a = [1, 2, 3]
    a.append(x)
    a.insert(1, y)
    a.extend((x, y))
    b = a.copy()
    b.reverse()
    c = b.pop()
    d = b.pop(0)
    return a, b, c, d


def dicts(key, other):
    d = {}
    d.setdefault(key, []).append(1)
    a = d.get(other, "none")
    b = d.pop(key)
    return a, b, list(d.items()), list(d.keys())


def sets(x, y):
    s = set()
    s.add(x)
    s.add(y)
    s.discard(y)
    try:
        s.remove(y)
    except KeyError as e:
        return "missing", e.args[0], len(s.copy())
    return s.pop()


def queues(x):
    q = deque()
    q.append(x)
    q.appendleft(2)
    q.extend([3, 4])
    q.rotate(1)
    return q.pop(), q.popleft(), len(q), list(q)


def texts(s, sep, n):
    parts = s.split(sep)
    try:
        at = s.index("zz")
    except ValueError as e:
        at = str(e)
    return (
        parts, sep.join(parts), s.partition(sep), s.rpartition(sep), s.title(), s.zfill(n), s.ljust(n, "*"),
        s.center(n), s.removeprefix("a"), s.startswith(("a", "b")), s.encode(), s.isidentifier(), at,
        s.rsplit(sep, 1), s.splitlines(), s.swapcase(), s.count(sep), s.replace(sep, "-", 1),
    )


def numbers(a, b):
    return (
        hash(a), divmod(a, b), round(a / 3, 2), pow(a, 2), bin(a), hex(a), repr(b), a.bit_length(), callable(a),
        (b / 2).is_integer(),
    )


def iterators(items):
    it = iter(items)
    first = next(it, None)
    rest = 0
    while True:
        try:
            next(it)
        except StopIteration:
            break
        rest += 1
    return first, rest


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__, str(e)


def many(f, times, *args):
    for _ in range(times):
        result = attempt(f, *args)
    return result


for f, args, others in [
    (lists, (5, "y"), [(Odd(1), None), (2.5, Odd(3))]),
    (dicts, ("k", 1), [(Odd(1), Odd(2)), ((1, Odd(2)), 5), ([], 1), (1, {})]),
    (sets, (1, 2), [(Odd(1), Odd(1)), ("x", "x"), ([], 1)]),
    (queues, (1,), [(Odd(2),)]),
    (texts, ("a,b c", ",", 9), [("a,b", "", 9), ("abc", None, 5), ("x", ",", Odd(4)), (b"a,b", b",", 3)]),
    (numbers, (12, 5), [(2**80, 3), (True, 2), (Odd(5), 2), (7, 0), (-1, 2)]),
    (iterators, ([1, 2, 3],), [(Odd(3),), ({},), ("abc",), (5,), ((x for x in "ab"),)]),
]:
    log.clear()
    print(f.__name__, many(f, 3000, *args))
    for other in others:
        print("   ", attempt(f, *other), log)
        log.clear()
        print("   ", many(f, 1, *args))


def grow(n):
    seen = set()
    order = deque([1])
    while order:
        x = order.popleft()
        if x in seen or x > n:
            continue
        seen.add(x)
        order.extend((x * 2, x * 2 + 1))
    return len(seen), sum(seen)


print(grow(5000))


class Named:
    kind = "named"

    def __init__(self, v):
        self.v = v

    def visit_a(self):
        return "a", self.v

    @property
    def prop(self):
        log.append("prop")
        return 9


class Lazy:
    def __getattr__(self, name):
        log.append(name)
        if name == "none":
            raise AttributeError(name)
        return name.upper()


def look(x, name):
    log.append(isinstance(x, (int, str, Named)))
    visit = getattr(x, "visit_" + name, None)
    return hasattr(x, name), getattr(x, "v", 5), visit and visit(), getattr(x, "kind", "other"), isinstance(x, (int, list))


log.clear()
many(look, 3000, Named(3), "a")
log.clear()
for x in (Named(4), Lazy(), 5, [], "text", Named, len, None):
    for name in ("a", "prop", "none", "v"):
        print(attempt(look, x, name), log)
        log.clear()
n = Named(1)
n.visit_a = lambda: "own"
print(look(n, "a"))


def get(x, name):
    return getattr(x, name)


many(get, 3000, n, "v")
print(attempt(get, n, "nothing"), attempt(get, n, 5), attempt(get, Lazy(), "none"), attempt(get, 3, "real"))
