# What classes have, asked for through instances and through classes: values, static methods, class methods.
import enum


class Base:
    LIMIT = 3
    names = ()
    count = 0

    def __init__(self, x):
        self.x = x

    @staticmethod
    def fee(amount):
        return amount // 2

    @classmethod
    def make(cls, x):
        cls.count += 1
        return cls(x + cls.LIMIT)

    @classmethod
    def total(cls, *args, scale=1):
        return sum(args) * scale * cls.LIMIT

    def method(self):
        return self.x + self.LIMIT + self.fee(10) + len(self.names)

    def many(self):
        return self.make(1).x + type(self).total(1, 2, scale=2) + self.total(3)


class Left(Base):
    LIMIT = 5

    @staticmethod
    def fee(amount):
        return amount * 2


class Right(Base):
    names = ("a", "b")


class Third(Left, Right):
    LIMIT = 1.5


class Colour(enum.Enum):
    RED = 1
    BLUE = 2

    @classmethod
    def first(cls):
        return cls.RED


class Meta(type):
    def __getattr__(cls, name):
        return "meta " + name

    @property
    def special(cls):
        return cls.value * 2


class Made(metaclass=Meta):
    value = 4


def run(objects):
    total = 0
    for each in objects:
        total += each.method() + each.many()
    return total


def through(classes):
    total = 0
    for cls in classes:
        total += cls.LIMIT + cls.fee(4) + cls.make(2).x + Base.fee(3) + Base.make(1).x + Base.method(Base(1))
    return total


def colours():
    return [Colour.RED, Colour.first() is Colour.RED, Colour.BLUE.value, Colour.RED.name]


def meta(cls):
    return cls.value, cls.special, cls.other


def attempt(call, *args):
    try:
        return call(*args)
    except Exception as e:
        return type(e).__name__, str(e)


for turn in range(4):
    for _ in range(400):
        one = run([Base(1), Base(2)])
        two = run([Base(1), Left(2), Right(3), Third(4)])
        three = through([Base]), through([Base, Left, Right, Third])
        colour = colours()
        made = meta(Made)
    print(one, two, three, colour, made, Base.count)
    if turn == 0:
        Base.LIMIT = 30
        Right.LIMIT = 7
        own = Left(1)
        own.LIMIT = 1000
        own.fee = lambda amount: -1
        print(run([own, Left(1)]), run([own]))
    elif turn == 1:
        Left.fee = classmethod(lambda cls, amount: amount + cls.LIMIT)
        Right.LIMIT = property(lambda self: self.x * 100)
        print(attempt(run, [Left(2)]), attempt(run, [Right(2)]), attempt(through, [Right]))
        Right.LIMIT = 8
        Meta.special = property(lambda cls: cls.value * 3)
        Made.__class__ = type("Other", (Meta,), {"value": property(lambda cls: "other")})
    elif turn == 2:
        del Right.LIMIT
        Base.make = staticmethod(lambda x: Left(x))
        del Left.fee
        print(attempt(run, [Left(2), Right(1)]))
        del Base.names
        print(attempt(run, [Left(2), Base(1)]))
        Base.names = "xyz"


class Late:
    def __init__(self, value):
        self.value = value


class Holder:
    item = Late(5)


def held(holder):
    return holder.item


for _ in range(1000):
    held(Holder())
    held(Holder)
Late.__get__ = lambda self, instance, owner: (self.value, instance is None)
print(held(Holder()), held(Holder))
