"""Every kind of pattern over subjects of many kinds, while classes and instances change."""

from collections import OrderedDict, UserDict, UserList, deque
from dataclasses import dataclass


@dataclass
class Point:
    x: object
    y: object


class Slots:
    __slots__ = ("x", "y")
    __match_args__ = ("y", "x")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Lower(Point):
    pass


class Computed:
    __match_args__ = ("x",)

    @property
    def x(self):
        return 42


class Lazy:
    def __getattr__(self, name):
        if name == "y":
            raise AttributeError(name)
        return name * 2


class Claims:
    __class__ = Point
    x, y = 7, 8


class Repeats:
    __match_args__ = ("x", "x")
    x = 1


class Odd:
    __match_args__ = ["x"]


class Text(str):
    pass


class Meta(type):
    def __instancecheck__(cls, other):
        return other == 5


class Fives(metaclass=Meta):
    pass


def kind(subject):
    match subject:
        case None | True:
            return "none or true"
        case []:
            return "empty"
        case ("push", x) | ("pop", x):
            return "one", x
        case ("add",):
            return "add"
        case [1, [2, x], *rest]:
            return "nested", x, rest
        case [first, *_, last] if first == last:
            return "ends", first
        case [*_, 3.5]:
            return "last"
        case {"type": "circle", "r": r}:
            return "circle", r
        case {"type": str(name), 1: one, **rest}:
            return name, one, sorted(rest)
        case {}:
            return "mapping", len(subject)
        case Fives():
            return "five"
        case int(n) if n > 100:
            return "large", n
        case int() | float():
            return "number"
        case str("a" | "b" as letter):
            return letter
        case str(text) | bytes(text):
            return "text", text
        case Point(0, 0):
            return "origin"
        case Point(x, y=0):
            return "axis", x
        case Point(x=x, y=y):
            return "point", x, y
        case Slots(y, x):
            return "slots", x, y
        case Computed(x):
            return "computed", x
        case Lazy(x=x, y=y):
            return "never", x, y
        case Lazy(z=z):
            return "lazy", z
        case [_, _]:
            return "two"
        case _:
            return "other"


def classes(subject, what):
    match what, subject:
        case 0, Repeats(a, b):
            return a, b
        case 1, Odd(a):
            return a
        case 2, Point(a, b, c):
            return a, b, c
        case 3, Repeats(a, x=b):
            return a, b
        case 4, Point(a, x=b):
            return a, b
        case 5, int(a, b):
            return a, b
        case 6, what():
            return "no class"
    return "nothing"


def outcome(subject, what):
    try:
        return classes(subject, what)
    except TypeError as error:
        return str(error)


partial = Point(1, 2)
del partial.y
added = Slots(1, 2)
del added.x
SUBJECTS = [
    None, True, False, [], (), "", b"ab", "a", "b", "abc", Text("a"), ("push", 1), ["pop", 2], ("add",), ["add"],
    [1, [2, 3]], (1, (2, 4), 5, 6), [1, 2, 1], [0, 3.5], deque([1, 2]), UserList([1, 2, 3.5]), range(2), {1, 2},
    {"type": "circle", "r": 2}, {"type": "circle"}, {"type": "x", 1: 2, "z": 3, "y": 4}, {"type": 1, 1: 2},
    OrderedDict(type="circle", r=3), UserDict(type="circle", r=4), {}, 5, 100, 1000, 10**30, 1.5, 1j,
    Point(0, 0), Point(1, 0), Point(1, 2), Point("a", "b"), Point(0.5, 0.5), Lower(3, 4), Lower(0, 0), partial,
    Slots(1, 2), added, Computed(), Lazy(), Claims(), Fives(), memoryview(b"ab"), object, Point,
]  # fmt: skip


class Token:
    def __init__(self, kind, value):
        self.kind = kind
        self.value = value


def run(tokens):
    total = 0
    for token in tokens:
        match token:
            case Token(kind="number", value=value):
                total += value
            case Token(kind="minus"):
                total = -total
            case ("add", amount):
                total += amount
            case {"scale": factor}:
                total *= factor
    return total


def test():
    seen = None
    for turn in range(300):
        now = [kind(subject) for subject in SUBJECTS]
        assert seen is None or now == seen, turn
        seen = now
    for subject, what in zip(SUBJECTS, seen):
        print(type(subject).__name__, what)
    for turn in range(300):
        now = [outcome(subject, what) for subject in (Repeats(), Odd(), Point(1, 2), 3) for what in range(7)]
    print(*now, sep="\n")
    tokens = [Token("number", 3), Token("minus", None), ("add", 7), {"scale": 2}, [1], Token("x", 2)]
    for turn in range(3000):
        if turn == 1500:
            tokens.append(Token("number", 2.5))
        if turn == 2000:
            tokens[0].extra = 1
        if turn == 2500:
            Token.kind = property(lambda self: "minus")
        total = run(tokens)
        if turn % 500 == 499:
            print(turn, total)
    Slots.__match_args__ = ("x", "y")
    print(kind(Slots(1, 2)), kind(added))
    Point.x = property(lambda self: "computed")
    print(kind(partial), kind(SUBJECTS[39]))


test()
