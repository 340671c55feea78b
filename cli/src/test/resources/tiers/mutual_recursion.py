# Functions that call each other, at module level, as closures and as methods.

import sys


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def closures():
    def even(n):
        return n == 0 or odd(n - 1)

    def odd(n):
        return n != 0 and even(n - 1)

    return even, odd


def hofstadter_f(n):
    return n - hofstadter_m(hofstadter_f(n - 1)) if n else 1


def hofstadter_m(n):
    return n - hofstadter_f(hofstadter_m(n - 1)) if n else 0


def first(n, x):
    return x if n == 0 else second(n - 1, x) / 2


def second(n, x):
    return x if n == 0 else third(n - 1, x + 1)


def third(n, x):
    return x if n == 0 else first(n - 1, x * 3)


class Parser:
    def __init__(self, text):
        self.text, self.at = text, 0

    def peek(self):
        return self.text[self.at] if self.at < len(self.text) else ""

    def sum(self):
        value = self.product()
        while self.peek() in ("+", "-") and self.peek():
            sign = self.peek()
            self.at += 1
            other = self.product()
            value = value + other if sign == "+" else value - other
        return value

    def product(self):
        value = self.atom()
        while self.peek() == "*":
            self.at += 1
            value *= self.atom()
        return value

    def atom(self):
        char = self.peek()
        self.at += 1
        if char == "(":
            value = self.sum()
            if self.peek() != ")":
                raise SyntaxError("at %d" % self.at)
            self.at += 1
            return value
        if char == "-":
            return -self.atom()
        return int(char)


def closed_parser(text):
    at = 0

    def peek():
        return text[at] if at < len(text) else ""

    def sums():
        nonlocal at
        value = products()
        while peek() == "+":
            at += 1
            value += products()
        return value

    def products():
        nonlocal at
        value = atoms()
        while peek() == "*":
            at += 1
            value *= atoms()
        return value

    def atoms():
        nonlocal at
        char = text[at]
        at += 1
        if char == "(":
            value = sums()
            at += 1
            return value
        return int(char)

    return sums()


even, odd = closures()
for i in range(150):
    assert is_even(i % 40) is (i % 2 == 0) and odd(i % 40) is (i % 2 == 1)
    sequence = [hofstadter_f(n) for n in range(12)], [hofstadter_m(n) for n in range(12)]
    numbers = first(i % 9, i), second(3, 1.5)
    parsed = Parser("2*(3+4*(5-1))-(2+-3)*((7))").sum()
    closed = closed_parser("2*(3+4*(5+1))+(2+3)*((7))")
print(sequence, numbers, parsed, closed)


# Guards that fail in the middle of it: other numbers, other kinds.
def lines(error):
    trace, found = error.__traceback__, []
    while trace:
        found.append((trace.tb_frame.f_code.co_name, trace.tb_lineno, sorted(trace.tb_frame.f_locals)))
        trace = trace.tb_next
    return found[1:]


for x in (10**18, 10**30, 2.5, True, 1j, "text", None):
    for n in (0, 4, 7):
        try:
            print(n, first(n, x), second(n, x))
        except TypeError as error:
            print(n, error, lines(error)[-2:])
for n in (7.0, 6, True, 2**70):
    try:
        print(is_even(n) if n != 2**70 else is_even(n) is None)
    except RecursionError as error:
        print(str(error)[:32])
for text in ("(1", "2*(3+x)", "1+", "((2)"):
    for _ in range(30):
        try:
            print(Parser(text).sum())
        except (SyntaxError, ValueError) as error:
            said = repr(error), [(name, line) for name, line, _ in lines(error)]
    print(said)


# One of them is another function from now on; one looks at frames; one is traced.
def watching(n):
    frame, names = sys._getframe(), []
    while frame and frame.f_code is not where.__code__:
        names.append((frame.f_code.co_name, frame.f_locals.get("n")))
        frame = frame.f_back
    return names


def where():
    return is_even(5)


old, is_odd = is_odd, lambda n: watching(n) if n < 2 else is_even(n - 1)
for _ in range(60):
    seen = where()
print(seen)
is_odd = old
for _ in range(60):
    assert is_even(20)


def deepest(function):
    low, high = 10, 100000
    while high - low > 1:
        middle = (low + high) // 2
        try:
            function(middle)
            low = middle
        except RecursionError:
            high = middle
    return low > 500


print(deepest(is_even), deepest(even))
events = []


def tracer(frame, event, argument):
    events.append((frame.f_code.co_name, event))
    return tracer


sys.settrace(tracer)
is_even(3)
sys.settrace(None)
print(events)


class Tree:
    def __init__(self, *children):
        self.children = children

    def height(self):
        return 1 + self.highest()

    def highest(self):
        most = 0
        for child in self.children:
            most = max(most, child.height())
        return most


class Leaf(Tree):
    def highest(self):
        return 0


tree = Leaf()
for i in range(7):
    tree = Tree(tree, Leaf(), Tree(tree))
for _ in range(20):
    height = tree.height()
print(height)
