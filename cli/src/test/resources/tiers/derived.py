# attributes and methods of classes that derive from builtin types, in machine code
import enum


class Level(enum.IntEnum):
    LOW = 1
    MIDDLE = 2
    HIGH = 3

    def next(self):
        return Level(self % 3 + 1)


class Colour(enum.Enum):
    RED = "r"
    BLUE = "b"

    @property
    def short(self):
        return self.value.upper()


class Text(str):
    def __new__(cls, s, tag=None):
        self = super().__new__(cls, s)
        self.tag = tag
        return self

    def twice(self):
        return self + self


class Stack(list):
    count = 0

    def push(self, x):
        self.append(x)
        self.last = x
        self.count += 1


class Table(dict):
    def __missing__(self, key):
        self.missed = key
        return key * 2


class Problem(ValueError):
    def __init__(self, code):
        super().__init__("problem", code)
        self.code = code


class Number(int):
    pass


def work(n):
    level = Level.LOW
    total = 0
    stack = Stack()
    table = Table()
    for i in range(n):
        level = level.next()
        total += level + (level.name == "LOW")
        total += len(Colour.RED.short) + (Colour.BLUE is Colour("b"))
        text = Text("ab", i)
        total += text.tag + len(text.twice())
        stack.push(i)
        total += stack.last + stack.count
        total += table[i] + table.missed
        try:
            raise Problem(i)
        except ValueError as e:
            total += e.code
        number = Number(i)
        number.note = i
        number.other = 2
        total += number.note + number
    return total


print(work(2000))


def read(x):
    return x.a


class A:
    def __init__(self):
        self.a = 1


class L(list):
    a = 5


class S(str):
    pass


s = S("x")
s.a = 7
items = [A(), L(), s]
total = 0
for i in range(4000):
    total += read(items[i % 3])
print(total)
del s.a
try:
    read(s)
except AttributeError as e:
    print(e)
items[1].a = 11
print(read(items[1]))
Level.next = lambda self: Level.HIGH
print(work(3))


def call(x):
    return x.twice()


for i in range(3000):
    call(Text("q"))
t = Text("z")
t.twice = lambda: "own"
print(call(t), call(Text("y")))
