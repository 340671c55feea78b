"""What builtin modules, types and functions say of themselves is what CPython's say."""
import _io
import gc
import inspect
import math
import pydoc
import sys
import weakref

things = [len, print, open, math.hypot, gc.collect, sys.exit, weakref.getweakrefcount]
things += [int, str, object, type, BaseException, _io.BytesIO, (1).__add__, [].append, str.maketrans]
things += [int.__new__, int.__dict__["real"], dict.__dict__["fromkeys"], type(None).__bool__, gc, sys]
for thing in things:
    text = thing.__doc__
    print(getattr(thing, "__name__", "?"), len(text), sum(map(ord, text)), text.splitlines()[0])
print(int.__dict__["__doc__"] == int.__doc__ == (5).__doc__)
print(inspect.getdoc(dict.update))
print(pydoc.plain(pydoc.render_doc("len")))
print(pydoc.plain(pydoc.render_doc("range")).count("\n") > 50)


def target():
    pass


holder = {"f": target}
print([type(one).__name__ for one in gc.get_referrers(target.__code__)])
print(any(one is holder for one in gc.get_referrers(target)))
print(any(one is target for one in gc.get_objects()))
