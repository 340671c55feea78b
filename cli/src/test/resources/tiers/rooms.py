"""Counters in classes, texts of several parts, starred unpacking, lists whose room is known."""
for w in ('a', 'é', '\u20ac', '\U0001f600', ''):
    for v in ('b', 3, '\ud83d', '\ude00'):
        for r in (f'{w}{v}', f'<{w}{v}', f'<{w}-{v}', f'<{w}-{v}>', f'{w}{v}{w}{v}{w}{v}', '%s-%s' % (w, v)):
            print(ascii(r), len(r))
def cnt():
    class C: n = 0
    class D(C): pass
    out = []
    for i in range(3000):
        C.n += 1
        if i == 1500: D.n = 7
        if i == 2000: del D.n
        if i == 2500: C.n = property(lambda s: 5); out.append(C().n); C.n = 10
    out += [C.n, D.n, C().n]
    class E(C): pass
    for i in range(3000): C.n += 1
    out += [E.n, E().n, vars(C)['n']]
    return out
print(cnt())
a, *b, c = range(5); print(a, b, c)
*a, b = [1]; print(a, b)
class L(list):
    def __iter__(self): return iter('xyz')
*a, b = L([1]); print(a, b)
try: a, *b, c = [1]
except ValueError as e: print(e)
def lc(x, n): return [i for i in x], [i for i in range(n)], [[j for j in range(i)] for i in range(n)]
for i in range(3000): r = lc([1, 2, 3], i % 4)
print(r)
def grow2():
    l = [1]
    return [(l.append(i + 1) if i < 5 else None, i) for i in l]
for i in range(2000): r = grow2()
print(r)
