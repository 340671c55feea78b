"""Frozen modules: which there are, what they say of themselves, how tracebacks name them."""
import _imp
import importlib.util
import os
import sys
import traceback

for name in _imp._frozen_module_names():
    code = _imp.get_frozen_object(name)
    print(name, _imp.find_frozen(name), _imp.is_frozen_package(name), code.co_filename, len(code.co_code))
for module in (os, os.path, importlib.util, sys.modules["_frozen_importlib"], importlib.import_module("zipimport")):
    print(module.__spec__.name, module.__spec__.origin, module.__spec__.loader)
    print(os.path.basename(getattr(module, "__file__", "none")), hasattr(module, "__cached__"))
for call in (
    lambda: _imp.get_frozen_object("nothing"),
    lambda: _imp.is_frozen_package("nothing"),
    lambda: _imp.get_frozen_object("os", b"?"),
    lambda: _imp.get_frozen_object("os", 3),
    lambda: _imp.get_frozen_object("os", b"i\0\0\0\0"),
):
    try:
        call()
    except Exception as error:
        print(repr(error))
_imp._override_frozen_modules_for_tests(-1)
print(_imp._frozen_module_names(), _imp.find_frozen("os"), _imp.is_frozen("abc"))
_imp._override_frozen_modules_for_tests(0)
try:
    os.makedirs(b"/proc/x/y/z")
except OSError:
    print(traceback.format_exc())
