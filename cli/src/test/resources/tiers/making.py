"""Instances of classes with metaclasses and with __new__, attributes that are deleted, counters of classes."""

from abc import ABC, ABCMeta, abstractmethod
from collections import namedtuple
from typing import NamedTuple


class Shape(ABC):
    def __init__(self, size):
        self.size = size

    @abstractmethod
    def area(self): ...


class Square(Shape):
    def area(self):
        return self.size**2


class Line(Shape):
    pass


class Empty(metaclass=ABCMeta):
    pass


class Logging(type):
    pass


class Logged(metaclass=Logging):
    def __init__(self, x):
        self.x = x


class Failure(Exception, metaclass=Logging):
    pass


def outcome(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__ + ": " + str(error)


def areas(n):
    total = 0
    for i in range(n):
        total += Square(i).area() + Logged(i).x
        if type(Empty()) is not Empty:
            total += 1000
        try:
            raise Failure(i)
        except Failure as failure:
            total += failure.args[0]
    return total


def make_line():
    return Line(3)


def abstract():
    for turn in range(600):
        made = outcome(make_line)
    print(made)
    Line.__abstractmethods__ = frozenset()
    for turn in range(600):
        made = outcome(make_line)
    print(type(made).__name__, made.size)
    Line.__abstractmethods__ = frozenset(["area"])
    print(outcome(make_line))


def metaclasses():
    print(areas(1500))
    Logging.__call__ = lambda cls, *args: type.__call__(cls, *args) if cls is not Logged else Square(args[0] + 1)
    print(outcome(areas, 3))
    Logged.x = Square.x = property(lambda self: self.size * 1000)
    print(areas(3))
    del Logging.__call__
    print(outcome(areas, 3))


Pair = namedtuple("Pair", "x y", defaults=[5])


class Typed(NamedTuple):
    a: int
    b: str = "b"

    def twice(self):
        return self.a * 2


class Lower(Pair):
    def __new__(cls, x, y=1):
        return super().__new__(cls, x + 100, y)


class Number(int):
    def __new__(cls, value, more=0):
        self = super().__new__(cls, value + more)
        self.more = more
        return self


class Other:
    made = 0

    def __new__(cls, *args, **keywords):
        Other.made += 1
        return Square(4) if args else super().__new__(cls)


class Both:
    def __new__(cls, x):
        self = object.__new__(cls)
        self.x = x
        return self

    def __init__(self, x):
        self.y = x + 1


class Single:
    known = None

    def __new__(cls):
        if cls.known is None:
            cls.known = super().__new__(cls)
        return cls.known


def news(n):
    total = 0
    for i in range(n):
        pair, typed, lower, number = Pair(i, 2), Typed(i), Lower(i), Number(i, more=i)
        total += pair.x + pair.y + typed.a + typed.twice() + lower.x + lower.y + number + number.more + Pair(y=1, x=2).x
        total += Both(i).y + Other(1).size + (Single() is Single()) + Pair(1)[1]
    return total, pair, typed, lower, number, type(Other()) is Other, Pair(*"ab"), Pair._make([1, 2])


def remake():
    print(news(1500))
    print(Other.made, outcome(Pair), outcome(Typed, 1, 2, 3))
    Other.__new__ = lambda cls, x=None: "text" if x is None else Square(9)
    print(type(Other()), Other(1).size)
    Pair.__new__ = lambda cls, x, y=0: tuple.__new__(cls, (y, x))
    print(Pair(1, 2), outcome(tuple.__new__, int, (1,)), len(tuple.__new__(Pair, (1, 2, 3))))


class Bag:
    def __init__(self, i):
        self.a, self.b, self.c = i, i + 0.5, str(i)


class Guarded(Bag):
    def __delattr__(self, name):
        if name == "b":
            raise AttributeError("not " + name)
        super().__delattr__(name)


class Slots:
    __slots__ = ("a", "b", "c")
    __init__ = Bag.__init__


class Deleter(Bag):
    @property
    def b(self):
        return -1

    @b.setter
    def b(self, value):
        self.held = value

    @b.deleter
    def b(self):
        self.held = None


def drop(bag):
    del bag.a, bag.b
    bag.d = bag.c
    return sorted(vars(bag)) if hasattr(bag, "__dict__") else bag.d


def deleted():
    for cls in (Bag, Guarded, Slots, Deleter):
        for i in range(800):
            bag = cls(i)
            result = outcome(drop, bag)
        print(cls.__name__, result, outcome(drop, bag), getattr(bag, "a", "none"))


class Tally:
    count = 0
    factor = 1.5


class Below(Tally):
    pass


def count_up(n):
    for i in range(n):
        Tally.count += 1
        Tally.factor = Tally.factor * 1.0 + i
    return Tally.count, Tally.factor, Below.count


def counted():
    for turn in range(40):
        seen = count_up(100)
    print(seen)
    Below.count = -1
    print(count_up(10))
    Tally.count = 10**18 * 9
    print(count_up(10))
    Tally.count = "text"
    print(outcome(count_up, 3))
    Tally.count = property(lambda self: 1)
    print(outcome(count_up, 3))
    Tally.count = 5
    print(count_up(1))
    del Tally.count
    print(outcome(count_up, 1))


def powers():
    total = 0
    for i in range(1500):
        total += pow(3, i, 1000003) + pow(-i, i % 7, 998244353) + pow(i, 3, -7) + pow(i, 65537, 2**61 - 1)
    print(total, pow(2, 0, 1), pow(2, 0, -1), pow(0, 0, 5), pow(-3, 3, 3037000500), pow(5, 10**18, 3037000499))
    print(pow(3, -1, 7), outcome(pow, 2, -1, 4), outcome(pow, 2, 1, 0), pow(7, 10**20, -(2**63)), pow(True, 2, 3))


class Frozen:
    def __init__(self, x, y):
        object.__setattr__(self, "x", x)
        object.__setattr__(self, "y", y)

    def __setattr__(self, name, value):
        raise AttributeError("frozen " + name)


class FrozenSlots:
    __slots__ = ("x", "y")
    __init__ = Frozen.__init__
    __setattr__ = Frozen.__setattr__


class Computing(Frozen):
    @property
    def y(self):
        return self.held

    @y.setter
    def y(self, value):
        object.__setattr__(self, "held", value * 2)


class Narrow:
    __slots__ = ("x",)
    __init__ = Frozen.__init__


class Text(str):
    __init__ = lambda self, x, y=0: Frozen.__init__(self, x, y)


class Fly:
    def __new__(cls, *args):
        self = object.__new__(cls)
        self.args = args
        return self


class Cell(ABC):
    def __new__(cls):
        return super().__new__(cls)

    @abstractmethod
    def value(self): ...


class Full(Cell):
    value = 4


def assign(frozen):
    frozen.x = 1


def frozen():
    for cls in (Frozen, FrozenSlots, Computing, Narrow, Text):
        for i in range(900):
            made = outcome(cls, i, 0.5 if i % 2 else i)
        print(cls.__name__, getattr(made, "x", made), getattr(made, "y", None), outcome(assign, made))
    for i in range(900):
        fly, cell, full = Fly(i), outcome(Cell), Full()
    print(fly.args, cell, full.value, outcome(object.__new__, int), outcome(object.__setattr__, 5, "x", 1))
    print(outcome(object.__setattr__, Frozen, "x", 1), str.upper("a"), list.append([], 1), dict.get({1: 2}, 1))


def documented(function):
    return getattr(function, "__doc__", None), getattr(function, "__name__"), getattr(function, "extra", 3)


def documents():
    for i in range(900):
        seen = documented(outcome), documented(documents), documented(Fly), documented(len)
        if i == 600:
            outcome.__doc__ = "a text"
            documents.extra = 4
    print(seen)


abstract()
metaclasses()
frozen()
documents()
remake()
deleted()
counted()
powers()
