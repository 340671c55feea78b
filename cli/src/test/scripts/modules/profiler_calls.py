import _lsprof, sys, time
def f(n):
    return len([n]) + (f(n-1) if n else 0)
class C:
    def __len__(s): return 2
def gen():
    yield 1
    yield 2
def raiser():
    try: int('x')
    except ValueError: pass
ticks=iter(range(0,100000,10))
tick=lambda: next(ticks)
p=_lsprof.Profiler(tick, 0.5)
p.enable()
f(3); l=[]; l.append(3); list.append(l,4); print('x'); len(C()); list(gen()); raiser(); time.time(); sorted([3,1],key=abs); ''.join(['a']); {}.get(3)
p.disable()
for e in sorted(p.getstats(), key=lambda e: str(e.code)[:30]): print(e.code if isinstance(e.code,str) else e.code.co_qualname, e.callcount, e.reccallcount, e.totaltime, e.inlinetime, [(c.code if isinstance(c.code,str) else c.code.co_qualname,c.callcount,c.reccallcount,c.totaltime,c.inlinetime) for c in sorted(e.calls or (), key=lambda e: str(e.code)[:30])])
def tr(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__,e)
q=_lsprof.Profiler(); q.enable(); tr(p.enable); q.disable(); tr(lambda:p.clear()); tr(lambda: p.getstats()); tr(lambda:_lsprof.profiler_entry((1,2,3,4,5,6))); tr(p.disable)
q=_lsprof.Profiler(subcalls=False,builtins=False); q.enable(); f(2); q.disable(); print([(e.code if isinstance(e.code,str) else e.code.co_qualname,e.callcount,e.calls) for e in q.getstats() if e.code is f.__code__])
