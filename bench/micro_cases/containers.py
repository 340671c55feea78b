"""Lists, tuples, dicts, sets and what goes through them."""

from .setups import DICTS, LISTS, WORDS

SETUP = "\n".join([
    WORDS, LISTS, DICTS,
    "from collections import *; from operator import itemgetter, attrgetter",
    'fs = [x / 7 for x in xs]; ss = ["item %d" % x for x in xs]; ps = [(x % 100, y) for x, y in zip(xs, ys)]; second = itemgetter(1)',
    'import types; os = [types.SimpleNamespace(x=x) for x in xs]; attr = attrgetter("x"); ys1 = [1] * 1000; ys2, ys3 = list(range(1000)), list(range(1000)); ds = list(map(str, xs))',
    'tt = ("a", "b", "c"); tt2 = ("a", "b", "d"); x = 5; pd = {(1, 2): 3}; n = "0"; ps2 = list(zip(ks, ks)); d2 = dict(d); fz = frozenset(w); fd = {fz: 1}',
    'sw = set(w); sx = set(w) | {"more"}; si = set(ys); sj = set(range(500, 1500)); q = deque(); q2 = deque(range(20)); q3 = deque(maxlen=10); cn = Counter(w)',
    'od = OrderedDict(d); Point = namedtuple("Point", "x y"); pt = Point(1, 2); pt2 = Point(1, 2); cm = ChainMap({}, d); od["a"] = 1; od["key1"] = 2; b = 1',
])

CASES = """
list.append|a = []\nfor x in ys: a.append(x)
list.append pop|a = []\nfor x in w: a.append(x)\nwhile a: a.pop()
list.pop0|a = list(w)\nwhile a: a.pop(0)
list.insert0|a = []\nfor x in w: a.insert(0, x)
list.extend|a = []; a.extend(ys)
list.extend tuple|a = [1]; a.extend((2, 3))
list.copy|a = ys[:]
list.concat|a = w + w
list.mul|a = [0] * 100
list.index|a = ys.index(500)
list.in|a = 500 in ys
list.in str|a = "dog" in w
list.count|a = ys.count(500)
list.remove|a = list(w); a.remove("fox")
list.reverse|ys3.reverse()
list.reversed|for x in reversed(w): pass
list.sort ints|a = sorted(xs)
list.sort floats|a = sorted(fs)
list.sort sorted|a = sorted(ys)
list.sort strs|a = sorted(ss)
list.sort small|a = sorted(w)
list.sort key|a = sorted(xs, key=lambda x: -x)
list.sort key len|a = sorted(ss, key=len)
list.sort key itemgetter|a = sorted(ps, key=second)
list.sort key attrgetter|a = sorted(os, key=attr)
list.sort tuples|a = sorted(ps)
list.sort reverse|a = sorted(xs, reverse=True)
list.sort lower|a = sorted(ss, key=str.lower)
list.sort mixed tuple key|a = sorted(ps, key=lambda p: (-p[0], p[1]))
list.min|a = min(xs)
list.max key|a = max(w, key=len)
list.sum|a = sum(xs)
list.sum float|a = sum(fs)
list.sum gen|a = sum(x for x in ys)
list.any|a = any(x > 2000 for x in ys)
list.all list|a = all(ys1)
list.eq|a = ys == ys2
list.lt|a = ys < ys2
list.slice|a = ys[10:20]
list.slice step|a = ys[::2]
list.slice set|ys2[10:20] = ys[10:20]
list.del slice|a = ys[:]; del a[100:900]
list.repr|a = repr(w)
list.repr ints|a = str(ys)
list.of range|a = list(range(100))
list.of dict|a = list(d)
list.of map|a = list(map(str, ys))
list.of map int|a = list(map(int, ds))
list.of filter|a = list(filter(None, ys))
list.of filter lambda|a = list(filter(lambda x: x & 1, ys))
list.of zip|a = list(zip(xs, ys))
list.of enumerate|a = list(enumerate(w))
list.of tuple|a = list((1, 2, 3))
list.comp|a = [x + 1 for x in ys]
list.unpack|a, *c = w
list.display|a = [1, x, 3]
list.star|a = [*w, *w]
list.clear|a = [1, 2]; a.clear()
tuple.display|a = (x, 1, x)
tuple.of list|a = tuple(ys)
tuple.of gen|a = tuple(x for x in w)
tuple.concat|a = (1, 2) + tt
tuple.eq|a = tt == tt2
tuple.lt|a = tt < tt2
tuple.hash|a = hash(tt)
tuple.in|a = "c" in tt
tuple.index|a = tt[1]
tuple.slice|a = tt[1:]
tuple.repr|a = repr(tt)
dict.get|a = d.get("key50")
dict.get miss|a = d.get("zzz", 0)
dict.getitem|a = d["key50"]
dict.getitem int|a = e[50]
dict.getitem tuple|a = pd[1, 2]
dict.getitem new str|a = d["key" + "5" + n]
dict.setitem|d["key50"] = 1
dict.in|a = "key50" in d
dict.in int|a = 50 in e
dict.build|a = {}\nfor x in ks: a[x] = 1
dict.build int|a = {}\nfor x in ys: a[x] = x
dict.build pop|a = dict(d)\nfor x in ks: a.pop(x)
dict.count|a = {}\nfor x in w: a[x] = a.get(x, 0) + 1
dict.display|a = {"a": 1, "b": x, "c": 3}
dict.display var|a = {x: 1, k: 2}
dict.call|a = dict(a=1, b=2)
dict.copy|a = d.copy()
dict.of|a = dict(d)
dict.of pairs|a = dict(ps2)
dict.of zip|a = dict(zip(ks, ks))
dict.update|a = {}; a.update(d)
dict.update kw|a = {}; a.update(x=1)
dict.or|a = d | e
dict.star|a = {**d, "x": 1}
dict.comp|a = {x: 1 for x in ks}
dict.items|for x, y in d.items(): pass
dict.keys|for x in d: pass
dict.values|a = sum(d.values())
dict.list items|a = list(d.items())
dict.sorted items|a = sorted(d.items())
dict.sorted by value|a = sorted(d.items(), key=lambda item: -item[1])
dict.setdefault|a = {}; a.setdefault("x", []).append(1)
dict.pop|a = {"a": 1}; a.pop("a")
dict.popitem|a = {"a": 1}; a.popitem()
dict.del|a = {"a": 1, "b": 2}; del a["a"]
dict.fromkeys|a = dict.fromkeys(ks)
dict.eq|a = d == d2
dict.clear|a = {"a": 1}; a.clear()
dict.keys and|a = d.keys() & d2.keys()
dict.keys eq|a = d.keys() == d2.keys()
dict.repr|a = repr(d)
dict.len|a = len(d)
dict.first|a = next(iter(d))
dict.missing|try: d["q"]\nexcept KeyError: pass
dict.equal keys|a = e[1.0]
dict.frozenset|a = fd[fz]
set.add|a = set()\nfor x in w: a.add(x)
set.add int|a = set()\nfor x in ys: a.add(x)
set.in|a = "fox" in sw
set.in int|a = 500 in si
set.of list|a = set(w)
set.of ints|a = set(ys)
set.or|a = sw | sx
set.and|a = sw & sx
set.sub|a = sw - sx
set.xor|a = sw ^ sx
set.and ints|a = si & sj
set.or ints|a = si | sj
set.sub ints|a = si - sj
set.issubset|a = sw <= sx
set.isdisjoint|a = sw.isdisjoint(sx)
set.update|a = set(); a.update(w)
set.ior|a = set(); a |= sw
set.discard|sw.discard("zzz")
set.remove add|sw.remove("fox"); sw.add("fox")
set.copy|a = sw.copy()
set.pop|a = {1, 2}; a.pop()
set.display|a = {1, 2, x}
set.comp|a = {x & 7 for x in ys}
set.iterate|for x in si: pass
set.eq|a = sw == sx
set.frozenset|a = frozenset(w)
set.hash frozen|a = hash(frozenset(w))
set.sorted|a = sorted(sw)
set.repr|a = repr(sw)
deque.append pop|q.append(1); q.popleft()
deque.of|a = deque(ys)
deque.index|a = q2[10]
deque.rotate|q2.rotate(1)
deque.maxlen|q3.append(x)
deque.iterate|for x in q2: pass
deque.extend|a = deque(); a.extend(w)
deque.appendleft|q.appendleft(1); q.pop()
counter.of list|a = Counter(w)
counter.of str|a = Counter(s)
counter.most|a = cn.most_common(3)
counter.add|cn["x"] += 1
counter.update|cn.update(w)
counter.plus|a = cn + cn
defaultdict.list|a = defaultdict(list)\nfor x in w: a[x[0]].append(x)
defaultdict.int|a = defaultdict(int)\nfor x in w: a[x] += 1
ordered.build|a = OrderedDict()\nfor x in ks: a[x] = 1
ordered.move|od.move_to_end("key1")
ordered.popitem|od["a"] = 1; od.popitem()
ordered.iterate|for x in od: pass
namedtuple.make|a = Point(1, 2)
namedtuple.attr|a = pt.x
namedtuple.replace|a = pt._replace(x=3)
namedtuple.unpack|x, y = pt
namedtuple.eq|a = pt == pt2
namedtuple.repr|a = repr(pt)
chainmap.get|a = cm["key50"]
"""
