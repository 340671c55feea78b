"""Data descriptors of a program's classes, and attributes by names that vary: direct calls in machine code."""
import sys


class Typed:
    def __init__(self, kind, default=None):
        self.kind = kind
        self.default = default
        self.reads = 0

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        self.reads += 1
        if instance is None:
            return self
        return getattr(instance, self.name, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} takes {self.kind.__name__}, not {type(value).__name__}")
        setattr(instance, self.name, value)


class Point:
    x = Typed(int, 0)
    y = Typed(int, 0)

    @property
    def both(self):
        return self.x, self.y

    @both.setter
    def both(self, pair):
        self.x, self.y = pair


class Named(Point):
    label = Typed(str, "none")


class Slotted:
    __slots__ = ("a", "b")


def total(points, times):
    result = 0
    for i in range(times):
        for point in points:
            point.x = i
            point.y = point.x + 1
            result += point.x + point.y
            point.both = point.y, point.x
    return result


def named(objects, names, times):
    found = 0
    for i in range(times):
        for each in objects:
            for name in names:
                setattr(each, name, i)
                found += getattr(each, name) + hasattr(each, name + "_") + getattr(each, name + "!", 1)
    return found


points = [Point(), Named(), Point(), Named()]
for _ in range(4):
    print(total(points, 500), points[1].both, Point.__dict__["x"].reads > 0)
print(points[1].label, sorted(vars(points[0]).items()))

for value in ("text", 2.5):
    try:
        for i in range(3000):
            points[0].x = i if i < 2900 else value
    except TypeError as error:
        print(error, points[0].x, error.__traceback__.tb_next.tb_frame.f_code.co_name)


class Plain:
    pass


print(named([Plain(), Plain(), Named()], ["p", "q", "r"], 300))
slots = Slotted()
try:
    for i in range(3000):
        setattr(slots, "a" if i < 2800 else "c", i)
except AttributeError as error:
    print(error, slots.a)


def read(point, times):
    result = 0
    for i in range(times):
        result += point.x
    return result


point = Point()
point.x = 3
print(read(point, 3000))
# What the direct call is built on changes: the descriptor's class, its function, the class attribute.
Typed.__get__ = lambda self, instance, owner: 5
print(read(point, 3000))


class Seven(Typed):
    def __get__(self, instance, owner):
        return 7


vars(Point)["x"].__class__ = Seven
print(read(point, 3000))
Point.x = 11
print(read(point, 3000))
del Point.x
try:
    read(point, 3)
except AttributeError as error:
    print(error)


class Watching:
    """Looks at its caller's frame."""

    def __get__(self, instance, owner):
        return sys._getframe(1).f_locals["i"], owner.__name__

    def __set__(self, instance, value):
        instance.seen = sys._getframe(1).f_locals["i"] + value


class Watched:
    here = Watching()


class Watched2(Watched):
    pass


def watch(times):
    each = [Watched(), Watched2()]
    for i in range(times):
        seen = each[i % 2].here
        each[i % 2].here = 1
    return seen, each[0].seen, each[1].seen


print(watch(3000))
