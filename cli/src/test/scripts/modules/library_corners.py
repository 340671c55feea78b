"""Corners of builtin types and native modules, each of which a test of CPython showed."""
import abc
import array
import bisect
import builtins
import calendar
import collections.abc
import csv
import functools
import io
import itertools
import math
import operator
import statistics
import struct
import time
import types
import warnings


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


class Bad:
    def __index__(self):
        return True


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(operator.index(Bad()), [str(w.message) for w in caught])
out = io.StringIO()
csv.writer(out, dialect="excel", delimiter=";").writerow(["a", "b;c"])
print(repr(out.getvalue()))
print(attempt(time.struct_time, "123456789", dict=None))
print(statistics.NormalDist(100, 0).inv_cdf(0.5) if hasattr(statistics, "NormalDist") else "")
print(attempt(struct.pack_into, "<I", bytearray(10), 2**63 - 1, 1))
print(bisect.bisect_left(range(2**62), 2**61))


class Int(int):
    def __add__(self, other):
        return Int(int(self) + int(other))

    __radd__ = __add__

    def __mul__(self, other):
        return Int(int(self) * int(other))

    __rmul__ = __mul__


print(math.sumprod((-5, -5, -5), (Int(7), 1.5, 1.5)))
print(calendar.month_name[1], calendar.day_abbr[0], time.strftime("%A %B", (2024, 5, 1, 0, 0, 0, 2, 1, 0)))
print(attempt(time.strftime, "%S\0"), attempt(time.asctime, (-(2**31),) + (0,) * 8))
for cls, args in ((zip, ("ab",)), (map, (str, "ab")), (filter, (None, "ab")), (itertools.chain, ("ab",)),
                  (itertools.islice, ("abcd", 1, 3))):
    sub = type("Sub", (cls,), {})
    own = type("Own", (cls,), {"__init__": lambda self, *args, extra=None: None})
    print(attempt(sub, *args, extra=1), attempt(lambda: list(own(*args, extra=1))))
a, b = itertools.tee("abc")
print(itertools.tee(a)[0] is a, "")
print(isinstance(array.array("b"), collections.abc.MutableSequence))
print(attempt(abc.ABCMeta, "Both", (collections.abc.Collection,), {"__abc_tpflags__": 96}))


@functools.partial
def partial(*args, **kwargs):
    return args, kwargs


partial.attribute = 1
partial.__setstate__((print, (1,), {}, None))
print(partial.args, vars(partial), attempt(delattr, partial, "__dict__"))


class Counted:
    hashes = 0

    def __hash__(self):
        Counted.hashes += 1
        return 1


cached = functools.lru_cache(maxsize=2)(lambda x: x)
counted = Counted()
cached(counted), cached(counted)
print(Counted.hashes)


class Slotted(collections.deque):
    __slots__ = ("x", "__dict__")


deque = Slotted([1])
deque.x, deque.y = 2, 3
print(deque.__reduce__()[2])


class Documented(property):
    __slots__ = ("x",)


print(Documented(doc="lost").__doc__)


class Class:
    def method(self, cls):
        return cls

    class Inner:
        pass


Class.Inner.bound = classmethod(Class().method)
print(Class.Inner.bound())
print(attempt([].extend, type("L", (), {"__iter__": lambda s: iter("ab"), "__length_hint__": lambda s: 1 / 0})()))
it = iter((1, 2, 3))


class Exhausts:
    def __hash__(self):
        return hash("iter")

    def __eq__(self, other):
        list(it)
        return other == "iter"


names = vars(builtins)
kept = names.pop("iter")
names[Exhausts()] = kept
print(it.__reduce__())


class View(bytearray):
    def __buffer__(self, flags):
        return super().__buffer__(flags)


print(memoryview(View(b"abc")).tobytes())


# a view that is released while an index or a value of it is made
class Releasing:
    def __index__(self):
        view.release()
        return 2


for use in (lambda: view[Releasing()], lambda: view.__setitem__(Releasing(), 1), lambda: view.__setitem__(0, Releasing()),
            lambda: bytes(view[:Releasing()]), lambda: view.__setitem__(slice(Releasing(), 3), b"x")):
    view = memoryview(bytearray(b"abcdef"))
    try:
        print(use())
    except ValueError as error:
        print(error)


# a class that becomes a descriptor later
class Late:
    pass


class Holder:
    late = Late()


def read(holder):
    return holder.late


holder = Holder()
holder.late = 1
print([read(holder) for _ in range(3)])
Late.__get__ = lambda self, instance, owner: "got"
Late.__set__ = lambda self, instance, value: None
print(read(holder))
del Late.__set__
print(read(holder))

# switches of a text file are C's integers
import io

text = io.TextIOWrapper(io.BytesIO())
for value in (2**40, 2**1000, 1.5):
    try:
        print(text.reconfigure(line_buffering=value))
    except Exception as error:
        print(type(error).__name__, error)

# clocks that only the kernel knows
import threading
import time

for arguments in ((1, 0), (99, 0), (0, "x"), (0, None)):
    for function in (time.clock_settime, time.clock_settime_ns):
        try:
            print(function(*arguments))
        except Exception as error:
            print(type(error).__name__, error)
for clock in (0, 1, 2, 3, 5, 6, 99):
    try:
        print(clock, time.clock_gettime(clock) > 0, time.clock_gettime_ns(clock) > 0, 0 < time.clock_getres(clock) < 1)
    except Exception as error:
        print(clock, type(error).__name__, error)
mine = time.pthread_getcpuclockid(threading.get_ident())
print(type(mine), mine < 0, time.clock_gettime(mine) > 0)

# objects set aside
import gc

gc.freeze()
print(gc.get_freeze_count() > 100)
gc.unfreeze()
print(gc.get_freeze_count())
