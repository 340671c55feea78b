"""Attributes and methods in hot code, while classes, shapes and functions change."""


class Point:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def add(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def norm(self):
        return self.x * self.x + self.y * self.y


class Named(Point):
    kind = "named"

    def __init__(self, x, name):
        super().__init__(x, 1)
        self.name = name

    def norm(self):
        return super().norm() + len(self.name)


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a

    def get(self):
        return self.a


class Odd:
    def __init__(self):
        self.calls = 0

    def __getattr__(self, name):
        return name + "?"

    def __eq__(self, other):
        return True

    def __add__(self, other):
        return "added"

    __radd__ = __add__

    def __bool__(self):
        return False

    def __len__(self):
        return 3

    __hash__ = None


def walk(points):
    s = 0
    for p in points:
        s += p.norm()
    return s


def chain(p, n):
    for i in range(n):
        p = p.add(Point(1, y=2))
    return p.x, p.y


def operate(a, b):
    if a == b:
        return a + b
    return "not" if not a else "so"


points = [Point(i, 1) for i in range(20)]
for rounds in range(60):
    r = walk(points)
print(r, walk([Named(2, "ab"), Point(1)]), walk(points + [Named(1, "x")] * 3))
for rounds in range(40):
    r = chain(Point(0), 30)
print(r, chain(Point(0.5, 2**62), 30), chain(Point("a"), 0))
for rounds in range(100):
    r = operate(rounds, rounds)
print(r, operate(Odd(), 1), operate(1, Odd()), operate("a", "a"), operate([], [1]))
Point.norm = lambda self: 1
print(walk(points), walk([Named(2, "ab")]))
points[3].norm = lambda: 100
print(walk(points))
points[4].__class__ = Named
points[4].name = "four"
print(walk(points), points[4].kind)
p = Point(1)
p.__dict__["x"] = 7
p.extra = 1
del p.y
try:
    p.add(p)
except AttributeError as e:
    print(e)
s = [Slotted(i) for i in range(50)]
for rounds in range(30):
    r = [o.get() for o in s]
print(sum(r))
del s[0].a
try:
    s[0].get()
except AttributeError as e:
    print(e)
print(Odd().missing, len(Odd()))


def scale(p, k=2):
    return p.x * k


def use(p):
    return scale(p)


for rounds in range(100):
    r = use(p)
print(r)
scale.__defaults__ = (5,)
print(use(p))
scale.__code__ = (lambda p, k=2: "swapped").__code__
print(use(p))
scale = lambda p: "rebound"
print(use(p))
len_ = len


def size(x):
    return len(x)


for rounds in range(100):
    r = size("abc")
len = lambda x: "own len"
print(r, size("abc"))
del len
print(size("abcd"))
