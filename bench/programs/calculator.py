"""A language parsed by recursive descent from its characters, its tree evaluated by visitors."""

KIND = "pure"
SIZE = 40


class Number:
    def __init__(self, value):
        self.value = value

    def accept(self, visitor):
        return visitor.number(self)


class Name:
    def __init__(self, name):
        self.name = name

    def accept(self, visitor):
        return visitor.name(self)


class Binary:
    def __init__(self, operator, left, right):
        self.operator = operator
        self.left = left
        self.right = right

    def accept(self, visitor):
        return visitor.binary(self)


def tokens(text):
    at = 0
    end = len(text)
    while at < end:
        char = text[at]
        if char.isspace():
            at += 1
        elif char.isdigit():
            start = at
            while at < end and text[at].isdigit():
                at += 1
            yield "number", int(text[start:at])
        elif char.isalpha() or char == "_":
            start = at
            while at < end and (text[at].isalnum() or text[at] == "_"):
                at += 1
            yield "name", text[start:at]
        else:
            at += 1
            yield "operator", char
    yield "end", ""


class Parser:
    LEVELS = ("+-", "*/%")

    def __init__(self, text):
        self.stream = tokens(text)
        self.advance()

    def advance(self):
        self.kind, self.value = next(self.stream)

    def accept(self, value):
        if self.kind == "operator" and self.value == value:
            self.advance()
            return True
        return False

    def expression(self, level=0):
        if level == len(self.LEVELS):
            return self.atom()
        left = self.expression(level + 1)
        while self.kind == "operator" and self.value in self.LEVELS[level]:
            operator = self.value
            self.advance()
            left = Binary(operator, left, self.expression(level + 1))
        return left

    def atom(self):
        kind, value = self.kind, self.value
        if self.accept("("):
            inside = self.expression()
            if not self.accept(")"):
                raise SyntaxError(self.value)
            return inside
        self.advance()
        if kind == "number":
            return Number(value)
        if kind == "name":
            return Name(value)
        raise SyntaxError(value)


class Evaluate:
    def __init__(self, names):
        self.names = names

    def number(self, node):
        return node.value

    def name(self, node):
        return self.names[node.name]

    def binary(self, node):
        left = node.left.accept(self)
        right = node.right.accept(self)
        operator = node.operator
        if operator == "+":
            return left + right
        if operator == "-":
            return left - right
        if operator == "*":
            return left * right
        return left // right if operator == "/" else left % right


class Show:
    def number(self, node):
        return str(node.value)

    def name(self, node):
        return node.name

    def binary(self, node):
        return "(%s %s %s)" % (node.left.accept(self), node.operator, node.right.accept(self))


TEXT = " + ".join("(x_%d * %d - 12) / 7 %% 5 + (y - 3 * (x_%d + 2))" % (i % 10, i, i % 7) for i in range(40))


def run(n):
    names = {"x_%d" % i: i for i in range(10)}
    names["y"] = 100
    expected = eval(TEXT.replace("/", "//"), {}, names)
    for _ in range(n):
        tree = Parser(TEXT).expression()
        assert tree.accept(Evaluate(names)) == expected
        shown = tree.accept(Show())
    assert Parser(shown).expression().accept(Evaluate(names)) == expected
