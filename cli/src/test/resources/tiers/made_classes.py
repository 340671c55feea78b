# How classes come about: who is told its name, what wrappers copy, what types have before and after they were asked
# for all of it, lines of tracebacks that are read late, names that a star brings, texts in order.
import sys
import types


class Told:
    def __init__(self, label):
        self.label = label

    def __set_name__(self, owner, name):
        print("told", self.label, owner.__name__, name, name in owner.__dict__)
        if self.label == "adds":
            owner.added = Told("late")
        if self.label == "bad":
            raise KeyError(name)


class Text(str):
    def __set_name__(self, owner, name):
        print("text told", self, name)


class Untold:
    pass


untold = Untold()
untold.__set_name__ = lambda *args: print("never")


class Bound:
    def __get__(self, instance, owner):
        print("bound for", type(instance).__name__)
        return lambda owner, name: print("by descriptor", name)


class Odd:
    __set_name__ = Bound()


def tell(many):
    for i in range(many):
        class First:
            a = Told("adds")
            b = 1
            c = untold
            d = Text("text")
            e = Odd()

            def f(self):
                return self.b

            g = None
        assert type(First.__dict__["added"]) is Told
        try:
            class Second:
                x = Told("fine")
                y = Told("bad")
                z = Told("not reached")
        except KeyError as e:
            print(repr(e), e.__notes__)
        Untold.__set_name__ = lambda self, owner, name: print("untold told", owner.__name__, name)
        class Third:
            u = untold
        del Untold.__set_name__
        class Fourth:
            u = untold


tell(2)


class Meta(type):
    def __prepare__(name, bases, **kw):
        return {"first": Told("prepared"), **kw}

    def __new__(meta, name, bases, namespace, **kw):
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kw):
        print("init", name, list(namespace), list(kw))


class WithMeta(metaclass=Meta, second=Told("keyword")):
    third = Told("own")


# ---- wrappers


def wrap(kind, f):
    wrapper = kind(f)
    f.__name__ = "renamed"
    f.__doc__ = "changed"
    f.__qualname__ = "elsewhere.renamed"
    f.__module__ = "changed"
    print(kind.__name__, wrapper.__name__, wrapper.__qualname__, wrapper.__doc__, wrapper.__module__,
          wrapper.__annotations__ is f.__annotations__, wrapper.__wrapped__ is f, list(vars(wrapper)),
          wrapper.__isabstractmethod__)
    f.__isabstractmethod__ = True
    print(wrapper.__isabstractmethod__)


for kind in classmethod, staticmethod:
    def plain(a: int, b: "text" = 2):
        "A text."
    wrap(kind, plain)
    print(vars(kind(len)).get("__name__"), sorted(vars(kind(len))), vars(kind(3)))
    del plain.__doc__
    plain.__module__ = None
    print(kind(plain).__doc__, kind(plain).__module__)


class Sub(classmethod):
    def __setattr__(self, name, value):
        print("never set", name)


print(vars(Sub(tell)), vars(Sub(len)), hasattr(Sub(tell), "__name__"))


# ---- what types have


def ask(kind, name):
    first = getattr(kind, name, None)
    found = kind.__dict__.get(name)
    again = getattr(kind, name, None)
    return first is again, type(found).__name__, found is None or first is found or type(found).__name__


for kind in (range, slice, memoryview, bytearray, complex, frozenset, reversed, enumerate, types.SimpleNamespace,
             types.MappingProxyType, types.CellType, type(iter([])), type(iter({})), type(zip())):
    for name in ("__new__", "__len__", "__hash__", "__getitem__", "__doc__", "__missing__", "__iter__", "__add__",
                 "count", "start", "__set_name__", "__module__", "__reduce__"):
        result = ask(kind, name)
        if name not in ("__doc__", "__module__"):
            print(kind.__name__, name, result[1:])
for kind in (map, filter, memoryview):
    print(kind.__name__, [hasattr(kind, name) for name in ("__next__", "__set__", "__get__", "__del__")] * 8)
print(range.__len__ is range.__dict__["__len__"], "__len__" in vars(range), len(range(3)), range.__hash__ is object.__hash__)
print(list(vars(type(iter("")))) == list(vars(type(iter("")))), bytearray.__hash__, "__hash__" in vars(bytearray))


# ---- classes that change


class Base:
    pass


class Derived(Base):
    pass


class Below(Derived):
    pass


def made(*args):
    try:
        return type(Below(*args)).__name__
    except TypeError as e:
        return str(e)


def change():
    for turn in range(3):
        print(made(), made(1))
        Base.__new__ = lambda cls, *args: object.__new__(cls)
        print(made(), made(1))
        Base.other = turn
        print(made(), made(1), Below.other)
        Derived.__init__ = lambda self, *args: None
        print(made(), made(1))
        del Derived.__init__
        Base.__new__ = object.__new__
        print(made(), made(1))
        del Base.__new__
        print(made(), made(1))


change()


class Watched:
    pass


class Lower(Watched):
    pass


def ends():
    import gc
    for turn in range(2):
        Lower()
        gc.collect()
        print("before")
        Watched.__del__ = lambda self: print("ended", type(self).__name__)
        Watched.value = turn
        Lower.value = turn
        Lower()
        gc.collect()
        print("between")
        del Watched.__del__
        Lower()
        gc.collect()


ends()


# ---- lines that are read late


def deep(n):
    if n == 0:
        raise ValueError(n)
    try:
        deep(n - 1)
    except KeyError:
        pass


def raised():
    kept = []
    for i in range(3):
        try:
            if i == 1:
                deep(i)
            else:
                deep(
                    2
                )
        except ValueError as e:
            kept.append(e)
        here = sys._getframe().f_lineno
    start = raised.__code__.co_firstlineno
    for e in kept:
        tb = e.__traceback__
        lines = []
        while tb:
            lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
            tb = tb.tb_next
        print(lines, here - start)


for _ in range(3):
    raised()
frame = sys._getframe()
for line in (5, 0, -1, -2147483648, -2147483647, 2147483647):
    print(types.TracebackType(None, frame, 2, line).tb_lineno)


# ---- from … import *


class Special(types.ModuleType):
    @property
    def computed(self):
        return "property"

    def __getattribute__(self, name):
        if name == "own":
            return "asked"
        return super().__getattribute__(name)


def star(module):
    sys.modules["starred"] = module
    space = {}
    try:
        exec("from starred import *", space)
    except AttributeError as e:
        print(e)
    space.pop("__builtins__", None)
    print({name: str(value) for name, value in space.items()})


plain = types.ModuleType("starred")
plain.a, plain.b, plain._hidden = 1, 2, 3
star(plain)
plain.__all__ = ["a", "_hidden", "__name__", "__class__", "__own__", "missing", "b"]
plain.__own__ = "own"
star(plain)
plain.__getattr__ = lambda name: "made " + name
star(plain)
special = Special("starred")
special.own, special.other = 1, 2
special.__dict__["computed"] = "shadowed"
star(special)


# ---- texts in order

import random

random.seed(5)
pieces = ["a", "b", "", "zz", "\x00", "é", "ab\x00c", "abcdefg", "abcdefgh", "abcdefgh\x00", "abcdefghi", "abcdefghj" * 3]


def orders(words):
    for reverse in False, True:
        found = sorted(words, reverse=reverse)
        slow = list(words)
        for i in range(1, len(slow)):
            j = i
            while j and (slow[j - 1] < slow[j] if reverse else slow[j] < slow[j - 1]):
                slow[j - 1], slow[j] = slow[j], slow[j - 1]
                j -= 1
        assert found == slow, words
        pairs = sorted([(word, i % 3) for i, word in enumerate(words)], reverse=reverse)
        assert [p[0] for p in pairs] == slow


for count in 5, 30, 60:
    for extra in [], ["\u0100x"], ["\U00010000y", "zzz"], ["x" * 20], ["\ud800"]:
        for turn in range(4):
            words = [random.choice(pieces) + random.choice(pieces) for _ in range(count)] + extra
            random.shuffle(words)
            orders(words)
print(sorted(dir(types.SimpleNamespace)) == dir(types.SimpleNamespace))
print("typing" in sys.stdlib_module_names, "" in sys.stdlib_module_names, "numpy" in sys.stdlib_module_names)
