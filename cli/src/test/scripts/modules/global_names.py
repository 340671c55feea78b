"""Globals that are a subclass of dict, builtins that are handed down, an obsolete flag of compile."""
class D(dict):
    def __missing__(self,k): return 'miss '+k
for i in range(3): f=eval('lambda: (a, len)', D()); print(f())
f=eval('lambda: (a, len)', D(__builtins__={'len':3})); print(f())
print(compile('','','exec',0x10).co_flags)
ns={'type':type,'__builtins__':{'None':None}}
exec('def g(): pass\nh=type(g)(g.__code__,{})',ns); print(ns['h'].__builtins__)

body = """
l = [1, 2]
y = 0
[exec("y = x") for x in l]
items = [locals()["x"] for x in l]
"""
ns = {}
exec(body, ns)
print(ns["y"], ns["items"], "x" in ns)


def named(*args, **kwargs):
    return args, kwargs


for call in "named(**{1: 3}, **{1: 5})", "named(**{1: 2})", "named(a=1, **{'a': 2})", "named(**None)":
    try:
        eval(call)
    except TypeError as e:
        print(str(e).replace(__name__ + ".", ""))


def deleted():
    x = 1
    y = 2
    return x


def trace(frame, event, arg):
    if event == "line" and frame.f_lineno == deleted.__code__.co_firstlineno + 3:
        del frame.f_locals["x"]
        sys.settrace(None)
    return trace


import sys
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    sys.settrace(trace)
    result = deleted()
print(result, [str(warning.message) for warning in caught])
