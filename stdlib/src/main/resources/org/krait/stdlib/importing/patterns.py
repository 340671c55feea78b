"""Run by CPython in the build: writes what the regular expressions of the library are compiled to.

LibraryPatterns says how. Those are written that modules compile while they are imported, and those of a few
functions that many programs call; none about which the library warns.
"""
import importlib
import io
import os
import struct
import sys
import warnings
import _sre
from re import _compiler

UNWANTED = {
    "__main__", "antigravity", "encodings", "ensurepip", "idlelib", "lib-dynload", "lib2to3", "pydoc_data",
    "site-packages", "test", "tests", "this", "tkinter", "turtle", "turtledemo",
}
LIBRARY = os.path.dirname(os.__file__)

output = sys.stdout.buffer
sys.stdout = io.StringIO()
found = {}
latest = []
compile_code = _sre.compile
compile_pattern = _compiler.compile


def keep_code(pattern, flags, code, groups, groupindex, indexgroup):
    latest[:] = flags, groups, list(groupindex.items()), list(code)
    return compile_code(pattern, flags, code, groups, groupindex, indexgroup)


def keep_pattern(pattern, flags=0):
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        result = compile_pattern(pattern, flags)
    if not heard and type(flags) is int and not flags & _compiler.SRE_FLAG_DEBUG:
        if type(pattern) is str:
            note(0, pattern, flags)
        elif type(pattern) is bytes:
            note(1, pattern.decode("latin-1"), flags)
    return result


def note(kind, text, flags):
    try:
        found[kind, text, flags] = text.encode(), *latest
    except UnicodeEncodeError:
        pass


def modules():
    for folder, folders, files in os.walk(LIBRARY):
        folders[:] = sorted(set(folders) - UNWANTED)
        package = os.path.relpath(folder, LIBRARY).replace(os.sep, ".").removeprefix(".")
        for name, ending in map(os.path.splitext, sorted(files)):
            if ending == ".py" and name not in UNWANTED:
                yield (package + "." + name).removesuffix(".__init__").removeprefix(".")


def use():
    import argparse
    import pprint
    import string
    import tokenize
    list(tokenize.generate_tokens(io.StringIO("a = 'b' + 1\n").readline))
    parser = argparse.ArgumentParser(prog="p")
    parser.add_argument("-n", "--number", type=int, help="how many")
    parser.format_help(), parser.parse_args(["-n", "3"])
    string.Template("$a").substitute(a=1), pprint.pformat(["some words " * 20])


def java_hash(kind, text, flags):
    value = 0
    units = text.encode("utf-16-le")
    for unit in struct.unpack(f"<{len(units) // 2}H", units):
        value = value * 31 + unit & 0xFFFFFFFF
    value = (value * 31 + flags) * 31 + kind & 0xFFFFFFFF
    return value - (value >> 31 << 32)


_sre.compile = keep_code
_compiler.compile = keep_pattern
keep_pattern("")
for module in modules():
    try:
        importlib.import_module(module)
    except BaseException:
        pass
use()

index = sorted((java_hash(*key), key) for key in found)
at = 4 + 8 * len(index)
head, body = struct.pack("<i", len(index)), b""
for number, (kind, text, flags) in index:
    text, made_flags, groups, names, code = found[kind, text, flags]
    head += struct.pack("<ii", number, at + len(body))
    body += struct.pack("<7i", kind, flags, made_flags, groups, len(text), len(names), len(code)) + text
    body += struct.pack(f"<{len(code)}I", *code)
    for name, group in names:
        body += struct.pack("<ii", group, len(name.encode())) + name.encode()
output.write(head + body)
