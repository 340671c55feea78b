"""Attributes that builtin types compute, at places that meet several types, and where they are not what they were."""
import datetime, re, sys, types

class A:
    x=1
    def __getattr__(self,n): return 'ga '+n
class B(A):
    __class__=property(lambda s:'fake')
class P: pass
class Q(P):
    __slots__=()
class D(dict):
    pass
def g(objs):
    out=[]
    for o in objs: out.append(o.__class__)
    return out
for _ in range(300): g([1,'a',P(),A(),B(),Q(),3.5,[],int,type,D()])
print(g([1,'a',P(),A(),Q(),B(),3.5,[],int,type,D()]))
def h(objs): return [o.__dict__ for o in objs]
p=P(); p.a=1; a=A(); a.b=2
for _ in range(300): h([p,a])
print(h([p,a]), type(h([P])[0]))
def line():
    fr=sys._getframe(); x=fr.f_lineno
    y=fr.f_lineno
    return x-fr.f_code.co_firstlineno, y-fr.f_code.co_firstlineno, fr.f_back.f_code.co_name, fr.f_lasti>0
for _ in range(300): r=line()
print(r)
def nm(cs): return [c.__name__ for c in cs]
for _ in range(300): nm([int,P,Q,type])
P.__name__='Renamed'; print(nm([int,P,Q,type]))
class M(type):
    __name__='from meta'
    def __getattribute__(c,n): return 'meta '+n
class C(metaclass=M): pass
print(nm([int,C,P]))
try: nm([int,5])
except AttributeError as e: print(e)
def dd(x): return x.__dict__
for _ in range(300): dd(p)
try: dd(5)
except AttributeError as e: print(e)
print(dd(p)); p.__dict__={'z':1}; print(dd(p)); del p.__dict__; print(dd(p))
def ms(m): return m.string, m.pos, m.re.pattern
for _ in range(300): r=ms(re.match('a','abc'))
print(r)
d=datetime.date(2020,1,2)
def ym(d): return d.year,d.month
for _ in range(300): ym(d)
class DD(datetime.date):
    year=7
print(ym(d), ym(DD(2020,3,4)))
c=complex(1,2)
def re_(c): return c.real, c.imag
for _ in range(300): re_(c)
print(re_(3), re_(2.5), re_(True))
def exc(e): return e.__traceback__, e.__cause__, e.args
for _ in range(300): exc(ValueError(1))
print(exc(KeyError('k')))
class Mod(types.ModuleType): pass
def md(m): return m.__dict__['__name__']
for _ in range(300): md(sys)
print(md(sys), md(Mod('q')))
