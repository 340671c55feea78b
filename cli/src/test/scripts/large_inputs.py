"""Sources of a size that nobody writes by hand run, or end in CPython's error.

large_inputs.py [NAME...] prints one line for each.
"""
import sys
import warnings

warnings.simplefilter("ignore")


def short(value):
    text = str(value)
    return text if len(text) <= 90 else f"{text[:40]}…{text[-40:]} ({len(text)})"


def run(name, source, *answers, mode="exec"):
    """Compiles, runs, and shows what the expressions give then."""
    if sys.argv[1:] and name.split()[0] not in sys.argv[1:]:
        return
    try:
        if callable(source):
            source = source()
        code = compile(source, "<large>", mode)
        space = {}
        result = eval(code, space)
        outcome = [result] if mode == "eval" else [eval(x, space) for x in answers]
    except BaseException as e:
        position = f" {e.lineno}:{e.offset}" if isinstance(e, SyntaxError) else ""
        message = e.msg if isinstance(e, SyntaxError) else e
        outcome = [type(e).__name__, short(message) + position]
    print(name, "->", *map(short, outcome), flush=True)


def blocks(count, head, last="pass"):
    return "".join(" " * i + head.format(i) + "\n" for i in range(count)) + " " * count + last + "\n"


# Lines and names
run("lines", lambda: "def f(x):\n" + "    x += 1\n" * 100_000 + "    return x\n", "f(0)", "f(1.5)", "f(0)")
run("module_lines", lambda: "x = 0\n" + "x += 1\n" * 50_000, "x")
run("branches", lambda: "def f(x):\n" + "".join(f"    if x == {i}: return -x\n" for i in range(20_000)) + "    return x\n",
    "[f(i) for i in (0, 19_999, 20_000)]")
run("elifs", lambda: "def f(x):\n    if x == -1: pass\n" + "".join(f"    elif x == {i}: return -x\n" for i in range(500)),
    "[f(i) for i in (0, 499, 500)]")
run("loop_of_lines", lambda: "def f(n):\n    x = 0\n    for i in range(n):\n" + "        x += i & 3\n" * 20_000 + "    return x\n", "f(40)")
run("locals", lambda: "def f(n):\n" + "".join(f"    v{i} = n + {i}\n" for i in range(2000))
    + "    return " + " + ".join(f"v{i}" for i in range(2000)) + "\n", "f(1)", "[f(i) for i in range(300)][-1]", "f(0.5)")
run("cells", lambda: "def f(n):\n" + "".join(f"    v{i} = n + {i}\n" for i in range(1000))
    + "    def g():\n        return " + " + ".join(f"v{i}" for i in range(1000)) + "\n    return g\n",
    "f(1)()", "sum(f(i)() for i in range(100))", "len(f(1).__closure__)")
run("globals", lambda: "".join(f"g{i} = {i}\n" for i in range(20_000)) + "def f(): return "
    + " + ".join(f"g{i}" for i in range(0, 20_000, 20)), "f()")
run("constants", lambda: "def f(): return (" + ", ".join(f"[{i}, 'c{i}', {i}.5]" for i in range(20_000)) + ")\n", "f()[-1]", "len(f())")
run("parameters", lambda: "def f(" + ", ".join(f"p{i}=0" for i in range(3000)) + "): return p0 + p2999\n",
    "f()", "f(1, p2999=2)", "f(*range(3000))")
run("too_many_parameters", lambda: "def f(" + ", ".join(f"p{i}" for i in range(300)) + "): return p299\n", "f(*range(299))")

# Blocks
for count in 20, 21, 300:
    run(f"while {count}", blocks(count, "while True:", "break" if count > 20 else "raise IndexError('out')"))
for count in 19, 99, 100:
    run(f"if {count}", blocks(count, "if 1:", "x = 1"), "x")
for head in "for x{} in (1,):", "with open('/dev/null') as f{}:", "def f{}():", "class C{}:":
    for count in 20, 21, 99:
        run(f"{head.split()[0]} {count}", blocks(count, head))
run("try 20", "".join(" " * i + "try:\n" for i in range(20)) + " " * 20 + "1 / 0\n"
    + "".join(" " * i + "finally:\n" + " " * i + f" x = {i}\n" for i in reversed(range(20))), "x")
run("try 21", "".join(" " * i + "try:\n" for i in range(21)) + " " * 21 + "1 / 0\n"
    + "".join(" " * i + "finally:\n" + " " * i + f" x = {i}\n" for i in reversed(range(21))), "x")

# Nested expressions
for opening, closing in "()", "[]", "{}", ("f(", ")"), ("a[", "]"), ("{1:", "}"):
    for count in 90, 100, 199, 200, 201, 5000, 100_000:
        run(f"brackets{opening} {count}", opening * count + "0" + closing * count, mode="eval")
for count in 100, 1000, 10_000, 100_000:
    run(f"minus {count}", "-" * count + "1", mode="eval")
    run(f"not {count}", "not " * count + "1", mode="eval")
    run(f"lambda {count}", "lambda:" * count + "1")
    run(f"plus {count}", "x = 1\ny = " + "+".join("x" * count), "y")
    run(f"power {count}", "x = 1\ny = " + "**".join("x" * count), "y")
    run(f"attribute {count}", "class A: pass\nx = A()\nx.x = x\ny = x" + ".x" * count, "x is y")
    run(f"calls {count}", "def f(): return f\ny = f" + "()" * count, "y is f")
    run(f"conditional {count}", "x = " + "1 if 0 else " * count + "2", "x")
    run(f"and {count}", "x = " + "1 and " * count + "2", "x")
    run(f"compare {count}", "x = " + "1 == " * count + "1", "x")
    run(f"walrus {count}", "x = " + "(y := " * count + "1" + ")" * count)
    run(f"text {count}", "x = " + "'a' " * count, "len(x)")
    run(f"targets {count}", "x = " * count + "1", "x")
    run(f"unpacking {count}", ",".join(["x"] * count) + f", = range({count})", "x")
    run(f"decorators {count}", "def d(f): return f\n" + "@d\n" * count + "def g(): return 1\n", "g()")
    run(f"awaits {count}", "async def f():\n    return " + "await " * count + "1\n")

# Sizes of literals and calls
run("list", lambda: "x = [" + "1, " * 200_000 + "]", "len(x), sum(x)")
run("list_of_names", lambda: "a = 1\ndef f(a): return [" + "a, " * 200_000 + "]", "len(f(2)), sum(f(2))")
run("tuple", lambda: "a = 1\nx = (" + "a, " * 200_000 + ")", "len(x)")
run("set", lambda: "x = {" + ", ".join(map(str, range(100_000))) + "}", "len(x)")
run("dict", lambda: "x = {" + ", ".join(f"{i}: {i}" for i in range(100_000)) + "}", "len(x), x[99_999]")
run("string", lambda: "x = '" + "é" * 10_000_000 + "'", "len(x), hash(x) == hash('é' * 10_000_000)")
run("string_in_lines", lambda: "x = '''" + "text\n" * 2_000_000 + "'''\ny = 1 +", "x")
run("bytes", lambda: "x = b'" + r"\x00a" * 1_000_000 + "'", "len(x)")
run("digits", lambda: "x = " + "9" * 5000, "x")
run("hexadecimal", lambda: "x = 0x" + "f" * 1_000_000, "x.bit_length()")
run("fraction", lambda: "x = 0." + "3" * 1_000_000, "x")
run("name", lambda: "n" * 1_000_000 + " = 1", "max(map(len, list(globals())))")
run("comment", lambda: "#" + "c" * 10_000_000 + "\nx = 1", "x")
run("one_line", lambda: "x = 0;" + "x += 1;" * 50_000, "x")
run("arguments", lambda: "def f(*a): return len(a), sum(a)\nx = f(" + "1, " * 5000 + ")", "x", "f(*range(100_000))")
run("keywords", lambda: "def f(**k): return len(k)\nx = f(" + ", ".join(f"k{i}={i}" for i in range(5000)) + ")", "x")
run("keywords_twice", lambda: "f(" + ", ".join(f"k{i}={i}" for i in range(5000)) + ", k7=1)")
run("stars", lambda: "x = [" + "*(1, 2), " * 20_000 + "]", "len(x)")
run("class", lambda: "class A:\n" + "".join(f"    def m{i}(self): return {i}\n" for i in range(10_000)),
    "A().m9999()", "len([n for n in vars(A) if n[0] == 'm'])", "sum(getattr(A(), f'm{i}')() for i in range(10_000))")
run("attributes", lambda: "class A:\n def __init__(self):\n" + "".join(f"  self.a{i} = {i}\n" for i in range(5000)),
    "len(vars(A()))", "A().a4999")
run("slots", lambda: "class A:\n __slots__ = [f's{i}' for i in range(5000)]\na = A()\nfor i in range(5000): setattr(a, f's{i}', i)", "a.s4999")
run("bases", lambda: "".join(f"class A{i}: pass\n" for i in range(500)) + "class B(" + ", ".join(f"A{i}" for i in range(500)) + "): pass", "len(B.__mro__)")
run("derived", lambda: "class A:\n    def f(self): return 1\n" + "class A(A): pass\n" * 1000, "len(A.__mro__)", "A().f()")
run("cases", lambda: "def f(x):\n    match x:\n" + "".join(f"        case {i}: return -x\n" for i in range(5000)), "f(4999)")
run("or_pattern", lambda: "def f(x):\n    match x:\n        case " + " | ".join(map(str, range(5000))) + ": return 1", "f(4999)")
run("handlers", lambda: "def f():\n    try: 1 / 0\n" + "    except KeyError: pass\n" * 3000 + "    except ZeroDivisionError: return 1\n", "f()")
run("tries", lambda: "def f():\n    n = 0\n" + "    try: 1 / 0\n    except ZeroDivisionError: n += 1\n" * 2000 + "    return n\n", "f()", "f()")
run("yields", lambda: "def f():\n" + "    yield 1\n" * 10_000, "sum(f())")
run("conditions", lambda: "def f(x): return " + " and ".join(f"x > {-i}" for i in range(3000)), "f(1)")

# Comprehensions, f-strings, annotations
for count in 20, 50:  # CPython 3.12.1 itself crashes at 30 comprehensions, each the item of the next
    run(f"comprehension {count}", "x = " + "[" * count + "1" + "".join(f" for x{i} in (0,)]" for i in range(count)), "x")
    run(f"generators {count}", "x = " + "sum(" * count + "1" + "".join(f" for x{i} in (0,))" for i in range(count)), "x")
run("comprehension_clauses 50", "x = [1" + "".join(f" for x{i} in (0,)" for i in range(50)) + "]", "x")
run("comprehension_clauses 200", "x = [1" + " for x in (0,) if 1" * 200 + "]", "x")
for count in 2, 50, 148, 149, 150, 151, 1000:
    run(f"fstring {count}", "x = " + "f'{" * count + "1" + "}'" * count, "x")
    run(f"format {count}", "x = f'" + "{1:" * count + "}" * count + "'", "x")
run("fstring_items", lambda: "a = 1\nx = f'" + "{a}-" * 20_000 + "'", "len(x)")
run("annotations", lambda: "".join(f"a{i}: int\n" for i in range(5000)), "len(__annotations__)")
run("spaces", lambda: "x = " + " " * 1_000_000 + "1", "x")
run("continued", lambda: "x = 1" + "\\\n + 1" * 2000, "x")
run("indent", lambda: "if 1:\n" + " " * 1_000_000 + "x = 1", "x")
run("empty_lines", lambda: "\n" * 1_000_000 + "x = ", "x")
run("unclosed", lambda: "(" * 150 + "\n" * 1000, "x")
run("strings_of_types", lambda: "x = " + "'a' " * 1000 + "b'a'", "x")


# Recursion
def within(limit, name, source, *answers):
    old = sys.getrecursionlimit()
    sys.setrecursionlimit(limit)
    try:
        run(name, source, *answers)
    finally:
        sys.setrecursionlimit(old)


DEPTH = """
import functools
def f(n): return 0 if n == 0 else 1 + f(n - 1)
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
class A:
    def __init__(self, n): self.below = A(n - 1) if n else None
    def __call__(self, n): return 1 + self(n - 1) if n else 0
    def __getattr__(self, name): return getattr(self, name + "x")
    def __add__(self, n): return 1 + (self + (n - 1)) if n else 0
    @property
    def p(self): return self.p
class B:
    @property
    def __bases__(self): return (self, self)
class C: pass
C.__call__ = C()
class D: __repr__ = object.__str__
def g(n):
    if n: yield from g(n - 1)
    yield n
def caught(call, *args):
    try: return call(*args)
    except RecursionError as e: return e
"""
within(150, "recursion 150", DEPTH, "f(50)", "caught(f, 200)", "caught(f, 200)", "f(50)")
run("recursion 1000", DEPTH, "f(800)", "caught(f, 1000)", "even(800)", "caught(even, 1001)", "caught(A, 1000)",
    "caught(A(0), 1000)", "caught(getattr, A(0), 'x')", "caught(lambda: A(0) + 2000)", "caught(lambda: A(0).p)",
    "type(caught(issubclass, B(), int))", "type(caught(C()))", "type(caught(repr, D()))", "f(800)",
    "caught(lambda: list(g(2000)))", "sum(g(300))")
within(150_000, "recursion 150000", DEPTH, "f(100_000)", "even(100_001)", "f(100_000)", "caught(f, 200_000)", "f(5)")
within(1 << 30, "recursion_without_end", DEPTH, "f(20_000)", "f(5)")
