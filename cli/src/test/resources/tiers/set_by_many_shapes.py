# Attributes that one place of the code sets on instances of more classes than it can have guards for: classes made
# anew in each call, slots, properties, __setattr__, numbers and other values in turn, classes that change.
import sys


def use(n, first=0):
    class Point:
        def __init__(self, x, y):
            self.x = x
            self.y = y

        def plus(self, other):
            return Point(self.x + other.x, self.y + other.y)

    at, step = Point(first, 0), Point(1, 2)
    for _ in range(n):
        at = at.plus(step)
    return at.x, at.y, vars(at), type(at).__name__


def put(objects, value):
    for o in objects:
        o.value = value
    return [o.value for o in objects]


def plain(i):
    class Plain:
        pass

    Plain.__name__ = "Plain%d" % i
    return Plain


class Slotted:
    __slots__ = ("value",)


class Other:
    __slots__ = ("other",)


class WithProperty:
    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        self._value = ("set", new)


class ReadOnly:
    @property
    def value(self):
        return 0


class Hooked:
    def __setattr__(self, name, value):
        print("setattr", name, value, sys._getframe(1).f_code.co_name)
        object.__setattr__(self, name, value)


class OwnDict(dict):
    pass


class OwnInt(int):
    pass


class Final:
    def __init__(self, log):
        self.log = log

    def __del__(self):
        self.log.append("gone")


CLASSES = [plain(i) for i in range(14)]
for turn in range(80):
    use(4)
    put([c() for c in CLASSES], turn)
    put([c() for c in CLASSES], float(turn))
    put([c() for c in CLASSES], "text")
    old = [c() for c in CLASSES]
    put(old, 1)
    put(old, 2.5)
print(use(5), use(5, 0.5), use(3, 2**62))
objects = [c() for c in CLASSES]
print(put(objects, 1), put(objects, 1.5), put(objects, float("nan")), put(objects, None), put(objects, 3))
print([vars(o) for o in objects][:2], objects[0].__dict__ is objects[0].__dict__)
print(put(objects, 4), [vars(o) for o in objects][:2])
print(put([Slotted(), WithProperty(), OwnDict(), OwnInt(3), lambda: 0], 7))
print(put([Hooked(), Hooked()], 8))
for odd in (Other(), ReadOnly(), 5, None, "text", object(), int):
    try:
        put([CLASSES[0](), odd], 9)
    except (AttributeError, TypeError) as error:
        tb = error.__traceback__
        while tb.tb_next:
            tb = tb.tb_next
        print(type(error).__name__, error, tb.tb_lineno - put.__code__.co_firstlineno, tb.tb_frame.f_locals["value"])

# Classes that change under a place that knows them.
objects = [c() for c in CLASSES]
put(objects, 1)
CLASSES[3].value = property(lambda self: "read", lambda self, new: print("written", new))
print(put(objects, 2))
del CLASSES[3].value
CLASSES[4].__setattr__ = lambda self, name, value: print("hook", name, value)
print(put(objects, 3))
del CLASSES[4].__setattr__
CLASSES[5].value = "of the class"
print(put(objects, 4))
for o in objects:
    del o.value
print(objects[5].value, put(objects, 5))
objects[0].__class__ = CLASSES[1]
objects[2].__dict__ = {"other": 1}
for i in range(60):
    setattr(objects[6], "more%d" % i, i)
print(put(objects, 6), vars(objects[2]), type(objects[0]).__name__, len(vars(objects[6])))


def order(objects, names):
    for o in objects:
        for name in names:
            if name == "a":
                o.a = 1
            elif name == "b":
                o.b = 2.5
            else:
                o.c = "c"
    return [list(vars(o)) for o in objects]


for turn in range(60):
    order([c() for c in CLASSES], "abc")
    order([c() for c in CLASSES], "cab")
print(order([c() for c in CLASSES[:2]], "bca"), order([c() for c in CLASSES[:2]], "cb"))


def ends(n):
    class End:
        def __init__(self, log):
            self.log = log

        def __del__(self):
            self.log.append(1)

    log = []
    for _ in range(n):
        End(log)
    return log


for _ in range(30):
    ends(3)
import gc
log = ends(3)
gc.collect()
print(len(log))
