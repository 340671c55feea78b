# Subclasses of list, tuple and dict say by themselves what they contain, where CPython asks them.
import json
from collections import UserDict, UserList


class Both(UserList, list):
    pass


class BothDict(UserDict, dict):
    pass


class Listed(list):
    def __iter__(self):
        return iter("xyz")


class Tupled(tuple):
    def __iter__(self):
        return iter("xyz")


class Mapped(dict):
    def keys(self):
        return ["k"]

    def items(self):
        return [("i", "1")]

    def __getitem__(self, key):
        return "got"

    def __iter__(self):
        return iter("q")


for value in (Both(["a", "b"]), Listed([1]), Tupled((1,))):
    items = [9, 9]
    items[:] = value
    items[1:1] = value
    items[::2] = Tupled(range(len(items[::2]))) if len(items[::2]) == 3 else ["p"] * len(items[::2])
    print(items, ",".join(value), json.dumps(value), json.JSONEncoder(indent=1).encode(value))
    try:
        b"".join(value)
    except TypeError as error:
        print(error)
for value in (BothDict(a=1), Mapped(z=1)):
    print(json.dumps(value), value.copy(), dict(value))
    try:
        str.maketrans(value)
    except TypeError as error:
        print(error)
