"""The modules of the start (os, io, abc, site, ...) look as if they had run before the program, whenever they run."""
import os
import subprocess
import sys
import tempfile

STARTED = ["abc", "stat", "_collections_abc", "genericpath", "posixpath", "os.path", "os", "_sitebuiltins", "io", "site"]


def run(program, *options, **settings):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    folder = settings.pop("cwd", None)
    environment.update(settings)
    done = subprocess.run(
        [sys.executable, *options, "-c", program], env=environment, cwd=folder, capture_output=True, text=True
    )
    print(done.stdout, end="")
    if done.returncode or done.stderr:
        print("code", done.returncode, done.stderr.strip().rpartition("\n")[2])


print("-- among the modules, whole")
run(f"""
import sys
names = {STARTED}
print([name for name in names if name not in sys.modules])
print(sys.modules["os.path"] is sys.modules["posixpath"], sys.modules["os"].path is sys.modules["posixpath"])
for name in names:
    module = sys.modules[name]
    print(name, module.__name__, module.__spec__.name, module.__spec__.origin, module.__doc__ is None,
          hasattr(module, "__file__"), hasattr(module, "no_such_thing"))
""")
run("""
import os
print(repr(os)[:12], type(os).__name__, "getcwd" in vars(os), "sep" in dir(os))
os.extra = 1
print(os.extra, os.sep)
""")

print("-- removed or replaced modules are not what they import")
run("""
import sys
sys.modules["abc"] = None
del sys.modules["stat"], sys.modules["posixpath"], sys.modules["os.path"]
import os, io
print(os.PathLike.__name__, io.IOBase.__name__, type(io.IOBase).__name__, os.path.join("a", "b"))
print("os.path" in sys.modules, "stat" in sys.modules, sys.modules["abc"])
""")
run("""
import sys
sys.modules = {}
os = __import__("sys").modules.get("os")
print(os)
""")

run("""
import _imp
_imp._override_frozen_modules_for_tests(-1)
import os, io
print(os.sep, os.__spec__.origin, io.IOBase.__name__)
""")

print("-- builtins changed by the program are not what they use")
run("""
import builtins
real = builtins.__import__
def importing(name, *rest):
    print("import", name)
    return real(name, *rest)
builtins.__import__ = importing
import os
print(os.sep)
builtins.property = builtins.staticmethod = None
import io, site
print(io.IOBase.__name__, site.PREFIXES is not None)
""")

print("-- nobody hears of them")
run("""
import sys, os
seen = set()
def trace(frame, event, arg):
    seen.add(frame.f_code.co_filename)
    return trace
sys.settrace(trace)
os.sep
sys.settrace(None)
sys.setprofile(trace)
import site
site.PREFIXES
sys.setprofile(None)
print(seen)
""")
run("""
import sys, os
events = []
sys.addaudithook(lambda event, args: events.append(event))
os.sep
print(events)
""")
run("""
import sys
class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        print("asked for", name)
sys.meta_path.insert(0, Finder)
import os, io, site
print(os.sep, io.SEEK_SET, len(site.PREFIXES))
""")

print("-- sys stays as it is")
run("""
import sys
before = list(sys.path)
sys.path = path = ["/nowhere/..", "/nowhere"]
import site
print(site.PREFIXES == [sys.prefix, sys.exec_prefix], sys.path is path, path, sys._home)
""")
run("""
import sys
print(hasattr(sys, "__interactivehook__"), sys.__interactivehook__.__module__, "__interactivehook__" in dir(sys))
""")
run("""
import sys
print(getattr(sys, "__interactivehook__", None), "__interactivehook__" in vars(sys))
""", "-I")
run("import sys; print('__interactivehook__' in sys.__dict__); del sys.__interactivehook__; import site; site.PREFIXES;"
    " print(hasattr(sys, '__interactivehook__'))")

print("-- deep in a recursion, and in eight threads at once")
run("""
import sys, os, io
sys.setrecursionlimit(100)
def deep(n):
    return (os.sep, io.SEEK_END) if n == 0 else deep(n - 1)
print(deep(90))
""")
run("""
import _thread, os, io, abc
go = _thread.allocate_lock()
go.acquire()
ends = [_thread.allocate_lock() for _ in range(8)]
seen = []
def look(end):
    with go:
        pass
    seen.append((os.getcwd, io.StringIO, abc.ABC, os.path.join))
    end.release()
for end in ends:
    end.acquire()
    _thread.start_new_thread(look, (end,))
go.release()
for end in ends:
    end.acquire()
print(len(seen), len(set(seen)))
""")

print("-- their classes are found")
run("""
print(sorted(cls.__name__ for cls in object.__subclasses__() if cls.__name__ in ("_wrap_close", "Quitter", "ABC")))
import _collections_abc
print([cls.__name__ for cls in _collections_abc.MutableMapping.__subclasses__()])
""")
run("""
import gc
print(any(type(each).__name__ == "_Environ" for each in gc.get_objects()))
""")
run("""
import _collections_abc
class Pairs(_collections_abc.Mapping):
    def __getitem__(self, key): return 1
    def __iter__(self): return iter(())
    def __len__(self): return 0
print(isinstance(Pairs(), _collections_abc.MutableMapping), isinstance({}, _collections_abc.MutableMapping))
import os
print(isinstance(os.environ, _collections_abc.MutableMapping), isinstance("", os.PathLike))
""")

print("-- the builtins of site")
run("print(repr(exit), repr(quit), repr(help)[:11], type(license).__name__, type(credits).__module__); exit(3)")
run("""
import builtins
builtins.exit = 5
del builtins.quit
import site
print(site.PREFIXES is not None, exit, hasattr(builtins, "quit"))
""")
run("""
before = exit, quit, license, help, copyright, credits
import site
site.PREFIXES
print(before == (exit, quit, license, help, copyright, credits), exit.__class__ is site._sitebuiltins.Quitter)
print(len(license._Printer__filenames), license._Printer__filenames[-1])
""")

print("-- the environment of the start counts")
run("""
import os
os.environ["HOME"] = "/elsewhere"
os.environ["PYTHONUSERBASE"] = "/there"
import site
print(site.USER_BASE, site.USER_SITE, site.ENABLE_USER_SITE)
""", HOME="/nonexistent")
run("import site; print(site.USER_BASE, site.ENABLE_USER_SITE)", "-s", HOME="/nonexistent")

print("-- what site has to do is done")
with tempfile.TemporaryDirectory() as folder:
    packages = os.path.join(folder, "lib", "python3.12", "site-packages")
    os.makedirs(packages)
    show = "import sys; print([each for each in sys.path if 'site-packages' in each][:1] == [%r])" % packages
    run(show, PYTHONUSERBASE=folder)
    run(show, "-s", PYTHONUSERBASE=folder)
    with open(os.path.join(folder, "sitecustomize.py"), "w") as file:
        print("print('customized', __name__)", file=file)
    run("pass", PYTHONPATH=folder)
    run("import site; print(site.ENABLE_USER_SITE)", cwd=folder)
    with open(os.path.join(packages, "usercustomize.py"), "w") as file:
        print("print('customized', __name__)", file=file)
    run("pass", PYTHONUSERBASE=folder)
    run("pass", "-s", PYTHONUSERBASE=folder)
    os.remove(os.path.join(packages, "usercustomize.py"))
    with open(os.path.join(packages, "more.pth"), "w") as file:
        print("import sys; print('path file')", file=file)
        print(folder, file=file)
    run("print(%r in sys.path if 'sys' in globals() else 'no sys')" % folder, PYTHONUSERBASE=folder)
    run("import sys; print(%r in sys.path)" % folder, PYTHONUSERBASE=folder)
run("import sys; print(len(sys.path) == len(set(sys.path)))", PYTHONPATH="/tmp:/tmp/:/tmp")
