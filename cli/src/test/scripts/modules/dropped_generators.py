"""Generators and coroutines that are dropped: closed at gc.collect(), never awaited ones warn."""
import gc
import sys
import warnings
import weakref


def steps(name):
    try:
        yield 1
        yield 2
    finally:
        print("closed", name)


def stubborn():
    try:
        yield
    except GeneratorExit:
        yield


async def never():
    pass


async def values():
    try:
        yield 1
    finally:
        print("async closed")


def start(generator):
    next(generator)


for name in "abc":
    start(steps(name))
gc.collect()

keep = steps("kept")
next(keep)
gc.collect()
print(next(keep))
del keep
gc.collect()

shown = []
sys.unraisablehook = lambda args: shown.append((type(args.object).__name__, repr(args.exc_value)))
start(stubborn())
gc.collect()
print(shown)
shown.clear()

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    never()
    gc.collect()
print([str(w.message) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    address = repr(never())
    gc.collect()
print(shown)
sys.unraisablehook = sys.__unraisablehook__

dropped = []
hooks = sys.get_asyncgen_hooks()
sys.set_asyncgen_hooks(finalizer=dropped.append)
agen = values()
try:
    agen.asend(None).send(None)
except StopIteration as e:
    print("got", e.value)
del agen
gc.collect()
print([type(one).__name__ for one in dropped])
sys.set_asyncgen_hooks(*hooks)
last = dropped.pop().aclose()
try:
    last.send(None)
except StopIteration:
    pass

coro = never()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    coro.cr_frame.clear()
print(len(caught))
coro.close()
cycle = steps("in a cycle")
next(cycle)
holder = [cycle]
holder.append(holder)
gone = weakref.ref(cycle)
del cycle, holder
gc.collect()
gc.collect()
print(gone())
