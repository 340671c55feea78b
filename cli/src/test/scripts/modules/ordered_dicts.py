"""OrderedDict keeps its order apart: what dict's methods take out, and keys whose hashes change."""
from collections import OrderedDict


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


def without(remove):
    ordered = OrderedDict(a=1, b=2, c=3)
    remove(ordered)
    return ordered


for remove in (lambda o: dict.__delitem__(o, "b"), lambda o: dict.pop(o, "b")):
    for look in (repr, list, OrderedDict.copy, lambda o: list(o.items()), len, lambda o: "b" in o):
        attempt(look, without(remove))
for remove in (lambda o: o.__delitem__("b"), lambda o: o.pop("b"), OrderedDict.popitem, OrderedDict.clear):
    attempt(repr, without(remove))


class Key:
    hashed = 0

    def __hash__(self):
        Key.hashed += 1
        return Key.hashed * 7919

    def __repr__(self):
        return "Key"


ordered = OrderedDict((Key(), number) for number in range(3))
for look in (repr, OrderedDict.copy, lambda o: list(o.values()), lambda o: list(o.items()), list):
    attempt(look, ordered)
