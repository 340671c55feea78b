"""Damaged sources, .pyc files and marshal streams: whatever they are, a Python exception says what is wrong.

Usage: fuzz_input.py COUNT SEED. Prints the cases that end otherwise, then how many there were. What is
accepted is not run: it may do anything.
"""
import ast
import importlib._bootstrap_external as external
import importlib.util
import io
import marshal
import os
import random
import sys
import tokenize
import traceback
import warnings

LARGEST = 20_000
SIGNS = ("java.", "jdk.", "org.krait", "NullPointer", "Cannot invoke", "out of bounds", "ClassCast", "StackOverflow")
SOURCE_ERRORS = (SyntaxError, ValueError, OverflowError, MemoryError, RecursionError)
STREAM_ERRORS = (EOFError, ValueError, TypeError, MemoryError, OverflowError, SyntaxError)


def originals():
    folder = os.path.dirname(os.__file__)
    for place in (folder, *(os.path.join(folder, name) for name in ("json", "asyncio", "email", "importlib"))):
        for name in sorted(os.listdir(place)):
            path = os.path.join(place, name)
            if name.endswith(".py") and os.path.getsize(path) <= LARGEST:
                with open(path, "rb") as file:
                    yield file.read()


def damage(data, chance):
    data = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        if not data:
            break
        at = chance.randrange(len(data))
        match chance.randrange(6):
            case 0:
                data[at] ^= 1 << chance.randrange(8)
            case 1:
                data[at] = chance.randrange(256)
            case 2:
                del data[at:]
            case 3:
                del data[at : at + chance.randint(1, 20)]
            case 4:
                data[at:at] = data[at : at + chance.randint(1, 40)]
            case 5:
                other = chance.randrange(len(data))
                data[at : at + 4] = data[other : other + chance.randint(0, 8)]
    return bytes(data)


def check_source(data):
    compile(data, "damaged.py", "exec")


def check_tree(data):
    ast.parse(data)


def check_tokens(data):
    try:
        for _ in tokenize.tokenize(io.BytesIO(data).readline):
            pass
    except tokenize.TokenError as e:
        str(e)


def check_pyc(data):
    try:
        external._classify_pyc(data, "damaged", {"name": "damaged", "path": "damaged.pyc"})
        external._compile_bytecode(memoryview(data)[16:], "damaged", "damaged.pyc", "damaged.py")
    except ImportError as e:
        str(e)


def check_marshal(data):
    marshal.loads(data)


def main(count, seed):
    warnings.simplefilter("ignore")
    sources = list(originals())
    streams = {}
    chance = random.Random(seed)
    faults = 0
    for case in range(count):
        source = chance.choice(sources)
        check = chance.choice((check_source, check_source, check_tree, check_tokens, check_pyc, check_marshal))
        if check in (check_pyc, check_marshal):
            if source not in streams:
                streams[source] = marshal.dumps(compile(source, "whole.py", "exec"))
            data, allowed = streams[source], STREAM_ERRORS
            if check is check_pyc:
                data = importlib.util.MAGIC_NUMBER + bytes(12) + data
        else:
            data, allowed = source, SOURCE_ERRORS
        data = damage(data, chance)
        try:
            check(data)
            continue
        except allowed as e:
            found = e
        except BaseException as e:
            found = e
            print(case, check.__name__, "unexpected", type(e).__name__, e)
            faults += 1
            continue
        text = "".join(traceback.format_exception_only(found))
        if any(sign in text for sign in SIGNS) and b"org.krait" not in data:
            print(case, check.__name__, text)
            faults += 1
    print(count, "cases,", faults, "faults")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
