"""What the training programs do with modules whose caches Krait's build did not make (Assemble)."""

import importlib.util
import os
import py_compile
import sys
import tempfile
import time

ELSEWHERE = """
class Base:
    def run(self, *given, key=None):
        try:
            for name, value in {"a": 1}.items():
                yield name, [v for v in given if v is not value], (lambda: key)()
        finally:
            self.ended = True


found = list(Base().run(1, 2, key=[Base]))
"""


def from_source():
    """A module whose cache is written when it is imported for the first time, and read the second. To be called before
    anything needs the C library, by which files are opened from then on."""
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/from_source.py", "w") as file:
            file.write(ELSEWHERE)
        sys.path.insert(0, folder)
        before = sys.dont_write_bytecode
        sys.dont_write_bytecode = False
        for _ in range(2):
            importlib.invalidate_caches()
            __import__("from_source")
            del sys.modules["from_source"]
        sys.dont_write_bytecode = before
        del sys.path[0]


def from_elsewhere(folder):
    """A module whose cache Krait's build did not make: it is verified."""
    path = folder + "/elsewhere.py"
    with open(path, "w") as file:
        file.write(ELSEWHERE)
    py_compile.compile(path)
    spec = importlib.util.spec_from_file_location("elsewhere", path)
    spec.loader.exec_module(importlib.util.module_from_spec(spec))
    os.mkdir(folder + "/c", 0o700), time.strftime("%Y-%m-%d", time.localtime()), {"a": 1}.keys() & {"a"}, list(iter("ab"))
