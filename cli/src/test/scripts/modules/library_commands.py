"""The library's own commands (``-m dis``, ``-m pdb`` …) on a file of the library: long texts as their checksums."""
import bisect
import contextlib
import io
import os
import pathlib
import re
import runpy
import shutil
import sys
import tempfile
import zlib

LONGEST = 1200
PROGRAM = """
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)

def main():
    print(fib(5))

main()
"""
DOCTEST = '''"""
>>> 1 + 1
2
>>> print("x")
y
"""
'''
UNIT = """
import unittest
class T(unittest.TestCase):
    def test_a(self): pass
    def test_b(self): self.assertEqual(1, 2)
    def test_c(self):
        for i in range(2):
            with self.subTest(i=i): self.assertEqual(i, 0)
    @unittest.skip("why")
    def test_d(self): pass
"""
DEBUGGING = "b fib\nc\nargs\np n * 2\nbt\nn\nunt 8\nl\nwhatis n\ndisplay n\ncl 1\nc\nq\n"
COMMANDS = [
    ("dis", "bisect.py"),
    ("ast", "bisect.py"),
    ("ast", "-a", "-i", "2", "program.py"),
    ("tokenize", "bisect.py"),
    ("tokenize", "-e", "bisect.py"),
    ("json.tool", "--sort-keys", "--no-ensure-ascii", "some.json"),
    ("json.tool", "program.py"),
    ("timeit", "-n", "3", "-r", "1", "1 + 1"),
    ("compileall", "-f", "compiled"),
    ("doctest", "doctested.py"),
    ("doctest", "-v", "doctested.py"),
    ("pydoc", "bisect"),
    ("pydoc", "abs"),
    ("pydoc", "COMPARISON"),
    ("unittest", "-v", "unit_tests"),
    ("inspect", "textwrap:dedent"),
    ("inspect", "--details", "textwrap:dedent"),
    ("trace", "--trace", "program.py"),
    ("trace", "--listfuncs", "program.py"),
    ("pdb", "program.py"),
    ("cProfile", "-s", "name", "program.py"),
]


class Kept(io.StringIO):
    """What a command has printed, also when it closes its output."""

    def close(self):
        pass


def normal(text):
    text = text.replace(os.path.dirname(bisect.__file__), "LIB").replace(os.getcwd(), "HERE")
    text = re.sub(r"0x[0-9a-f]+", "0x", text)
    text = re.sub(r"[0-9.e-]+ [num]?sec", "T", text)
    text = re.sub(r"\b[0-9]+\.[0-9]{3}s?\b", "T", text)
    return text


def run(module, *arguments):
    sys.argv = [module, *arguments]
    out, code = Kept(), None
    sys.stdin = io.StringIO(DEBUGGING)
    path, known = sys.path[:], set(sys.modules)
    sys.path[0] = os.getcwd()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as e:
        code = e.code
    finally:
        sys.path[:] = path
        for name in set(sys.modules) - known:
            if name in ("unit_tests", "doctested", "program"):
                del sys.modules[name]
    text = normal(out.getvalue())
    print("$", module, *arguments)
    if len(text) > LONGEST:
        print(len(text.splitlines()), "lines", zlib.crc32(text.encode()), "of it")
    else:
        print(text)
    print("->", code)


kept = sys.argv, sys.stdin, os.getcwd()
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    try:
        shutil.copy(bisect.__file__, "bisect.py")
        os.mkdir("compiled")
        shutil.copy(bisect.__file__, "compiled")
        for name, text in {
            "program.py": PROGRAM,
            "doctested.py": DOCTEST,
            "unit_tests.py": UNIT,
            "some.json": '{"b": [1, 2.5, "é"], "a": {"x": null}}',
        }.items():
            pathlib.Path(name).write_text(text, "utf-8")
        for command in COMMANDS:
            run(*command)
    finally:
        sys.argv, sys.stdin = kept[:2]
        os.chdir(kept[2])
