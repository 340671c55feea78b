"""Instances in f-strings and by names that are put together."""


class Number:
    def __init__(self, value):
        self.value = value

    def __str__(self):
        return str(self.value)

    def __repr__(self):
        return f"Number({self.value!r})"


class Sum:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def __str__(self):
        return f"({self.left} + {self.right})"


class Formatted(Number):
    def __format__(self, spec):
        return f"<{self.value}:{spec}>"


class Text(str):
    def __format__(self, spec):
        return "text"

    def __str__(self):
        return "plain"


class GivesText(Number):
    def __str__(self):
        return Text("abc")


class Wrong(Number):
    def __str__(self):
        return 7


class Raising(Number):
    def __str__(self):
        raise ValueError(self.value)


class Visitor:
    def visit(self, node):
        return getattr(self, "visit_" + type(node).__name__)(node)

    def visit_Number(self, node):
        return node.value

    def visit_Sum(self, node):
        return self.visit(node.left) + self.visit(node.right)


def shown(value):
    return f"{value}"


def converted(value):
    return f"{value!s} {value!r} {value!a}"


def parts(a, b, c, d):
    return f"{a}-{b}", f"{a}{b}{c}", f"{a}-{b}-{c}", f"({a} {b} {c})", f"[{a}|{b}|{c}|{d}]"


def attempt(f, *args):
    try:
        return f(*args)
    except (TypeError, ValueError, AttributeError) as error:
        return type(error).__name__, str(error), error.__traceback__.tb_next.tb_lineno - f.__code__.co_firstlineno


for _ in range(3):
    tree = Number(0)
    for i in range(12):
        tree = Sum(tree, Number(i)) if i % 2 else Sum(Number(i), tree)
    for _ in range(300):
        shown(Number(1))
        converted(Number("é"))
        Visitor().visit(tree)
    print(tree, Visitor().visit(tree), shown(Formatted(3)), converted(Formatted(4)))
    for value in [None, 1.5, [Number(1)], (1,), Text("a"), GivesText(1), 2**70, True, Number, Sum(Text("b"), 1)]:
        print(shown(value) if value is not Number else shown(value)[:6], type(shown(value)).__name__)
    print(attempt(shown, Wrong(1)), attempt(shown, Raising(2)), attempt(converted, Wrong(3)), attempt(Visitor().visit, 1))
    print(parts(1, "zwei", Number(3), 4.5), parts("x" * 9, "é" * 8, "€" * 3, "\U0001f600"), parts("", "", "", ""))
