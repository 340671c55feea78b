"""Containers whose elements run code, descriptors, long searches, names that are hard to look up."""
import types


class Shortens:
    def __init__(self, victim):
        self.victim = victim

    def __eq__(self, other):
        self.victim.clear()
        return NotImplemented


one, two = [], []
one.append(Shortens(two))
two.append(Shortens(one))
print(one == two)
other = dict.fromkeys(range(1, 50))


class Clears:
    def __hash__(self):
        return 0

    def __eq__(self, value):
        other.clear()
        return False


other[Clears()] = 0
try:
    {Clears(): 0, 1: 1}.update(other)
except RuntimeError as e:
    print(e)


class Counted(int):
    count = 0

    def __hash__(self):
        Counted.count += 1
        return int(self)


keys = dict.fromkeys(map(Counted, range(5)))
dict.fromkeys(keys), dict.fromkeys(set(keys)), dict.fromkeys(frozenset(keys))
print(Counted.count)
fixed = frozenset("abc")
print(fixed.intersection() is fixed, fixed.copy() is fixed)


class Frozen(frozenset):
    __slots__ = ("x", "__dict__")


try:
    Frozen([], y=1)
except TypeError as e:
    print(e)
f = Frozen([1])
f.x, f.z = 2, 3
print(f.__reduce__()[2])


class Number(int):
    pass


print(Number(1 << 60).__sizeof__() - Number.__basicsize__, (0).__sizeof__())


class Text(str):
    def __str__(self):
        return "other"


print(format(Text("x")), f"{Text('x')}", "{}".format(Text("x")))
print(type(types.FunctionType.__globals__), type(types.FunctionType.__code__))
print(types.FunctionType.__globals__, slice.start)
try:
    slice(1).start = 2
except AttributeError as e:
    print(e)
for length in 1000, 100000:
    a, b = "a" * length, "b" * length
    hay, needle = a + a + b + a + a, a + b + b + a
    print(hay.find(needle), (hay + needle).find(needle), (hay + needle).count(needle))
    hay, needle = hay.encode(), needle.encode()
    print(hay.find(needle), (hay + needle).find(needle), (hay + needle).count(needle))
try:
    exec(compile("class A: pass", "", "exec"), {"__builtins__": {}})
except NameError as e:
    print(e)


class Refuses(dict):
    def __getitem__(self, key):
        raise ZeroDivisionError(key)


try:
    exec("missing", {"__builtins__": Refuses(missing=1)})
except ZeroDivisionError as e:
    print(repr(e))
for name in "A\udcdc", "A\0":
    try:
        type(name, (), {})
    except ValueError as e:
        print(type(e).__name__, e)


class Own:
    __dict__ = property(lambda self: {"a": 2})


print(vars(Own()))
array = bytearray(b",")


def clearing():
    array.clear()
    yield b"A"


try:
    array.join(clearing())
except BufferError as e:
    print(e)
