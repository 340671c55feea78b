# coding: iso-8859-15
"""What commands of one line and programs as short do, for the AOT cache of those (Assemble, krait)."""

import os
import sys
import time

print("hello", 1 / 3, 2**100, [1, "a", None], {"k": (1.5, True)}, {3}, b"x", sep=" ", end="\n")
text = "some words".upper().split()
print("%s %5d" % (text[0], 7), f"{len(text):>4}", "".join(sorted(text)), max(3, 4), round(2.567, 2), abs(-3))
print(sys.version, sys.path[:1], repr(text), type(text), str(b"abc", "ascii"), int("12") + 3 // 2 - 7 % 4, file=sys.stderr)
try:
    {}["x"]
except OSError:
    pass
except KeyError as error:
    print(error)
    sys.excepthook(*sys.exc_info())
for source in b"f(1 2)", b"# coding: utf8\n'\xff'":
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as error:
        sys.excepthook(*sys.exc_info())
time.time(), os.environ.get("HOME"), sys.argv
print("trained")
sys.exit()
