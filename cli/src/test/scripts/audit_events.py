"""Audit events of the pipeline, as CPython raises them: audit_events.txt is what it prints."""
import gc, sqlite3
import sys, marshal
log = []
on = False
def hook(event, args):
    if on:
        log.append((event, [a if isinstance(a, (str, int, bytes, type(None))) and len(repr(a)) < 40 else type(a).__name__ for a in args]))
sys.addaudithook(hook)
def f(x): return x
code = f.__code__
stream = marshal.dumps(code)
on = True
compile("1", "name", "eval")
compile(b"1", "name", "eval")
exec("2")
exec(compile("3", "n", "exec"))
eval("4")
marshal.loads(stream)
marshal.dumps(1)
code.replace(co_name="g")
f.__code__ = code
sys.audit("my.event", 1, "two")
sys.addaudithook(lambda *a: None)
sys._getframe()
base = sqlite3.connect(":memory:")
class Broken:
    def __del__(self): raise ValueError
sys.unraisablehook = lambda problem: None
broken = Broken()
del broken
gc.collect()
on = False
for e in log: print(*e)
log.clear()
def strict(event, args):
    if event == "my.forbidden": raise PermissionError("no")
    if event == "sys.addaudithook": raise RuntimeError("none more")
sys.addaudithook(strict)
try: sys.audit("my.forbidden")
except PermissionError as e: print("refused", e)
sys.addaudithook(lambda *a: print("never"))
sys.audit("my.other")
on = True
import colorsys
on = False
print([e for e in log if e[0] == "import"])
