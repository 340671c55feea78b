"""Run by CPython in the build: writes what its modules, types and functions written in C say of themselves.

A name, a null byte, the text, a null byte, and so on. Names are those of modules (behind "module "), of
what is in them, of types and their attributes; "slot __add__" stands for the slot wrappers of that name
that say what most of them say.
"""
import collections
import importlib
import os
import sys
import types
import warnings

SUFFIX = ".so"
UNWANTED = ("_test", "xx", "_xx", "_ctypes_test", "_tkinter", "_ssl", "_dbm", "_gdbm")

warnings.simplefilter("ignore")
found = {}
slots = collections.defaultdict(collections.Counter)
wrappers = {}
seen = set()


def modules():
    names = set(sys.builtin_module_names)
    for folder in sys.path:
        if os.path.basename(folder) == "lib-dynload":
            names |= {file.split(".")[0] for file in os.listdir(folder) if file.endswith(SUFFIX)}
    for name in sorted(names):
        if not name.startswith(UNWANTED):
            try:
                yield importlib.import_module(name)
            except ImportError:
                pass


def note(name, text):
    if text is None:
        text = ""  # it says nothing, and is not to be asked again
    if isinstance(text, str) and "\0" not in name + text:
        found.setdefault(name, text)


def is_native(kind):
    """Whether a type was written in C: its methods are no functions of Python's."""
    return not any(
        isinstance(getattr(value, "__func__", value), types.FunctionType) for value in vars(kind).values()
    ) and "__dataclass_fields__" not in vars(kind)


def visit(kind):
    if kind in seen or not is_native(kind):
        return
    seen.add(kind)
    name = f"{kind.__module__}.{kind.__qualname__}"
    note(name, kind.__doc__)
    for attribute, value in vars(kind).items():
        if isinstance(value, type):
            continue
        text = getattr(getattr(value, "__func__", value), "__doc__", None)
        if isinstance(value, types.WrapperDescriptorType) or attribute == "__new__":
            slots[attribute][text] += 1
            wrappers[name, attribute] = text
        elif not isinstance(value, (str, int, float, tuple, dict, list, type(None))):
            note(f"{name}.{attribute}", text)


def visit_all(kind):
    visit(kind)
    for derived in type.__subclasses__(kind):
        visit_all(derived)


for module in modules():
    note("module " + module.__name__, module.__doc__)
    for name, value in vars(module).items():
        if isinstance(value, type):
            visit(value)
        elif isinstance(value, types.BuiltinFunctionType):
            note(f"{module.__name__}.{name}", value.__doc__)
for kind in type.__subclasses__(object):
    visit_all(kind)
visit(object)
usual = {}
for name, texts in slots.items():
    usual[name] = texts.most_common(1)[0][0]
    note("slot " + name, usual[name])
for (kind, name), text in wrappers.items():
    if text != usual[name]:
        note(f"{kind}.{name}", text or "")
for name in sorted(found):
    sys.stdout.buffer.write(f"{name}\1{found[name]}\0".encode("utf-8", "replace"))
