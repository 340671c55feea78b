"""Writes random programs that CPython compiles: random_programs.py SEED COUNT FOLDER.

They mean nothing; they put every kind of statement and expression next to every other, with names
and scopes in conflict, for compilers to be compared on.
"""

import random
import sys
import warnings

NAMES = ["a", "b", "c", "d", "x", "y", "self", "__p"]
CONSTANTS = """0 1 2 -1 10 300 1.5 2j -0.0 1e100 "s" "" b'q' "é" None True False ... () (1,2) "a"*3 1+2
               1<<70 __debug__ "%s"%(x,) "%r-%5s"%(a,b) (1,2)[0] 2**-1""".split()
IMPORTS = ["import os", "import os.path as b", "from os import path, sep as x", "from . import a",
           "import a.b, c"]
DEEPEST_EXPRESSION = 3
DEEPEST_STATEMENT = 4


class Place:
    """What may stand at a place of a program."""

    def __init__(self, function=False, coroutine=False, loop=False):
        self.function, self.coroutine, self.loop = function, coroutine, loop

    def in_loop(self):
        return Place(self.function, self.coroutine, True)


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.pick = self.random.choice

    def chance(self, probability):
        return self.random.random() < probability

    def name(self):
        return self.pick(NAMES)

    def some(self, write, least, most):
        return [write() for _ in range(self.random.randint(least, most))]

    # Expressions.

    def expression(self, place, depth=1):
        if depth > DEEPEST_EXPRESSION or self.chance(0.3):
            return self.name() if self.chance(0.6) else self.pick(CONSTANTS)
        kinds = [self.operation, self.access, self.call, self.display, self.comprehension,
                 self.special]
        return self.pick(kinds)(place, lambda: self.expression(place, depth + 1))

    def operation(self, place, part):
        binary = self.pick("+ - * / // % ** << >> & | ^ @ and or < == != >= is in".split()
                           + ["is not", "not in"])
        return self.pick([
            lambda: f"({part()} {binary} {part()})",
            lambda: f"(not {part()})",
            lambda: f"({self.pick('-+~')}{part()})",
            lambda: f"({part()} < {part()} {self.pick(['<', 'is', 'in'])} {part()})",
            lambda: f"({part()} if {part()} else {part()})",
            lambda: f"({self.name()} is {self.pick(['None', 'not None'])})",
            lambda: f"({self.name()} {self.pick(['in', 'not in'])} "
                    + self.pick(['[1, 2, "z"]', "{1, 2, True}", "[a, 1]"]) + ")",
        ])()

    def access(self, place, part):
        return self.pick([
            lambda: f"{self.name()}.{self.name()}",
            lambda: f"{self.name()}[{part()}]",
            lambda: f"{self.name()}[{part()}:{part()}]",
            lambda: f"{self.name()}[{part()}, {part()}:{part()}:{part()}]",
            lambda: f"super().{self.name()}",
        ])()

    def call(self, place, part):
        function = self.pick([self.name(), f"{self.name()}.{self.name()}",
                              f"super().{self.name()}"])
        return f"{function}({self.arguments(part)})"

    def arguments(self, part):
        items = self.some(lambda: self.item(part), 0, 2)
        keywords = self.pick(["", "", "k", "**", "jk"])
        items += [f"**{self.name()}"] if keywords == "**" else [f"{k}={part()}" for k in keywords]
        return ", ".join(items)

    def item(self, part):
        return part() if self.chance(0.8) else "*" + self.name()

    def display(self, place, part):
        brackets = self.pick(["[]", "()", "{}", "{:}"])
        if ":" in brackets:
            items = self.some(lambda: f"{part()}: {part()}" if self.chance(0.8)
                              else f"**{self.name()}", 0, 3)
        else:
            items = self.some(lambda: self.item(part), 1, 3)
        comma = "," if brackets == "()" else ""
        return brackets[0] + ", ".join(items) + comma + brackets[-1]

    def comprehension(self, place, part):
        brackets = self.pick(["[]", "()", "{}", "{:}"])
        clauses = ""
        for i in range(self.pick([1, 1, 1, 2])):
            kind = "async for" if place.coroutine and self.chance(0.3) else "for"
            clauses += f" {kind} {self.target(place, 2)} in {part()}"
            if self.chance(0.4):
                clauses += f" if {part()}"
        element = f"{part()}: {part()}" if ":" in brackets else part()
        return brackets[0] + element + clauses + brackets[-1]

    def special(self, place, part):
        return self.pick([
            lambda: f"(lambda {self.parameters(False)}: {self.expression(Place(True), 2)})",
            lambda: f"({self.name()} := {part()})",
            lambda: f'f"{{{self.name()}}}x{{{self.name()}!r:>{{{self.name()}}}}}"',
            lambda: f'"%s: %r %a" % ({part()}, {part()}, {part()})',
            lambda: f"(yield {part()})" if place.function else self.name(),
            lambda: f"(await {part()})" if place.coroutine else
                    f"(yield from {part()})" if place.function else self.name(),
        ])()

    def target(self, place, depth=1):
        simple = lambda: self.target(place, depth + 1)
        if depth > 2 or self.chance(0.6):
            return self.name()
        return self.pick([
            lambda: f"{self.name()}.{self.name()}",
            lambda: f"{self.name()}[{self.expression(place, 3)}]",
            lambda: f"({simple()}, {simple()})",
            lambda: f"[{self.name()}, *{self.name()}]",
        ])()

    def parameters(self, annotated=True):
        names = self.random.sample(NAMES, self.random.randint(0, 4))
        written, default = [], False
        for name in names:
            default = default or self.chance(0.3)
            note = f": {self.expression(Place(), 3)}" if annotated and self.chance(0.2) else ""
            value = f"={self.expression(Place(), 3)}" if default else ""
            written.append(name + note + value)
        if len(written) > 1 and self.chance(0.15):
            written.insert(1, "/")
        rest = [name for name in NAMES if name not in names]
        written += self.pick([[], [], [], [f"*{rest[0]}"], ["*", rest[0]],
                              [f"*{rest[0]}", f"{rest[1]}=1", f"**{rest[2]}"]])
        return ", ".join(written)

    def pattern(self, depth=0):
        part = lambda: self.pattern(depth + 1)
        if depth > 2 or self.chance(0.2):
            return self.pick(["1", '"s"', "None", "True", "-1", "1+2j", "a.b", "_", "C()", "{}"])
        return self.pick([
            lambda: self.pick("abxy"),
            lambda: f"[{part()}, {part()}]",
            lambda: f"[{part()}, *_]",
            lambda: f"(*_, {part()})",
            lambda: f'{{"k": {part()}, **rest{depth}}}',
            lambda: f"C({part()}, k={part()})",
            lambda: '1 | "q" | None',
            lambda: f"({part()}) as z{depth}",
        ])()

    # Statements, each a text of whole lines.

    def block(self, place, indent, depth, least=1, most=3):
        return "".join(self.some(lambda: self.statement(place, indent, depth), least, most))

    def statement(self, place, indent, depth=0):
        margin = " " * indent
        inner = lambda where=place, extra=1: self.block(where, indent + extra, depth + 1)
        if depth >= DEEPEST_STATEMENT or self.chance(0.4):
            return margin + self.simple(place) + "\n"
        kind = self.pick([self.branch, self.loop, self.guard, self.manager, self.match,
                          self.define, self.define, self.classes])
        return kind(place, margin, inner, depth)

    def simple(self, place):
        part = lambda: self.expression(place)
        name, target = self.name, lambda: self.target(place)
        choices = [
            lambda: f"{target()} = {part()}", lambda: f"{target()} = {part()}", part, part,
            lambda: f"{target()} = {target()} = {part()}",
            lambda: f"{self.single(part)} {self.pick('+ - * // & |'.split())}= {part()}",
            lambda: self.pick(["pass", f"del {name()}", *IMPORTS]),
            lambda: f"assert {part()}", lambda: f"assert {part()}, {part()}",
            lambda: f"raise {part()}", lambda: f"raise {part()} from {part()}",
            self.exchange,
            lambda: f"{name()}: {part()}", lambda: f"{name()}: {part()} = {part()}",
            lambda: f"type {name()}{self.pick(['', '[T]', '[T: int]'])} = {part()}",
        ]
        if place.function:
            choices += [lambda: "return", lambda: f"return {part()}", lambda: f"return {part()}",
                        lambda: self.pick(["global g", f"nonlocal {name()}"])]
        if place.loop:
            choices += [lambda: self.pick(["break", "continue"])] * 3
        return self.pick(choices)()

    def single(self, part):
        return self.pick([lambda: self.name(), lambda: f"{self.name()}.{self.name()}",
                          lambda: f"{self.name()}[{part()}]"])()

    def exchange(self):
        a, b, c = self.name(), self.name(), self.name()
        return self.pick([f"{a}, {b} = {b}, {a}", f"{a}, {b}, {c} = {c}, {a}, {b}"])

    def tail(self, margin, word, inner, probability):
        return f"{margin}{word}:\n{inner()}" if self.chance(probability) else ""

    def branch(self, place, margin, inner, depth):
        text = f"{margin}if {self.expression(place)}:\n{inner()}"
        while self.chance(0.25):
            text += f"{margin}elif {self.expression(place)}:\n{inner()}"
        return text + self.tail(margin, "else", inner, 0.4)

    def loop(self, place, margin, inner, depth):
        if self.chance(0.4):
            head = f"while {self.pick([self.expression(place), 'True', '0'])}"
        else:
            head = f"for {self.target(place)} in {self.expression(place)}"
            head = "async " + head if place.coroutine and self.chance(0.3) else head
        body = inner(place.in_loop())
        return f"{margin}{head}:\n{body}" + self.tail(margin, "else", inner, 0.3)

    def guard(self, place, margin, inner, depth):
        text = f"{margin}try:\n{inner()}"
        group = self.chance(0.12)
        handlers = self.random.randint(0, 2)
        for _ in range(handlers):
            star = "*" if group else ""
            name = f" as {self.name()}" if self.chance(0.5) else ""
            text += f"{margin}except{star} {self.expression(place)}{name}:\n"
            text += inner(Place(False, place.coroutine)) if group else inner()
        if not group and self.chance(0.3):
            text += f"{margin}except:\n{inner()}"
            handlers += 1
        if handlers:
            text += self.tail(margin, "else", inner, 0.3)
        return text + self.tail(margin, "finally", inner, 0.4 if handlers else 1)

    def manager(self, place, margin, inner, depth):
        items = self.some(lambda: self.expression(place) + (
            f" as {self.target(place, 2)}" if self.chance(0.5) else ""), 1, 2)
        kind = "async with" if place.coroutine and self.chance(0.4) else "with"
        return f"{margin}{kind} {', '.join(items)}:\n{inner()}"

    def match(self, place, margin, inner, depth):
        text = f"{margin}match {self.expression(place)}:\n"
        for _ in range(self.random.randint(1, 3)):
            guard = f" if {self.expression(place)}" if self.chance(0.3) else ""
            text += f"{margin} case {self.pattern()}{guard}:\n{inner(place, 2)}"
        return text

    def define(self, place, margin, inner, depth):
        coroutine = self.chance(0.25)
        types = self.pick(["[T]", "[T: int, *Ts]", "[**P]"]) if self.chance(0.07) else ""
        text = f"{margin}@{self.name()}\n" if self.chance(0.1) else ""
        text += f"{margin}{'async ' if coroutine else ''}def {self.name()}{types}"
        text += f"({self.parameters()}){' -> a' if self.chance(0.1) else ''}:\n"
        text += f'{margin} "doc"\n' if self.chance(0.2) else ""
        return text + self.block(Place(True, coroutine), len(margin) + 1, depth + 1, 1, 7)

    def classes(self, place, margin, inner, depth):
        types = "[T]" if self.chance(0.2) else ""
        bases = self.arguments(lambda: self.expression(place, 3)) if self.chance(0.5) else ""
        body = inner(Place())
        return f"{margin}class {self.name()}{types}({bases}):\n{body}"


def compiles(source):
    try:
        compile(source, "", "exec", dont_inherit=True)
        return True
    except (SyntaxError, ValueError, RecursionError, SystemError):
        return False


def program(seed):
    """Statements that compile, each on its own; now and then one that does not."""
    writer = Writer(seed)
    parts = []
    for _ in range(60):
        part = writer.define(Place(), "", None, 0) if writer.chance(0.8) else (
            writer.statement(Place(), 0))
        if compiles(part) or writer.chance(0.002):
            parts.append(part)
    return "".join(parts)


def main():
    warnings.simplefilter("ignore")
    seed, count, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    for number in range(count):
        with open(f"{folder}/random{seed}_{number}.py", "w", encoding="utf-8") as file:
            file.write(program(seed * 1_000_000 + number))


main()
