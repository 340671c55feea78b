"""What SyntaxError objects hold: arguments, places and the text of the line."""
import os
import tempfile
import warnings

warnings.simplefilter("ignore")
srcs = [
 "def f(a,a): pass", "return 1", "x = 1\ndef f():\n  global x\n  nonlocal y\n", "from __future__ import nosuch", "x=1\nfrom __future__ import annotations",
 "def f():\n x=1\n global x", "break", "def f():\n  from x import *", "class A[T,T]: pass", "é=1; yield é", "await x", "[x:=1 for x in y]", "a b", "f(", "'''", "def f(:", " x", "if 1:\n  a\n b", "x = (1,\n2", "\x00", "async def f():\n  yield from x",
 "def f():\n\ta\n        b", "lambda x,x:1", "(yield)", "nonlocal x", "from __future__ import braces", "print 'é' x", "f'{'", "f'{a b}'", "x = '\\N{foo}'", "1 = x", "\\", "del f()", "__debug__ = 1", "def __debug__(): pass", "from __future__ import division, nosuch", "try:\n pass\nexcept:\n pass\nexcept E:\n pass",
 "# coding: foo\nx", b"\xff", b"# coding: latin-1\n\xe9 = 1; break", b"\xef\xbb\xbf# coding: latin-1\n", b"\xef\xbb\xbfbreak", "match x:\n case a, a: pass", "match x:\n case {**a, **a}: pass", "match x:\n case a: pass\n case b: pass", "class A: \n def f(self): nonlocal __class_", "x: int = 1\ndef f():\n  x: int\n  global x", "*a, *b = c", "a = *b", "return\n", "'\\400'\nreturn", "async with a: pass", "i = 1 if", "def f(x): \n  def g(): nonlocal y", "import a.b as c.d", "raise = 2", "f(a=1, a=2)", "f(**k, *a)", "f(x for x in y, 1)","def f(*): pass", "x + 1 = 2", "None = 1", "a, None = 1", "with a as f(): pass","{1:2, 3}", "0777", "1_", "0b12", "1e", "'a", "a\u00a0b", "a = ¢", "@\n", "def f():\npass", "else: pass", "if x = 3: pass", "print(a b)", "\t\tx\n  y", "import", "from x import (a,)\nfrom y import ()", "global x\nx=1\nglobal x" ]

FIELDS = "msg filename lineno offset text end_lineno end_offset print_file_and_line".split()

def show(source, name):
    try:
        compile(source, name, "exec")
    except BaseException as e:
        print("  ", type(e).__name__, e.args, [getattr(e, n, "-") for n in FIELDS], str(e))

here = os.getcwd()
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for number, source in enumerate(srcs):
        print(number, repr(source))
        show(source, "<x>")
        data = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
        for more in b"", b"\nx = 1\n":
            with open("mod.py", "wb") as file:
                file.write(data + more)
            show(data + more if more else source, "mod.py")
    os.chdir(here)
