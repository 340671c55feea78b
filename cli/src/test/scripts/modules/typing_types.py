import _typing
def tr(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__,e)
import typing
from typing import *
T=TypeVar('T')
tr(lambda:TypeVar())
tr(lambda:TypeVar(1))
tr(lambda:TypeVar('T',int))
tr(lambda:TypeVar('T',int,str,bound=int))
tr(lambda:TypeVar('T',covariant=True,contravariant=True))
tr(lambda:TypeVar('T',covariant=True,infer_variance=True))
tr(lambda:TypeVar('T',bound=1))
tr(lambda:TypeVar('T',bound=None).__bound__)
tr(lambda:TypeVar('T',1,2))
tr(lambda:ParamSpec('T',bound=1))
tr(lambda:ParamSpec('T',bound=None).__bound__)
tr(lambda:ParamSpec('T',covariant=True,contravariant=True))
tr(lambda:ParamSpec('T',covariant=True,infer_variance=True))
tr(lambda:TypeVarTuple('Ts',1))
tr(lambda:T.__typing_subst__(1))
tr(lambda:TypeAliasType('A',int,type_params=(1,)))
tr(lambda:TypeAliasType('A',int,type_params=1))
tr(lambda:TypeAliasType(1,int))
tr(lambda:TypeAliasType('A',int)[1])
A=TypeAliasType('A',list[T],type_params=(T,))
tr(lambda:A[int])
tr(lambda:repr(A[int].__parameters__))
tr(lambda:A.__parameters__)
tr(lambda:A.__type_params__)
tr(lambda:A|int)
tr(lambda:int|A)
tr(lambda:A.__module__)
def f():
    A.__value__=1
tr(f)
type X=1/0
tr(lambda:X.__value__)
class C[T:(int,1/0)]: pass
tr(lambda:C.__type_params__[0].__constraints__)
tr(lambda:C.__type_params__[0].__bound__)
tr(lambda:[f'{x}' for x in (C.__type_params__[0].__module__,)])
def f():
    class X(TypeVar):pass
tr(f)
def f():
    class X(T):pass
tr(f)
P=ParamSpec('P')
Ts=TypeVarTuple('Ts')
def f():
    class X(P):pass
tr(f)
def f():
    class X(Ts):pass
tr(f)
def f():
    class X(P.args):pass
tr(f)
def f():
    class X(A):pass
tr(f)
def f():
    class X(Generic):pass
tr(f)
tr(lambda:T.__mro_entries__(()))
tr(lambda:list(Ts))
tr(lambda:T|int)
tr(lambda:int|T)
tr(lambda:P|int)
tr(lambda:Ts|int)
tr(lambda:T|'x')
tr(lambda:P.args==P.args)
tr(lambda:P.args==P.kwargs)
tr(lambda:P.args<P.kwargs)
tr(lambda:P.args)
tr(lambda:ParamSpecArgs(3))
tr(lambda:ParamSpecArgs(origin=3).__origin__)
tr(lambda:Generic[T])
tr(lambda:TypeVar('T',infer_variance=True))
tr(lambda:repr(TypeVar('T',covariant=True))+repr(TypeVar('T',contravariant=True)))
tr(lambda:repr(ParamSpec('T',covariant=True))+repr(ParamSpec('T',contravariant=True))+repr(ParamSpec('T',infer_variance=True)))
tr(lambda:T.__reduce__())
tr(lambda:A.__reduce__())
tr(lambda:T.__dict__)
def f():
    T.__module__=2
    return T.__module__
tr(f)
def f():
    T.__name__=2
tr(f)
def f():
    A.foo=2
tr(f)
tr(lambda:_typing._idfunc())
tr(lambda:_typing._idfunc(1,2))
tr(lambda:Ts.__typing_subst__(1))
tr(lambda:P.__typing_subst__(1))
tr(lambda:P.__typing_subst__([int]))
tr(lambda:P.__typing_subst__((int,)))
tr(lambda:Ts.__typing_prepare_subst__(list[Ts],(1,)))
tr(lambda:P.__typing_prepare_subst__(list[P],(1,)))
exec('v=TypeVar("V")\nprint(v.__module__)',{'TypeVar':TypeVar,'__name__':'zzz'})
exec('v=TypeVar("V")\nprint(v.__module__)',{'TypeVar':TypeVar})
tr(lambda:TypeVar.__mro__)
class M(type):
    def __new__(m,n,b,ns):
        print([k for k in ns])
        ns['__classdictcell__']=3
        return super().__new__(m,n,b,ns)
try:
    class X(metaclass=M):
        T=int
        def foo[U:T](self): pass
except Exception as e: print(e)
class X:
    T=int
    def foo[U:T](self): pass
print(X.__dict__.keys())
print(X.__class__)
