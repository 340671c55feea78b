"""Ends of dropped coroutines are told in the order in which they were made."""
import gc, sys, warnings
warnings.simplefilter("error")
seen = []
sys.unraisablehook = lambda u: seen.append(u.object.__name__)
async def first(): pass
async def second(): pass
def gen(): yield
for shift in range(70):
    gc.collect(); seen.clear()
    kept = [gen() for _ in range(shift)]
    for g in kept: next(g)
    first(); second()
    for g in kept: g.close()
    gc.collect()
    assert seen == ["first", "second"], (shift, seen)
print("in order")
