"""A bytearray that changes while it is filled or written to; subclasses with slots; empty text in unknown encodings."""
import copy
import pickle
import sys


class Slotted(bytearray):
    __slots__ = ("x", "__dict__")


class Index:
    def __init__(self, change, value):
        self.change, self.value = change, value

    def __index__(self):
        self.change()
        return self.value


array = bytearray(b"old")


def items():
    for i in range(5):
        yield i
        print(i, bytes(array), array.__alloc__() > len(array))
    yield 256


try:
    array.__init__(items())
except ValueError as error:
    print(error, bytes(array))

array = bytearray(b"abc")
try:
    array[0] = Index(array.clear, 65)
except IndexError as error:
    print(error, array)

sys.modules["__main__"].Slotted = Slotted
slotted = Slotted(b"abc")
slotted.x, slotted.y = [1], [2]
for twin in (copy.copy(slotted), copy.deepcopy(slotted), *(pickle.loads(pickle.dumps(slotted, p)) for p in (2, 5))):
    print(twin, twin.x, twin.y, twin.x is slotted.x)
print(bytearray(b"x").__reduce_ex__(2), bytearray().__reduce_ex__(3))

print(repr(str(b"", "unheard-of")), repr(b"".decode("unheard-of")), repr(b"".decode("ascii", "unheard-of")))
try:
    b"x".decode("unheard-of")
except LookupError as error:
    print(error)
