# The names of classes, the classes of instances, and visitors found by them.


class Meta(type):
    @property
    def __name__(cls):
        return "meta " + type.__dict__["__name__"].__get__(cls)


class Number:
    def __init__(self, value):
        self.value = value


class Sum:
    def __init__(self, *parts):
        self.parts = parts


class Product(Sum):
    pass


class Named(metaclass=Meta):
    value = 5


class Pretends:
    value = 6

    @property
    def __class__(self):
        return Number


class Slotted:
    __slots__ = ("value",)

    def __init__(self):
        self.value = 7


class Visitor:
    def visit(self, node):
        return getattr(self, "visit_" + type(node).__name__, self.other)(node)

    def visit_class(self, node):
        return getattr(self, "visit_" + node.__class__.__name__, self.other)(node)

    def other(self, node):
        return "other " + type(node).__qualname__

    def visit_Number(self, node):
        return node.value

    def visit_Sum(self, node):
        return sum(self.visit(each) for each in node.parts) if node.parts[0].__class__ is Number else self.visit_Product(node)

    def visit_Product(self, node):
        product = 1
        for each in node.parts:
            product *= self.visit_class(each)
        return product

    def visit_Pretends(self, node):
        return node.value


tree = Sum(Number(2), Product(Number(3), Sum(Number(4), Number(5))), Number(6))
visitor = Visitor()
for _ in range(80):
    found = visitor.visit(tree)
others = [visitor.visit(each) for each in (Pretends(), 1, 2.5, "text", None)]
print(found, visitor.visit_class(Pretends()), others)


def names(values):
    return [(value.__class__, type(value).__name__, value.__class__.__qualname__) for value in values]


for _ in range(60):
    same = names([Number(1), Sum(), 3, "x"])
print(same)
several = names([Named(), Pretends(), Slotted(), Number, Meta, type, names, None, 2.5, visitor.visit])
for one, name, qualname in several:
    print(getattr(one, "__name__", one), name, qualname)


def name(cls):
    return cls.__name__


for _ in range(60):
    assert name(Number) == "Number" and name(int) == "int"
print(name(Named), name(Meta), name(len), name(names))
Number.__name__ = "Renamed"
Sum.__qualname__ = "Elsewhere.Sum"
print(name(Number), names([Number(1), Sum()]))
try:
    print(visitor.visit(tree))
except TypeError as error:
    print(error)
visitor.visit_Renamed = lambda node: -node.value
print(visitor.visit(tree))
try:
    print(name(visitor))
except AttributeError as error:
    print(error)

# dir() of an instance leaves its attributes where they are, and sees all of them.


class Commands:
    shared = 1

    def __init__(self):
        self.count = 0
        self.extra = {}

    def do_add(self):
        self.count += 1

    def do_more(self):
        self.count += 10
        self.new = self.count

    def run(self):
        table = {each[3:]: getattr(self, each) for each in dir(self) if each.startswith("do_")}
        for _ in range(100):
            for each in table:
                table[each]()
        return [each for each in dir(self) if not each.startswith("__")]


for _ in range(5):
    commands = Commands()
    listed = commands.run()
print(listed, commands.count, commands.__dict__)
commands.late = 5
del commands.extra
print([each for each in dir(commands) if not each.startswith("__")], [each for each in dir(Slotted()) if each[:2] != "__"])


class Strange:
    def __init__(self):
        self.hidden = 1

    @property
    def __dict__(self):
        return {"shown": 2}


print([each for each in dir(Strange()) if not each.startswith("__")])
