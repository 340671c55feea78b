"""Attributes that are floats: they come, change, become something else and go, in every way there is."""

import copy
import pickle
import struct
import threading


class Point:
    def __init__(self, x, y, name="p"):
        self.x = x
        self.name = name
        self.y = y

    def move(self, dx, dy):
        self.x += dx
        self.y += dy

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


def walk(n):
    p = Point(0.5, 1.5)
    step = Point(0.25, -0.25)
    for i in range(n):
        p.move(0.5, 1.0)
        p = p + step
    return p


for n in (10, 3000, 3000):
    p = walk(n)
    print(p.x, p.y, vars(p), list(p.__dict__))


def identity(n):
    same = []
    for i in range(n):
        y = i * 0.37
        p = Point(y, 2.5)
        same = [p.x is p.x, p.x is y, p.x is p.y, p.x is not y, id(p.x) == id(p.x), p.x is None, [p.x] == [y]]
    return same


for n in (5, 3000):
    print(identity(n))

nan = float("nan")
other = struct.unpack("d", struct.pack("d", nan))[0]


def nans(n):
    p = Point(1.0, 2.0)
    for i in range(n):
        p.x = nan
        p.y = other
    return p.x is nan, p.y is other, p.x is other, [p.x] == [nan], p.x in [nan], p.x == nan, [p.x] == [other]


for n in (5, 3000):
    print(nans(n))


class Mixed:
    def __init__(self, value):
        self.before = 1.5
        self.value = value
        self.after = 2.5


def mix(n):
    values = [0.5, 1, None, "text", 10**30, True, 2.5, -0.0, [1.0]]
    made = [Mixed(1.25) for _ in range(3)]
    out = []
    for i in range(n):
        m = Mixed(values[i % len(values)])
        made[i % 3].value = m.value
        m.before = m.after
        out = [vars(m), vars(made[i % 3])]
        made[i % 3] = Mixed(0.75)
        made[i % 3].value = i * 0.5
        made[i % 3].value = i
        del made[i % 3].before
        made[i % 3].before = i * 0.5
    return out, [list(vars(m).items()) for m in made]


for n in (3, 9, 3000):
    print(mix(n))


def kinds(n):
    p = Point(1.0, 2.0)
    seen = set()
    for i in range(n):
        p.x = i * 0.5 if i % 7 else i
        seen.add(type(p.x).__name__)
        p.y = p.x
        seen.add(type(p.y).__name__)
    return sorted(seen), p.x, p.y


print(kinds(3), kinds(3000))


class Other:
    pass


def change(n):
    for i in range(n):
        p = Point(i * 0.5, 1.5)
        p.__class__ = Other
        p.z = 3.5
        q = Point(i * 0.5, 1.5)
        q.y = "y"
        q.__class__ = Other
        q.z = 3.5
        r = Point(0.5, 1.5)
        del r.x
        r.__class__ = Other
    try:
        r.x
    except AttributeError as e:
        print(e)
    return type(p).__name__, vars(p), vars(q), vars(r)


for n in (5, 2000):
    print(change(n))


class Many:
    pass


def many(n):
    m = Many()
    for i in range(n):
        setattr(m, f"a{i}", i * 0.5)
    return m


for n in (5, 59, 60, 61, 70):
    m = many(n)
    m.a2 = "two"
    m.a3 += 1.5
    print(n, m.a1, m.a2, m.a3, len(vars(m)), getattr(m, f"a{n - 1}"), list(vars(m))[-1])

p = Point(1.25, -0.0)
for twin in (copy.copy(p), copy.deepcopy(p), pickle.loads(pickle.dumps(p))):
    print(vars(twin), twin.y.hex(), twin.x.hex())
p.__dict__["x"] = 7.5
p.y = "after"
print(p.x, vars(p))
del p.x
print(hasattr(p, "x"), vars(p))


class Counter:
    total = 0.0


def count(n):
    c = Counter()
    for i in range(n):
        c.total += 0.5
        if i == n // 2:
            del c.total
    return c.total, Counter.total


print(count(4), count(3000))


class Sub(Point):
    def __init__(self, x):
        super().__init__(x, x * 2)
        self.z = x * 3


class Error(Exception):
    def __init__(self, code):
        self.code = code


def subs(n):
    total = 0.0
    for i in range(n):
        s = Sub(i * 0.5)
        total += s.x + s.y + s.z
        try:
            raise Error(i * 0.5)
        except Error as e:
            total += e.code
    return total


print(subs(5), subs(3000))


def shared(threads, turns):
    points = [Point(1.0, 1.0) for _ in range(8)]
    wrong = []

    def write(k):
        for i in range(turns):
            p = points[i % 8]
            p.x = float(2 ** (i % 5))
            p.y = p.x if i % 500 else "text"
            if i % 50 == 0:
                q = Point(2.0, 4.0)
                points[i % 8] = q
                q.w = 8.0
                q.v = 16.0
            if i % 200 == 0:
                vars(points[(i + 1) % 8])

    def read(k):
        good = {1.0, 2.0, 4.0, 8.0, 16.0, "text"}
        for i in range(turns):
            p = points[i % 8]
            for value in (p.x, p.y, getattr(p, "v", 1.0), getattr(p, "w", 1.0)):
                if value not in good:
                    wrong.append(value)

    running = [threading.Thread(target=(write, read)[k % 2], args=(k,)) for k in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    return wrong[:5]


print(shared(4, 6000))
