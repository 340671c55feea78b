"""Assignments to __class__, __bases__ and __dict__, slots, property details."""
import types, sys
def t(name, f,*a):
    try: print(name, f(*a))
    except Exception as e: print(name, type(e).__name__, e)
t(1,object.__new__); t(2, object.__new__, ''); t(3, list.__new__, object); t(4, object.__new__, list)
class C(object): __new__ = list.__new__
class C(list): __new__ = object.__new__
t(7, object.__setattr__, str, "foo", 42)
t(8, object.__delattr__, str, "lower")
class A(type):
    def __setattr__(cls, key, value): object.__setattr__(cls, key, value)
class B: pass
class C(B, A): pass
o = C('D', (object,), {})
t(9, setattr, o, "test", True)
t(10, lambda: type(complex.real).__name__)
t(11, lambda: type(complex.imag).__name__)
def mk(*s, base=object):
    class X(base): __slots__ = s
    return X
G = mk('a','b'); H = mk('b','a')
def setc(a,b):
    x = a(); x.__class__ = b; return "ok"
t(12, setc, G, H)
t(13, setc, mk("a","b"), mk("a","c"))
t(14, setc, mk("a","__dict__"), mk("a","__dict__"))
t(15, setc, mk("a","__dict__","__weakref__"), mk("__weakref__","a","__dict__"))
I=mk('a','b'); 
class J(object): __slots__=["c","b"]
class K(object): __slots__=["a","b"]
class L(H): __slots__=["e"]
class M(I): __slots__=["e"]
class N(J): __slots__=["__weakref__"]
class P(J): __slots__=["__dict__"]
class Q(J): pass
class R(J): __slots__=["__dict__","__weakref__"]
for i,(a,b) in enumerate([(G,H),(G,I),(I,H),(Q,R),(R,Q),(G,J),(G,K),(G,Q),(L,M),(M,L),(N,P),(P,N),(J,N),(P,Q)]):
    t((16,i), setc, a, b)
class C: pass
def deld():
    a=C(); a.x=1; del a.__dict__; return a.__dict__
t(17, deld)
class X: "elephant"
t(18, type(X).__dict__["__doc__"].__delete__, X)
t(19, type(list).__dict__["__doc__"].__set__, list, "b")
def dd(): del X.__doc__
t(20, dd)
t(21, type.__dict__['__qualname__'].__set__, str, 'x')
class Meta(type):
    def __new__(cls, name, bases, namespace, attr):
        return super().__new__(cls, name, bases, namespace)
class C2(metaclass=Meta, attr="__classcell__"):
    __slots__ = ["__classcell__"]
    def __init__(self): super().__init__()
t(22, lambda: C2.__dict__["__classcell__"])
class C2(metaclass=Meta, attr="__qualname__"):
    __slots__ = ["__qualname__"]
t(23, lambda: C2.__dict__["__qualname__"])
t(24, lambda: types.MemberDescriptorType)
t(25, lambda: str.maketrans.__qualname__)
t(26, lambda: (bytes.fromhex.__qualname__, dict.fromkeys.__qualname__, [].append.__qualname__, len.__qualname__, dict.__new__.__qualname__, object.__init_subclass__.__qualname__, type.__prepare__.__qualname__,int.from_bytes.__qualname__, "".join.__qualname__))
t(27, lambda: type((lambda:0).__builtins__))
class A:
    def __getattr__(self,n): raise AttributeError("booh")
t(28, lambda: A.__init__)
class A(object):
    @property
    def p(self): return self.booh
    def __getattr__(self, n): raise ValueError("x")
t(29, lambda: A().p)
t(30, property().__set_name__)
t(31, property().__set_name__, 1)
class PS(property): __slots__=()
def f(self): "doc"
t(32, lambda: PS(f).__doc__)
t(33, lambda: PS(lambda self:0).__doc__)
class PD(property): pass
t(34, lambda: PD(f).__doc__)
class PE(property): "pe"
t(35, lambda: PE(f).__doc__)
t(36, lambda: PE(lambda s:0).__doc__)
t(37, lambda: PE(lambda s:0, doc="u").setter(lambda s,v:0).__doc__)
class PDoc(property):
    def getter(self, g):
        p = super().getter(g); p.__doc__="user"; return p
t(38, lambda: PDoc(f).getter(f).__doc__)
class PC(property):
    def getter(self, g): return super().getter(g)
def g(self): "doc 2"
x=PC(f, doc="user")
t(39, lambda: x.getter(g).__doc__)
x=property(f, doc="user")
t(40, lambda: x.getter(g).__doc__)
t(41, lambda: dir(C))
class MM(object):
    def __dir__(self): return 5
t(42, lambda: dir(MM()))
class Mod(types.ModuleType): pass
m=Mod("m"); 
t(43, lambda: m.__dict__)
class M2(types.ModuleType):
    __dict__ = property(lambda self: 5)
t(44, lambda: dir(M2("x")))
def fi():
    f=Mod("a"); f.__dict__=5
t(45, fi)
t(46, lambda: setattr(types.ModuleType("z"),"__dict__",{}))
t(48, lambda: (lambda:0).__dict__)
class IB(str): __slots__="a"
class IB2(int): pass
t(49, lambda: mk("a",base=int)) ; t(50, lambda: mk("a",base=tuple)); t(51, lambda: mk("a",base=bytes)); t(52, lambda: mk("a",base=str))
t(53, lambda: mk("1")); t(54, lambda: mk("a b")); t(55, lambda: mk("")); t(56, lambda: mk(1)); t(57, lambda: mk("foo\0bar")); t(58, lambda: mk("__dict__","__dict__")); t(59, lambda: mk("__weakref__","__weakref__")); t(60, lambda: mk("__dict__",base=C))
t(61, lambda: mk("__weakref__", base=C)); t(62, lambda: mk("a","a"))
