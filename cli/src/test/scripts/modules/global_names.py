"""Globals that are a subclass of dict, builtins that are handed down, an obsolete flag of compile."""
class D(dict):
    def __missing__(self,k): return 'miss '+k
for i in range(3): f=eval('lambda: (a, len)', D()); print(f())
f=eval('lambda: (a, len)', D(__builtins__={'len':3})); print(f())
print(compile('','','exec',0x10).co_flags)
ns={'type':type,'__builtins__':{'None':None}}
exec('def g(): pass\nh=type(g)(g.__code__,{})',ns); print(ns['h'].__builtins__)
