"""What commands do that only import from the library, and tests: for the classes, theirs and those of the JDK behind
them, of an AOT cache without profiles (Assemble, krait)."""

import training_elsewhere

training_elsewhere.from_source()

import argparse
import asyncio
import collections
import contextlib
import copy
import dataclasses
import enum
import functools
import io
import itertools
import json
import logging
import marshal
import operator
import os
import re
import signal
import sys
import textwrap
import time
import traceback
import types
import typing
import unittest
import unittest.mock
import warnings


class Kind(enum.Enum):
    SMALL = 1
    LARGE = 2


@dataclasses.dataclass(order=True)
class Item:
    name: str
    price: float = 1.5
    kind: Kind = Kind.SMALL


class SmallTest(unittest.TestCase):
    def test_equal(self):
        self.assertEqual([1, 2], [1, 2])
        with self.assertRaisesRegex(KeyError, "x"):
            {}["x"]

    def test_warning(self):
        with self.assertWarns(DeprecationWarning), self.subTest(1):
            warnings.warn("old", DeprecationWarning)

    @unittest.skip("not today")
    def test_skipped(self):
        pass

    def test_failing(self):
        self.assertEqual({"a": 1}, {"a": 2})


def taking(a, /, b=2, *c, d=4, **e):
    return a


def library():
    """Modules that many programs import."""
    import ast, base64, bisect, calendar, compileall, csv, datetime, decimal, faulthandler, fnmatch, fractions, gc, glob, hashlib, heapq, inspect
    import locale, math, pathlib, pickle, random, shutil, statistics, string, struct, subprocess, tempfile, threading
    import concurrent.futures.process, multiprocessing.resource_tracker, unicodedata, urllib.parse, weakref, zlib

    random.seed()
    random.Random(7).shuffle([random.randrange(9), random.random()])
    assert pickle.loads(pickle.dumps([Item("a"), {"k": (1.5, None)}, datetime.date(2024, 5, 6), b"x", 2**70, Kind.LARGE]))
    struct.unpack("<IHd", struct.pack("<IHd", 1, 2, 3.5))
    time.strftime("%Y-%m-%d", time.localtime()), time.ctime(), datetime.datetime.now().isoformat()
    hashlib.sha256(b"a").hexdigest(), hashlib.md5(b"a").hexdigest(), zlib.crc32(b"a"), base64.b64encode(b"abc")
    math.sin(1.0), math.gcd(12, 18), fractions.Fraction(1, 3) + 1, decimal.Decimal("1.10") / 3
    statistics.mean([1, 2, 4]), heapq.heapify([3, 1]), bisect.bisect([1, 2], 2)
    string.Template("$a").substitute(a=1), "{0:>5} {a!r}".format(1, a="b"), urllib.parse.urlsplit("http://a/b?c=d")
    ascii("é\u0416"), "É\u0416".lower(), unicodedata.name("é"), "\u0416".isidentifier()
    inspect.signature(taking), ast.dump(ast.parse("a = b + 1")), gc.collect(), sys._getframe().f_locals
    list(csv.reader(["a,b"])), re.compile(r"(?i)[é-ö]+|\bx(?=y)").sub(lambda m: m[0], "éx"), fnmatch.fnmatch("a.py", "*.py")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "a.txt")
        path.write_text("text")
        os.stat(path), os.listdir(folder), list(os.scandir(folder)), path.exists(), glob.glob(folder + "/*")
        shutil.copy(path, folder + "/b.txt")
        training_elsewhere.from_elsewhere(folder)
        compileall.compile_dir(folder, force=True, quiet=1)
        with open(os.devnull, "w") as file:
            faulthandler.dump_traceback(file)
    held = threading.Lock()
    thread = threading.Thread(target=held.acquire)
    thread.start()
    thread.join()
    weakref.finalize(thread, print).detach(), weakref.WeakValueDictionary(), weakref.WeakKeyDictionary()
    subprocess.run(["cat"], input=b"a", capture_output=True, check=True)
    import _multiprocessing, multiprocessing.connection, multiprocessing.synchronize, queue, select

    # As multiprocessing.Lock does, but for the process that it starts.
    _multiprocessing.SemLock(1, 1, 1, f"/krait-{os.getpid()}", True), queue.SimpleQueue(), select.poll().poll(0), io.BytesIO(b"ab").getbuffer()[:1].release()
    for there in multiprocessing.connection.Pipe(False):
        there.close()
    signal.valid_signals(), signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR2})
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGUSR2}), list(iter(iter([1]).__next__, 1))
    before = signal.signal(signal.SIGUSR1, lambda *about: None)
    os.kill(os.getpid(), signal.SIGUSR1), signal.signal(signal.SIGUSR1, before)
    os.getloadavg(), locale.getlocale()


async def waiting():
    await asyncio.sleep(0)
    return await asyncio.gather(asyncio.sleep(0, 1))


library()
assert json.loads(json.dumps({"a": [1, 2.5, None]}, indent=1)) and copy.deepcopy(Item("a"))
asyncio.run(waiting())
parser = argparse.ArgumentParser()
parser.add_argument("-n", type=int)
parser.parse_args(["-n", "3"])
log = logging.getLogger("training")
log.addHandler(logging.StreamHandler(io.StringIO()))
log.warning("%d of %s", 1, "some")
unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(SmallTest))
exec(compile("def f(x):\n    return [x + i for i in range(3)]\nresult = f(1)", "<made>", "exec"), {})
# Code that Krait has not compiled is verified.
exec(marshal.loads(marshal.dumps(compile("def g(a):\n    return (a, 1)\nresult = g(1)", "<read>", "exec"))), {})
try:
    1 / 0
except ZeroDivisionError:
    traceback.print_exc(file=io.StringIO())
    sys.excepthook(*sys.exc_info())
total = 0
for i in range(400_000):
    # Long enough for machine code, so that its translator is among what is kept.
    total += len(str(i & 7))
print("trained")
