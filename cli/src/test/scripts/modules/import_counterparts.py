"""What stands in for importlib's functions is not to be seen: replaced parts, odd paths, tools, threads."""

import builtins
import importlib
import importlib._bootstrap as inner
import importlib._bootstrap_external as outer
import importlib.machinery as machinery
import os
import sys
import tempfile
import threading

folder = os.path.realpath(tempfile.mkdtemp())
sys.dont_write_bytecode = True


def write(name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def forget(*names):
    for name in names:
        for known in [m for m in sys.modules if m == name or m.startswith(name + ".")]:
            del sys.modules[known]


def short(value):
    return repr(value).replace(folder, "FOLDER").split(" object at ")[0]


def show(title, *values):
    print(title + ":", *[value if isinstance(value, str) else short(value) for value in values])


def raised(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}".replace(folder, "FOLDER")


def attributes(module):
    return [(key, short(value)) for key, value in vars(module).items() if key != "__builtins__"]


write("plain_one.py", "import sys\ncallers = []\nframe = sys._getframe(0)\nwhile frame:\n    callers.append(frame.f_code.co_name)\n    frame = frame.f_back\ndel frame, sys\n")
write("pack_one/__init__.py", "from . import part\nfrom .part import value as again\n")
write("pack_one/part.py", "from .deep import leaf\nvalue = 'part'\n")
write("pack_one/deep/__init__.py", "")
write("pack_one/deep/leaf.py", "from .. import deep\nfrom ..deep import __name__ as same\nassert deep.__name__ == same\n")
write("spaces/inside/thing.py", "value = 1\n")
write("both/__init__.py", "kind = 'package'\n")
write("both.py", "kind = 'module'\n")
write("broken_one.py", "1 / 0\n")
write("caseless.PY", "")
write("äö_one.py", "value = 'umlauts'\n")
sys.path.insert(0, folder)

import plain_one

show("callers", *plain_one.callers[:7])
show("attributes", *attributes(plain_one)[:7])
spec = plain_one.__spec__
show("spec", *[(key, short(value)) for key, value in vars(spec).items()])
show("loader", vars(spec.loader).keys(), short(spec.loader.path), spec.cached == plain_one.__cached__, spec.parent)
show("cached", os.path.basename(plain_one.__cached__))
import pack_one

show("package", *attributes(pack_one)[:8])
show("package spec", pack_one.__spec__.submodule_search_locations, pack_one.__spec__.parent, pack_one.again)
show("submodule", pack_one.deep.leaf.__package__, pack_one.deep.leaf.__name__, hasattr(pack_one.deep.leaf, "__path__"))
import spaces.inside.thing

show("namespace", type(spaces.__path__).__name__, spaces.inside.thing.value, spaces.__spec__.loader is not None)
import both

show("both", both.kind)
show("broken", raised(importlib.import_module, "broken_one"), "broken_one" in sys.modules)
show("missing", raised(importlib.import_module, "no_such_module"), raised(importlib.import_module, "pack_one.no"))
show("not a package", raised(importlib.import_module, "plain_one.x"))
show("caseless", raised(importlib.import_module, "caseless"))
show("umlauts", importlib.import_module("äö_one").value)
show("frozen", *[(key, short(value)) for key, value in vars(importlib.import_module("__phello__.spam").__spec__).items() if key != "loader_state"])
show("builtin", importlib.import_module("atexit").__spec__)
finder = sys.path_importer_cache[folder]
show("finder", vars(finder).keys(), sorted(finder._path_cache)[:3], finder._path_mtime == os.stat(folder).st_mtime)
show("locks", type(inner._module_locks).__name__, repr(inner._get_module_lock("some_name"))[:24])

# A folder that changes, and one that goes.
write("late_one.py", "value = 1\n")
importlib.invalidate_caches()
show("late", importlib.import_module("late_one").value)
extra = os.path.join(folder, "extra")
os.mkdir(extra)
sys.path.insert(0, extra)
show("empty folder", raised(importlib.import_module, "in_extra"))
write("extra/in_extra.py", "value = 2\n")
os.utime(extra, (1, 1))
show("other time", importlib.import_module("in_extra").value)
os.remove(os.path.join(extra, "in_extra.py"))
os.rmdir(extra)
forget("in_extra")
show("no folder", raised(importlib.import_module, "in_extra"))
sys.path.remove(extra)

# Odd entries of sys.path.
sys.path[:0] = [b"bytes", None, 3, folder + "/plain_one.py", folder + "//", "./nowhere", ""]
forget("plain_one", "pack_one")
import plain_one
import pack_one.part

show("odd entries", os.path.basename(plain_one.__file__), pack_one.part.value, folder + "//" in sys.path_importer_cache)
del sys.path[:7]

# Replaced parts of the import system.
forget("plain_one", "both", "late_one")


class Watching:
    @staticmethod
    def find_spec(name, path=None, target=None):
        show("asked", name, path is None)


sys.meta_path.insert(0, Watching)
import plain_one
import pack_one.part

sys.meta_path.remove(Watching)
forget("plain_one")


class OwnFinder:
    def find_spec(self, name, target=None):
        show("own finder", name)
        return machinery.ModuleSpec(name, None, is_package=False) if name == "own" else None


sys.path_importer_cache["own place"] = OwnFinder()
sys.path.insert(0, "own place")
import plain_one

sys.path.pop(0)
usual = machinery.SourceFileLoader.get_data
machinery.SourceFileLoader.get_data = lambda self, path: (show("get_data", os.path.basename(path)), usual(self, path))[1]
forget("late_one", "keyword")
import late_one

del machinery.SourceFileLoader.get_data
forget("late_one")
import keyword

show("keyword", keyword.iskeyword("for"))
usual = outer._path_stat
outer._path_stat = lambda path: (show("stat", os.path.basename(path)[:3]), usual(path))[1]
forget("late_one")
sys.path_importer_cache[folder].invalidate_caches()
import late_one

outer._path_stat = usual
forget("late_one")
import late_one

usual = inner._find_spec.__code__
inner._find_spec.__code__ = (lambda name, path, target=None: None).__code__
show("other code", raised(importlib.import_module, "broken_one"))
inner._find_spec.__code__ = usual
loader = machinery.SourceFileLoader("keyword", keyword.__file__)
show("get_code", loader.get_code("keyword").co_name, raised(loader.get_code, "other"))
loader.path_stats = lambda path: {"mtime": 0, "size": 0}
show("own path_stats", loader.get_code("keyword").co_name)

# Tools see the functions of importlib.
seen = []
forget("late_one")
sys.setprofile(lambda frame, event, arg: seen.append(frame.f_code.co_name) if event == "call" else None)
import late_one

sys.setprofile(None)
show("profiled", *[name for name in ("_find_and_load", "_find_spec", "find_spec", "module_from_spec", "get_code", "acquire") if name in seen])

# Relative names.
show("too far", raised(lambda: exec("from ... import x", {"__package__": "a", "__name__": "a.b", "__spec__": machinery.ModuleSpec("a.b", None)})))
show("no parent", raised(lambda: exec("from . import x", {"__package__": "", "__name__": "a"})))
show("only name", raised(lambda: exec("from . import deep", {"__name__": "pack_one", "__path__": []})))
show("from list", raised(lambda: exec("from pack_one import part, none_such", {})))
show("star", sorted(k for k in (lambda d: (exec("from pack_one import *", d), d)[1])({}) if not k.startswith("_")))

# Threads import the same and different modules.
for number in range(6):
    write(f"slow_{number}.py", f"import time\ntime.sleep(0.01)\nimport slow_{(number + 1) % 6}\nvalue = {number}\n")
importlib.invalidate_caches()
results = []
threads = [
    threading.Thread(target=lambda n: results.append(importlib.import_module(f"slow_{n % 6}").value), args=(n,))
    for n in range(12)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
show("threads", len(results), sorted(m for m in sys.modules if m.startswith("slow_")))
