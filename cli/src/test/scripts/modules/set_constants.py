"""Sets of constants are made twice by the compiler and once from a cache; their order shows it."""

import marshal

SOURCES = (
    "list({8, 16, 24, 32, 40, 48, 56})",
    "[k for k in {64, 0, 32, 16, 8, 128}]",
    "list({-1, -2, 7, 15, 23})",
    "list(f.__code__.co_consts[1])",
    "list({33, 1, 65, 97, 129, 161, 193, 225, 2})",
)


def f(x):
    return x in {40, 8, 24, 16, 0, 32, 72}


for source in SOURCES:
    code = compile(source, "<set>", "eval")
    print(eval(code), eval(marshal.loads(marshal.dumps(code))))
