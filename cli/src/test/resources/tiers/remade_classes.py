# Classes whose statement runs again and again: one place meets a new class each time.
import math, sys, types


def counted(extra=None):
    class Counter:
        total = 0
        names = ()

        def __init__(self, step=1):
            self.step = step
            self.seen = 0

        def add(self, n):
            self.total += n * self.step
            self.seen = n
            return self

        @staticmethod
        def twice(n):
            return 2 * n

        @classmethod
        def made(cls, step):
            return cls(step)

    if extra:
        extra(Counter)
    items = [Counter(), Counter(3), Counter.made(step=2), Counter(step=5)]
    for i in range(40):
        items[i % 4].add(i)
    return [(c.total, c.seen, c.step, c.twice(c.seen), type(Counter.total), Counter.twice(1)) for c in items]


first = counted()
for _ in range(60):
    assert counted() == first
print(first)


def slow(cls):
    cls.total = property(lambda self: self.__dict__.get('t', 100), lambda self, n: self.__dict__.__setitem__('t', n))


def deleted(cls):
    cls.__del__ = lambda self: gone.append(self.step)


def other_init(cls):
    def __init__(self, step=7, *rest):
        self.seen = -1
        self.step = step + len(rest)
    cls.__init__ = __init__


def answers(cls):
    def __getattribute__(self, name):
        return object.__getattribute__(self, name) if name != 'seen' else 'asked'
    cls.__getattribute__ = __getattribute__


def sets(cls):
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value if name != 'step' else value + 10)
    cls.__setattr__ = __setattr__


def news(cls):
    def __new__(c, *args):
        o = object.__new__(c)
        o.made_by = args
        return o
    cls.__new__ = staticmethod(__new__)
    cls.made = classmethod(lambda c, step: c(step))


gone = []
for extra in (slow, deleted, other_init, answers, sets, None):
    print(extra and extra.__name__, counted(extra)[:2])
    assert counted() == first
try:
    print(counted(news))
except TypeError as e:
    print(e)


def returns(n):
    class Odd:
        def __init__(self, v):
            self.v = v
            if v == n:
                return v
    total = 0
    for i in range(20):
        try:
            total += Odd(i).v
        except TypeError as e:
            total -= 1000
            message = str(e)
    return total, n < 20 and message


print([returns(n) for n in range(25)][::6])


def raises(n):
    class Picky:
        def __init__(self, v, /, *, w=2):
            if v == n:
                raise ValueError(v, w)
            self.v = v + w
    total = 0
    for i in range(20):
        try:
            total += Picky(i, w=i).v
        except ValueError as e:
            total += e.args[0] * 100
            tb = e.__traceback__
            names = []
            while tb:
                names.append(tb.tb_frame.f_code.co_name)
                tb = tb.tb_next
    try:
        Picky()
    except TypeError as e:
        return total, names, str(e)


print([raises(n) for n in range(20)][::7])


def tree(order):
    class T:
        __slots__ = 'left', 'right', 'v'

        def __init__(s, v):
            s.v = v
            s.left = s.right = None

        def insert(s, v):
            if v < s.v:
                if s.left:
                    s.left.insert(v)
                else:
                    s.left = T(v)
            elif s.right:
                s.right.insert(v)
            else:
                s.right = T(v)

        def __iter__(s):
            if s.left:
                yield from s.left
            yield s.v
            if s.right:
                yield from s.right
    t = T(order[0])
    for v in order[1:]:
        t.insert(v)
    bare = T.__new__(T)
    try:
        bare.v
    except AttributeError as e:
        return sum(t), list(t)[:3], str(e)


print({tree([i * 37 % 101 for i in range(n)])[0] for n in range(2, 60)} and tree([5, 3, 8, 1]))


def states():
    class S:
        A, B, C = range(3)
    s = S.A
    n = 0
    for i in range(30):
        if s == S.A:
            s = S.B
        elif s == S.B:
            s = S.C
            n += 1
        else:
            s = S.A
            if i == 14:
                S.B, S.C = S.C, S.B
            if i == 20:
                del S.C
                try:
                    S.C
                except AttributeError as e:
                    return n, str(e)
    return n


print({states() for _ in range(60)})


class Meta(type):
    @property
    def asked(cls):
        return cls.__name__ + '!'

    def __getattr__(cls, name):
        return 'no ' + name


class M1(metaclass=Meta):
    plain = 1


class M2(metaclass=Meta):
    pass


def named(thing):
    return thing.plain


class Plain:
    plain = 'class'


class Own:
    def __init__(self):
        self.plain = 'own'


class Slotted:
    __slots__ = 'plain'


class Asked:
    def __getattr__(self, name):
        return 'got ' + name


class Get:
    def __get__(self, instance, owner):
        return 'get', instance is None


def fn():
    pass


fn.plain = 'function'
module = types.ModuleType('m')
module.plain = 'module'
slotted = Slotted()
slotted.plain = 'slot'
several = [Plain, Plain(), Own(), slotted, fn, module, M1]
for _ in range(100):
    for x in several:
        named(x)
print([named(x) for x in several])
Plain.plain = Get()
print([named(x) for x in several])
Plain.plain = fn
print([named(x) is fn if x is Plain else getattr(named(x), '__func__', named(x)) is fn for x in several[:2]])
Plain.plain = classmethod(lambda cls: cls.__name__)
print([named(x)() for x in several[:2]])
Get.__set__ = None
for x in (M2, Asked(), 3, module):
    try:
        print(named(x))
    except AttributeError as e:
        print(e)
del module.plain, fn.plain
for x in (module, fn, slotted):
    try:
        print(named(x))
    except AttributeError as e:
        print(e)
    if x is module:
        module.__getattr__ = lambda name: 'module got ' + name
        print(named(module))


def called(x, n):
    return x.go(n)


def made(k):
    class Go:
        def go(self, n):
            return n + k

        @classmethod
        def cls_go(cls, n):
            return cls.k + n
        k = 5
    g = Go()
    own = Go()
    own.go = lambda n: -n
    total = called(g, 1) + called(own, 2)
    Go.go = Go.cls_go
    return total + called(g, 3) + called(Go, 4)


print(sum(made(k) for k in range(80)))


class Listed(list):
    def go(self, n):
        return len(self) + n


for i in range(60):
    called(Listed([1, 2]), i)
    made(i)
print(called(Listed([1]), 1))
holder = types.SimpleNamespace(go=lambda n: n * 9)
print(called(holder, 2))
try:
    called(3, 3)
except AttributeError as e:
    print(e)


class AnyMeta(type):
    def __call__(cls, *args):
        return 'called', args


def makes(meta):
    class P(metaclass=meta):
        def __init__(self, v):
            self.v = v
    return P


def build(cls, v):
    return cls(v)


for i in range(80):
    build(makes(type), i)
print(build(makes(AnyMeta), 1), build(makes(type), 2).v, build(int, '3'), build(lambda v: v + 1, 3))


class Base:
    def __init__(self, v):
        self.v = v


class A(Base):
    pass


class B(Base):
    def double(self):
        return self.v * 2


class C(B):
    pass


def build_all():
    return sum(build(c, i).v for i, c in enumerate([A, B, C, Base] * 5))


for _ in range(60):
    build_all()
print(build_all(), type(build(C, 1)).__name__)
B.__init__ = lambda self, v: setattr(self, 'v', v * 100)
print(build_all())


class Registry(type):
    known = {}
    limit = 3

    def __call__(cls, *args):
        if cls not in cls.known:
            cls.known[cls] = super().__call__(*args)
        return cls.known[cls]

    def count(cls):
        return len(cls.known) + cls.limit


def registered(n):
    class One(metaclass=Registry):
        def __init__(self, v=0):
            self.v = v
    if n == 70:
        One.limit = 50
    if n == 71:
        Registry.count = property(lambda cls: lambda: 'property')
    if n == 72:
        Registry.limit = property(lambda cls: cls.__name__)
    return One(n).v, One(n + 1) is One(), One.count(), One.limit


for n in range(76):
    result = registered(n)
    if n > 68:
        print(result)
