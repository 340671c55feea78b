"""Corners of classes, pickling, marshal and json that CPython's own tests look into."""
import ast
import inspect
import json
import marshal
import types


class Meta(type):
    def mro(cls):
        if cls.__mro__ is None and cls.__name__ != "X":
            try:
                type("X", (cls,), {})
            except TypeError as e:
                print(e)
            cls.__dict__["f"]()
        return super().mro()


class A(metaclass=Meta):
    def f():
        print(__class__.__name__)


class Reorder(type):
    ready = False

    def mro(cls):
        if Reorder.ready:
            if cls.__name__ == "B1":
                B2.__bases__ = (B1,)
            if cls.__name__ == "B2":
                B1.__bases__ = (B2,)
        return type.mro(cls)


class Base(metaclass=Reorder):
    pass


class B1(Base):
    pass


class B2(Base):
    pass


Reorder.ready = True
try:
    B1.__bases__ += ()
except TypeError as e:
    print(e)
Reorder.ready = False
print(B1.__mro__, B2.__mro__)


class Borrowed(list):
    __new__ = object.__new__


print(Borrowed("ab"))


class Picky:
    def __getattr__(self, name):
        raise AssertionError(name)


print(Picky().__reduce_ex__(2)[1:])


class Arguments:
    def __getnewargs_ex__(self):
        return self.answer


for answer in ((), (1, 2), ((1,), 2), "ab"):
    one = Arguments()
    one.answer = answer
    try:
        print(one.__reduce_ex__(4))
    except (TypeError, ValueError) as e:
        print(e)

error = Exception()
error.__dict__ = {"a": 1}
print(error.a)
for value in (1, None):
    try:
        error.__dict__ = value
    except TypeError as e:
        print(e)
try:
    del error.__dict__
except TypeError as e:
    print(e)

print(marshal.loads(marshal.dumps(inspect.getfile.__code__)) == inspect.getfile.__code__)
code = compile("a = [await x()]", "<s>", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)


async def x():
    return 5


names = {"x": x}
try:
    types.FunctionType(code, names)().send(None)
except StopIteration:
    print(names["a"])
print(A.__name__ is A.__name__)

items = [object()] * 6


def shrink(item):
    del items[-1]


print(json.dumps(items, default=shrink))


def unknown():
    pass


unknown.__code__ = unknown.__code__.replace(co_code=b"\xe5" + unknown.__code__.co_code[1:])
try:
    unknown()
except SystemError as e:
    print("unknown opcode 229" in str(e))


def get_unbound():
    """``__get__`` gets the descriptor as first argument, also when it is no function."""

    class Prints:
        __get__ = "{0.__class__.__name__} {1} {2.__name__}".format

    class Static:
        @staticmethod
        def __get__(*args):
            return len(args)

    class Wrong:
        @classmethod
        def __get__(*args):
            return args

    class Owner:
        prints, static, wrong = Prints(), Static(), Wrong()

    print(Owner.prints, Owner.static, Owner().static)
    try:
        Owner.wrong
    except TypeError as error:
        print(error)


get_unbound()
# A class that once had a __new__ of its own is never again one without.
class A:
    def __new__(cls, *a): return object.__new__(cls)
class B(A):
    def __init__(self, foo): self.foo = foo
class C(A): pass
del A.__new__
def t(f, *a):
    try: print(type(f(*a)).__name__)
    except TypeError as e: print(e)
t(A); t(A,1); t(B,1); t(C); t(C,1)
class D(A):
    def __init__(self, x): pass
t(D,1)
class E:
    __new__ = object.__new__
    def __init__(self, x): pass
t(E,1)
del E.__new__
t(E,1)
class F:
    def __init__(self, x): pass
F.__new__ = lambda c,*a: object.__new__(c)
t(F,1)
del F.__new__
t(F,1)
F.__new__ = object.__new__
t(F,1)
