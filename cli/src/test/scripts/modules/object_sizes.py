# Sizes of objects, and which types the collector looks at, are CPython's.
import sys


class Plain:
    pass


class Slots:
    __slots__ = 'x'


class SlotsAndDict:
    __slots__ = 'x', '__dict__'


class SlotsAndWeak:
    __slots__ = 'x', '__weakref__'


class Everything:
    __slots__ = 'a', 'b', '__dict__', '__weakref__'


class Empty:
    __slots__ = ()


class List(list):
    pass


class Int(int):
    pass


class Tuple(tuple):
    pass


class Dict(dict):
    pass


class Bytes(bytes):
    pass


class PlainChild(Plain):
    pass


class SlotsChild(Slots):
    pass


for cls in (Plain, Slots, SlotsAndDict, SlotsAndWeak, Everything, Empty, List, Int, Tuple, Dict, Bytes,
            PlainChild, SlotsChild):
    value = cls()
    print(cls.__name__, cls.__basicsize__, cls.__itemsize__, cls.__weakrefoffset__, value.__sizeof__(),
          sys.getsizeof(value))

for value in (
    (), (1, 2), [], [1], {}, {1: 2}, {'a': 1}, dict.fromkeys('abcdef'), dict.fromkeys(range(100)), set(),
    {1, 2, 3, 4, 5, 6}, frozenset(), 1, 2 ** 40, 1.5, 1j, 'abc', '\u20ac', b'ab', bytearray(5), None, True,
    lambda: 1, print, ''.join, [].append, Plain().__init__, (i for i in ()), range(3), slice(1), iter([]),
    iter(()), iter({}), enumerate([]), zip(), map(str, ()), object(), ValueError(), sys, property(),
    memoryview(b''), super(List), classmethod(1), staticmethod(1), {}.keys(), {}.items(),
    compile('1', '', 'eval'), compile('f(x)', '', 'eval'),
):
    print(type(value).__name__, sys.getsizeof(value), value.__sizeof__(), bool(type(value).__flags__ & 1 << 14))
