# object.__init__ and object.__new__ put into a class again are no methods of its own.
import typing


class Base:
    pass


class Put:
    __init__ = object.__init__


class PutNew:
    __new__ = object.__new__


class Text(str, Put):
    __init__ = object.__init__


class Proto(typing.Protocol):
    def f(self): ...


class Name(str, Proto):
    pass


class Plain(Proto):
    pass


class Made:
    def __new__(cls, *args):
        return object.__new__(cls)


class MadeToo(Made):
    __init__ = object.__init__


class Own:
    def __init__(self, *args):
        object.__init__(self, *args)


for call in (Base, Put, PutNew, Text, Name, Plain, Made, MadeToo, Own):
    for args in ((), ("a",)):
        try:
            print(call.__name__, args, isinstance(call(*args), call))
        except TypeError as error:
            print(call.__name__, args, error)
