"""Calls, attributes, classes, generators and exceptions."""

from .setups import DICTS, LISTS, WORDS

SETUP = "\n".join([
    WORDS, LISTS, DICTS,
    "import micro_things as mc_; inst, inst2, Plain, sub, sl, fn, gen, sgen, yfrom, itc, ctx, dyn, inst3, fkw, fargs, fn3 = mc_.core()",
    "tt = ('a', 'b', 'c'); kd = {'a': 1, 'b': 2}; kd2 = {itc: 1}; x, y = 5, 6; rg = range(100); cnt = mc_.counter(); bm = inst.meth; from sys import _getframe as getframe, exc_info, intern; ll2 = [[1, 2, 3]] * 10",
])

CASES = """
core.getattr|a = getattr(inst, "x")
core.getattr default|a = getattr(inst, "zz", None)
core.setattr|setattr(inst, "x", 1)
core.hasattr|a = hasattr(inst, "x")
core.hasattr miss|a = hasattr(inst, "zz")
core.isinstance|a = isinstance(inst, Plain)
core.issubclass|a = issubclass(Plain, object)
core.type|a = type(inst)
core.callable|a = callable(fn)
core.id|a = id(inst)
core.hash inst|a = hash(inst)
core.repr inst|a = repr(inst)
core.dir|a = dir(inst)
core.vars|a = vars(inst)
core.dict|a = inst.__dict__
core.dict update|inst.__dict__.update(x=1)
core.class|a = inst.__class__
core.class name|a = type(inst).__name__
core.make|a = Plain(1)
core.make new|a = object.__new__(Plain)
core.super|a = sub.meth()
core.property|a = inst.prop
core.staticmethod|a = inst.st()
core.classmethod|a = Plain.cm()
core.slots|sl.x = 1; a = sl.x
core.define class|class A: pass
core.define class meth|class A:\n def f(self): pass\n x = 1
core.define function|def f(a, b=1): pass
core.lambda|a = (lambda: 1)()
core.kwargs|fkw(a=1, b=2)
core.args|fargs(1, 2, 3)
core.star call|fn3(*tt)
core.kw star call|fkw(**kd)
core.try|try: a = 1\nexcept ValueError: pass
core.raise|try: raise ValueError("x")\nexcept ValueError: pass
core.raise keep|try: raise ValueError("x")\nexcept ValueError as z: a = z.args
core.raise attr|try: inst.zz\nexcept AttributeError: pass
core.raise from|try:\n try: raise ValueError\n except ValueError as z: raise KeyError from z\nexcept KeyError: pass
core.stopiteration|try: next(iter(()))\nexcept StopIteration: pass
core.next default|a = next(iter(()), None)
core.iter|a = iter(ys)
core.generator|for x in gen(10): pass
core.gen send|g = sgen(); next(g); g.send(1)
core.yield from|for x in yfrom(): pass
core.iter class|for x in itc: pass
core.len class|a = len(itc)
core.getitem class|a = itc[3]
core.eq class|a = inst == inst2
core.contains class|a = 3 in itc
core.call class|a = itc(3)
core.bool class|a = bool(itc)
core.hash class|a = kd2[itc]
core.with class|with ctx: pass
core.getattr class|a = dyn.anything
core.descriptor|a = inst.desc
core.match|match tt:\n case (a, b, c): pass
core.match class|match inst:\n case Plain(x=1): pass\n case _: a = 2
core.match str|match k:\n case "a": a = 1\n case "b": a = 2\n case _: a = 3
core.format class|a = f"{inst}"
core.str class|a = str(inst3)
core.global|a = len
core.import|import os
core.import from|from os import path
core.del|a = 1; del a
core.assert|assert x
core.chained|a = 0 < x < 1000
core.min 2|a = min(x, 10)
core.max 3|a = max(x, 10, 20)
core.abs|a = abs(x)
core.divmod|a = divmod(x, 7)
core.pow|a = pow(x, 2)
core.round|a = round(3.7)
core.sum tuple|a = sum((1, 2, 3))
core.any tuple|a = any((0, 0, 1))
core.zip|for a, c in zip(w, w): pass
core.enumerate|for a, c in enumerate(w): pass
core.map|for a in map(str, w): pass
core.reversed range|for a in reversed(range(10)): pass
core.range len|for i in range(len(w)): a = w[i]
core.range in|a = 5 in rg
core.range list|a = list(rg)
core.slice make|a = slice(1, 2)
core.unpack swap|x, y = y, x
core.nonlocal|a = cnt()
core.bound method|a = inst.meth
core.bound call|bm()
core.sys.getframe|a = getframe()
core.sys.exc_info|a = exc_info()
core.sys.intern|a = intern(s)
core.object eq|a = object() == object()
core.bool of list|a = not ys
core.list of str|a = list(s)
core.sorted str|a = sorted(s)
core.zip star|a = list(zip(*ll2))
core.print format|a = "\\n".join(f"{x:>4} {y!r}" for x, y in enumerate(w))
"""
