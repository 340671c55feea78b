"""What micro.py times: name, what is done once, the statement."""

WORDS = 's = "the quick brown fox jumps over the lazy dog"; w = s.split(); t = s * 100; u = "größer als ein Haus"'
LISTS = "import random; r = random.Random(1); xs = [r.randrange(10**6) for _ in range(1000)]; ys = list(range(1000))"
DICTS = 'd = {"key%d" % i: i for i in range(100)}; ks = list(d); e = {i: i for i in range(100)}; k = "key50"'

TEXT = """
str.concat|a = s + "x"
str.concat loop|a = ""\nfor x in w: a += x
str.eq|a = s == t
str.in char|a = "z" in s
str.in word|a = "lazy" in s
str.in long|a = "zzz" in t
str.find|a = s.find("lazy")
str.rfind|a = s.rfind("quick")
str.index|a = s.index("dog")
str.count|a = t.count("fox")
str.count char|a = t.count("o")
str.replace|a = s.replace("o", "0")
str.replace long|a = t.replace("fox", "wolf")
str.split|a = s.split()
str.split sep|a = s.split(" ")
str.split long|a = t.split()
str.split max|a = s.split(" ", 1)
str.rsplit|a = s.rsplit(" ", 1)
str.partition|a = s.partition(" fox ")
str.rpartition|a = s.rpartition("/")
str.splitlines|a = "a\\nb\\nc\\n".splitlines()
str.splitlines long|a = (t.replace("dog", "\\n")).splitlines()
str.join|a = " ".join(w)
str.join gen|a = ",".join(x for x in w)
str.upper|a = s.upper()
str.lower|a = s.lower()
str.lower unicode|a = u.lower()
str.title|a = s.title()
str.capitalize|a = s.capitalize()
str.swapcase|a = s.swapcase()
str.casefold|a = s.casefold()
str.strip|a = "  abc  ".strip()
str.strip chars|a = "--abc--".strip("-")
str.rstrip none|a = s.rstrip()
str.rstrip newline|a = "abc\\n".rstrip("\\n")
str.lstrip|a = "   abc".lstrip()
str.startswith|a = s.startswith("the")
str.startswith tuple|a = s.startswith(("a", "b", "the"))
str.endswith|a = s.endswith("dog")
str.isdigit|a = "12345".isdigit()
str.isalpha|a = "abcde".isalpha()
str.isspace|a = "  ".isspace()
str.isidentifier|a = "abc_d".isidentifier()
str.isupper|a = s.isupper()
str.islower|a = s.islower()
str.isalnum|a = "abc123".isalnum()
str.center|a = s.center(60)
str.ljust|a = "abc".ljust(20)
str.rjust|a = "abc".rjust(20, "*")
str.zfill|a = "42".zfill(8)
str.expandtabs|a = "a\\tb\\tc".expandtabs()
str.translate|a = s.translate(table)
str.maketrans|a = str.maketrans("abc", "xyz")
str.encode|a = s.encode()
str.encode utf8 long|a = (t).encode("utf-8")
str.encode unicode|a = u.encode("utf-8")
str.encode latin|a = u.encode("latin-1")
str.encode utf16|a = u.encode("utf-16")
str.index item|a = s[10]
str.slice|a = s[4:9]
str.slice step|a = s[::-1]
str.mul|a = "ab" * 50
str.iterate|for c in s: pass
str.len|a = len(s)
str.ord chr|a = chr(ord("a") + 1)
str.hash new|a = hash(s + "x")
str.repr|a = repr(s)
str.repr unicode|a = repr(u)
str.ascii|a = ascii(u)
str.cmp|a = s < t
str.removeprefix|a = s.removeprefix("the ")
str.int|a = int("12345")
str.int base|a = int("ff", 16)
str.int big|a = int("123456789012345678901234567890")
str.float|a = float("3.14159")
str.float short|a = float("12.5")
str.of int|a = str(12345)
str.of big|a = str(123456789012345678901234567890)
str.of float|a = str(3.14159)
str.repr float|a = repr(2.0 / 3.0)
str.hex|a = hex(255)
str.bin|a = bin(1234567)
str.oct|a = oct(8)
str.format method|a = "{} and {}".format(1, "x")
str.format named|a = "{a} and {b:>5}".format(a=1, b="x")
str.format attr|a = "{0.real} {1[0]}".format(5, w)
str.percent s|a = "%s is %s" % ("a", "b")
str.percent d|a = "%d of %d" % (3, 10)
str.percent f|a = "%.2f" % 3.14159
str.percent r|a = "%r" % (s,)
str.percent map|a = "%(a)s and %(b)d" % {"a": "x", "b": 3}
str.percent mix|a = "%-8s|%5d|%x" % ("ab", 12, 255)
str.fstring|a = f"{s} and {k}"
str.fstring int|a = f"{k} of {k}"
str.fstring spec|a = f"{k:>8}|{x:.3f}|{k:,}"
str.fstring repr|a = f"{s!r}"
str.fstring float|a = f"{x}"
str.format builtin|a = format(3.14159, ".3f")
str.format comma|a = format(1234567, ",")
str.format date|a = "{:%Y-%m-%d}".format(date)
"""

BYTES = """
bytes.concat|a = b + b"x"
bytes.find|a = b.find(b"lazy")
bytes.in|a = b"lazy" in b
bytes.in int|a = 122 in b
bytes.split|a = b.split()
bytes.split sep|a = b.split(b" ")
bytes.join|a = b" ".join(bw)
bytes.replace|a = b.replace(b"o", b"0")
bytes.decode|a = b.decode()
bytes.decode latin|a = b.decode("latin-1")
bytes.decode ascii|a = b.decode("ascii")
bytes.decode unicode|a = ub.decode("utf-8")
bytes.decode long|a = lb.decode()
bytes.index|a = b[5]
bytes.slice|a = b[4:9]
bytes.iterate|for c in b: pass
bytes.hex|a = b.hex()
bytes.fromhex|a = bytes.fromhex("deadbeef00112233")
bytes.strip|a = b"  ab ".strip()
bytes.startswith|a = b.startswith(b"the")
bytes.upper|a = b.upper()
bytes.translate|a = b.translate(table)
bytes.eq|a = b == c
bytes.hash|a = hash(b + b"x")
bytes.percent|a = b"%d %s" % (1, b"x")
bytes.of list|a = bytes([1, 2, 3, 4, 5, 6, 7, 8])
bytes.of int|a = bytes(100)
bytes.to int|a = int.from_bytes(b"12345678", "big")
bytes.from int|a = (123456789).to_bytes(8, "little")
bytes.list|a = list(b)
bytes.count|a = lb.count(b"o")
bytes.repr|a = repr(b)
bytearray.append|z = bytearray()\nfor c in b: z.append(c)
bytearray.extend|z = bytearray(); z.extend(b); z += b
bytearray.set|ba[3] = 65
bytearray.slice set|ba[3:5] = b"xy"
bytearray.of|a = bytes(bytearray(b))
bytearray.find|a = ba.find(b"lazy")
memoryview.slice|a = mv[4:9]
memoryview.item|a = mv[4]
memoryview.tobytes|a = mv[4:20].tobytes()
memoryview.cast|a = mv.cast("B")
"""

CONTAINERS = """
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

NUMBERS = """
int.add small|a = x + 1
int.mul|a = x * x
int.pow|a = x ** 3
int.powmod|a = pow(x, 65537, 1000003)
int.powmod big|a = pow(b, b, m)
int.floordiv|a = x // 7
int.mod|a = x % 7
int.divmod|a = divmod(x, 7)
int.divmod neg|a = divmod(-x, 7)
int.truediv|a = x / 7
int.shift|a = x << 3
int.shift right|a = x >> 3
int.and or|a = (x & 255) | 256
int.neg|a = -x
int.abs|a = abs(-x)
int.bit_length|a = x.bit_length()
int.bit_count|a = x.bit_count()
int.eq|a = x == 5
int.hash|a = hash(x)
int.of float|a = int(3.7)
int.of int|a = int(x)
int.isinstance|a = isinstance(x, int)
int.isinstance tuple|a = isinstance(x, (str, float, int))
int.to float|a = float(x)
int.round|a = round(x, -1)
int.bool|a = bool(x)
big64.add|a = b64 + c64
big64.sub|a = b64 - c64
big64.mul|a = l62 * l62
big64.mask|a = (b64 * 3) & M64
big64.xorshift|v ^= (v << 13) & M64; v ^= v >> 7; v ^= (v << 17) & M64
big64.lcg|v = (v * 6364136223846793005 + 1442695040888963407) & M64
big64.fnv|for c in bs:\n v = ((v ^ c) * 1099511628211) & M64
big64.shift|a = b64 >> 3
big64.shift left|a = b64 << 3
big64.xor|a = b64 ^ c64
big64.and|a = b64 & c64
big64.or small|a = b64 | 1
big64.mod|a = b64 % 1000003
big64.floordiv|a = b64 // 10
big64.divmod|a = divmod(b64, 10)
big64.eq|a = b64 == c64
big64.lt|a = b64 < c64
big64.hash|a = hash(b64)
big64.str|a = str(b64)
big64.neg|a = -b64
big64.and small|a = b64 & 255
big64.in dict|a = bd[b64]
big128.add|a = b128 + c128
big128.add small|a = b128 + 1
big128.sub|a = b128 - c128
big128.mul|a = b64 * c64
big128.mul small|a = b128 * 10
big128.mod|a = b128 % b64
big128.mod small|a = b128 % 10
big128.floordiv|a = b128 // 10
big128.floordiv big|a = b128 // b64
big128.shift|a = b128 >> 64
big128.shift left|a = 1 << 100
big128.xor|a = b128 ^ c128
big128.and|a = b128 & M64
big128.mulmod|a = b64 * c64 % m64
big128.str|a = str(b128)
big128.int|a = int("340282366920938463463374607431768211455")
big128.hex|a = hex(b128)
big128.bit_length|a = b128.bit_length()
big128.to_bytes|a = b128.to_bytes(16, "big")
big128.from_bytes|a = int.from_bytes(bb16, "big")
big1000.add|a = b1000 + c1000
big1000.sub|a = b1000 - c1000
big1000.mul|a = b1000 * c1000
big1000.mul small|a = b1000 * 10
big1000.square|a = b1000 * b1000
big1000.floordiv|a = b2000 // c1000
big1000.floordiv small|a = b1000 // 10
big1000.mod|a = b2000 % c1000
big1000.divmod|a = divmod(b2000, c1000)
big1000.shift|a = b1000 >> 100
big1000.shift left|a = b1000 << 100
big1000.xor|a = b1000 ^ c1000
big1000.and|a = b1000 & c1000
big1000.str|a = str(b1000)
big1000.int|a = int(t1000)
big1000.hash|a = hash(b1000)
big1000.lt|a = b1000 < c1000
big1000.eq|a = b1000 == d1000
big1000.pow|a = 3 ** 600
big1000.powmod|a = pow(c1000, 65537, b1000)
big1000.gcd|a = gcd(b1000, c1000)
big1000.isqrt|a = isqrt(b1000)
big1000.to_bytes|a = b1000.to_bytes(128, "big")
big1000.bit_length|a = b1000.bit_length()
big4000.mul|a = b4000 * b4000
big4000.mul small|a = b4000 * 12345
big4000.add|a = b4000 + c4000
big4000.floordiv small|a = b4000 // 12345
big4000.floordiv close|a = q4000 // b4000
big4000.str|a = str(b4000)
big4000.mul 100|a = b4000 * l62
bigs.fib|p, q = 0, 1\nfor _ in range(300): p, q = q, p + q
bigs.fact|p = 1\nfor i in range(1, 60): p *= i
float.add|a = f + 1.5
float.mul|a = f * f
float.div|a = f / 3.0
float.floordiv|a = f // 0.5
float.mod|a = f % 0.5
float.pow|a = f ** 2.5
float.pow2|a = f ** 2
float.round|a = round(f)
float.round 2|a = round(f, 2)
float.int|a = int(f)
float.is_integer|a = f.is_integer()
float.hex|a = f.hex()
float.cmp|a = f < 2
float.hash|a = hash(f)
float.str|a = str(f)
float.divmod|a = divmod(f, 0.3)
float.isinstance|a = isinstance(f, float)
complex.mul|a = z * z
complex.add|a = z + 1
complex.abs|a = abs(z)
complex.repr|a = repr(z)
math.sqrt|a = math.sqrt(f)
math.sin|a = math.sin(f)
math.exp|a = math.exp(f)
math.log|a = math.log(f)
math.pow|a = math.pow(f, 3.0)
math.floor|a = math.floor(f)
math.ceil|a = math.ceil(f)
math.gcd|a = math.gcd(120, 84)
math.hypot|a = math.hypot(f, f)
math.isclose|a = math.isclose(f, 1.0)
math.fsum|a = math.fsum(fs)
math.factorial|a = math.factorial(20)
math.comb|a = math.comb(30, 10)
math.isqrt|a = math.isqrt(x)
math.prod|a = math.prod(ys)
math.atan2|a = math.atan2(f, 2.0)
math.isnan|a = math.isnan(f)
math.dist|a = math.dist((1.0, 2.0), (3.0, 4.0))
random.random|a = rnd.random()
random.randint|a = rnd.randint(1, 6)
random.randrange|a = rnd.randrange(100)
random.choice|a = rnd.choice(ys)
random.choices|a = rnd.choices(ys, k=10)
random.shuffle|rnd.shuffle(ys)
random.sample|a = rnd.sample(ys, 5)
random.gauss|a = rnd.gauss(0, 1)
random.uniform|a = rnd.uniform(0, 1)
random.getrandbits|a = rnd.getrandbits(64)
random.seed|a = random.Random(7)
random.randbytes|a = rnd.randbytes(16)
fraction.make|a = Fraction(3, 4)
fraction.add|a = fr + fr2
fraction.mul|a = fr * fr2
fraction.cmp|a = fr < fr2
decimal.of str|a = Decimal("3.14")
decimal.add|a = dc + dc2
decimal.mul|a = dc * dc2
decimal.div|a = dc / dc2
decimal.str|a = str(dc)
decimal.cmp|a = dc < dc2
decimal.quantize|a = dc.quantize(cents)
decimal.sqrt|a = dc.sqrt()
statistics.mean|a = statistics.mean(fs)
statistics.pstdev|a = statistics.pstdev(fs)
statistics.fmean|a = statistics.fmean(fs)
"""

LIBRARY = """
re.match|a = p.match("key = value")
re.match fn|a = re.match(r"(\\w+)\\s*=\\s*(\\w+)", "key = value")
re.match miss|a = p.match("!!")
re.search|a = digits.search("some text with 123")
re.search long|a = zed.search(t)
re.fullmatch|a = num.fullmatch("-12.5")
re.findall|a = word.findall(s)
re.finditer|for x in word.finditer(s): x.group()
re.sub|a = spaces.sub(" ", "a  b   c d")
re.sub fn|a = word.sub(lambda m: m.group().upper(), s)
re.sub template|a = pair.sub(r"\\2 \\1", s)
re.split|a = commas.split("a, b,c , d")
re.groups|a = p.match("key = value").groups()
re.groupdict|a = named.match("2026-11-26").groupdict()
re.alternatives|a = alts.findall(s)
re.ignorecase|a = icase.search(s)
re.lazy|a = tag.findall("<a>x</a><b>y</b>")
re.backref|a = dup.search("say the the word")
re.lookahead|a = look.findall("a1b2c3")
re.compile cached|a = re.compile(r"\\d+")
re.compile new|re.purge(); a = re.compile(r"(\\w+)\\s*=\\s*(?P<v>\\d+)")
re.escape|a = re.escape("a.b*c")
re.scan tokens|for m in tokens.finditer("x = 12 + (y * 3)"): m.lastgroup
re.charset|a = vowels.sub("", s)
re.literal|a = literal.findall(t)
re.start end|m = p.match("key = value"); a = m.start(), m.end(2), m.span()
re.multiline|a = lines.findall("a: 1\\nb: 2\\nc: 3\\n")
json.dumps|a = json.dumps(obj)
json.dumps small|a = json.dumps({"a": 1})
json.dumps indent|a = json.dumps(obj, indent=2)
json.dumps sort|a = json.dumps(obj, sort_keys=True)
json.loads|a = json.loads(text)
json.loads small|a = json.loads('{"a": 1}')
json.loads floats|a = json.loads(floats)
json.loads unicode|a = json.loads('"gr\\\\u00f6\\u00dfer"')
json.dumps str|a = json.dumps(s)
json.dumps floats|a = json.dumps(fs)
csv.read|for row in csv.reader(rows): pass
csv.read quoted|for row in csv.reader(qrows): pass
csv.dictread|for row in csv.DictReader(rows): pass
csv.write|wr = csv.writer(sink()); wr.writerow([1, "a b", 2.5, 'q"q'])
csv.writerows|wr = csv.writer(sink()); wr.writerows(table)
csv.dictwrite|wr = csv.DictWriter(sink(), ["a", "b"]); wr.writerow({"a": 1, "b": 2})
io.stringio write|z = sink(); z.write("abc"); z.write("def"); a = z.getvalue()
io.stringio write loop|z = sink()\nfor x in w: z.write(x)
io.stringio lines|for x in StringIO(text3): pass
io.stringio readline|z = StringIO(text3)\nwhile z.readline(): pass
io.bytesio write|z = BytesIO(); z.write(b"abc"); a = z.getvalue()
io.bytesio read|z = BytesIO(lb)\nwhile z.read(64): pass
io.bytesio lines|for x in BytesIO(nb): pass
io.text read|z = TextIOWrapper(BytesIO(nb)); a = z.read()
io.text lines|for x in TextIOWrapper(BytesIO(nb)): pass
io.text write|z = TextIOWrapper(BytesIO())\nfor x in w: z.write(x)\nz.flush()
io.print|sio.seek(0); print("abc", 12, file=sio)
io.print end|sio.seek(0); print("abc", end="", file=sio)
io.open read|with open(path) as z: a = z.read()
io.open lines|with open(path) as z:\n for x in z: pass
io.open write|with open(path2, "w") as z: z.write("hello")
io.open bytes|with open(path, "rb") as z: a = z.read()
os.path.join|a = join("a", "b", "c.txt")
os.path.split|a = split("/a/b/c.txt")
os.path.splitext|a = splitext("/a/b/c.txt")
os.path.basename|a = basename("/a/b/c.txt")
os.path.exists|a = exists(path)
os.path.normpath|a = normpath("/a/../b/./c")
os.path.abspath|a = abspath("a/b")
os.stat|a = os.stat(path)
os.listdir|a = os.listdir(folder)
os.environ|a = os.environ.get("HOME")
os.getpid|a = os.getpid()
pathlib.make|a = Path("/a/b/c.txt")
pathlib.div|a = pp / "x"
pathlib.name|a = pp.name
pathlib.suffix|a = pp.suffix
pathlib.str|a = str(Path("a", "b"))
pathlib.parent|a = pp.parent
struct.pack|a = pack("<IHd", 1, 2, 3.0)
struct.unpack|a = unpack("<IHd", packed)
struct.Struct pack|a = st.pack(1, 2, 3.0)
struct.Struct unpack|a = st.unpack(packed)
struct.unpack_from|a = st.unpack_from(packed, 0)
struct.iter_unpack|for x in iter_unpack("<I", packed4): pass
struct.pack_into|st.pack_into(buf, 0, 1, 2, 3.0)
array.append|a = array("i")\nfor x in ys: a.append(x)
array.index|a = ar[5]
array.set|ar[5] = 7
array.of list|a = array("d", fs)
array.sum|a = sum(ar)
array.tobytes|a = ar.tobytes()
hashlib.md5|a = md5(b"hello").hexdigest()
hashlib.sha256|a = sha256(b"hello").hexdigest()
hashlib.sha256 long|a = sha256(lb).digest()
hashlib.crc32|a = crc32(lb)
base64.encode|a = b64encode(b)
base64.decode|a = b64decode(coded)
binascii.hexlify|a = hexlify(b)
zlib.compress|a = compress(lb)
zlib.decompress|a = decompress(zb)
pickle.dumps|a = pdumps(obj)
pickle.loads|a = ploads(pickled)
pickle.dumps inst|a = pdumps(inst)
pickle.loads inst|a = ploads(pinst)
copy.copy list|a = copy(ys)
copy.deepcopy|a = deepcopy(obj2)
copy.copy inst|a = copy(inst)
heapq.push pop|heappush(h, x); heappop(h)
heapq.heapify|a = xs[:]; heapify(a)
heapq.nsmallest|a = nsmallest(3, xs)
heapq.merge|a = list(merge(ys, ys))
heapq.tuples|h2 = []\nfor p in ps: heappush(h2, p)\nwhile h2: heappop(h2)
bisect.left|a = bisect_left(ys, 500)
bisect.insort|a = []\nfor x in xs: insort(a, x)
bisect.key|a = bisect_left(ps3, 500, key=first)
itertools.chain|for x in chain(w, w): pass
itertools.from_iterable|a = list(from_iterable(ll))
itertools.islice|a = list(islice(ys, 10, 20))
itertools.product|for x in product(w, w): pass
itertools.permutations|for x in permutations(w, 2): pass
itertools.combinations|for x in combinations(w, 3): pass
itertools.accumulate|a = list(accumulate(ys))
itertools.groupby|for k, g in groupby(ys, key=lambda x: x >> 4): pass
itertools.groupby list|a = [(k, list(g)) for k, g in groupby(ss3)]
itertools.count|for x in count():\n if x > 50: break
itertools.repeat|a = list(repeat(1, 100))
itertools.cycle|for x, y in zip(w, cycle("ab")): pass
itertools.takewhile|a = list(takewhile(lambda x: x < 100, ys))
itertools.zip_longest|a = list(zip_longest(w, ys))
itertools.starmap|a = list(starmap(pow, ps5))
itertools.pairwise|for x, y in pairwise(ys): pass
itertools.tee|x, y = tee(w); a = list(zip(x, y))
itertools.compress|a = list(icompress(ys, ys))
itertools.batched|a = list(batched(ys, 10))
functools.lru hit|a = cached(5)
functools.lru miss|a = cached2(x)\nx += 1
functools.cache|a = cached0(5)
functools.partial|a = part(5)
functools.partial kw|a = partkw(5)
functools.reduce|a = reduce(add, ys)
functools.cmp_to_key|a = sorted(w, key=cmp_to_key(lambda a, b: (a > b) - (a < b)))
functools.wraps|wraps(fn)(lambda: 1)
functools.singledispatch|a = sd(5)
functools.cached_property|a = inst2.cp
functools.total_ordering|a = to >= to2
operator.itemgetter|a = second(tt)
operator.itemgetter 2|a = two(tt)
operator.attrgetter|a = attr(o)
operator.methodcaller|a = mc(s)
operator.add|a = add(1, x)
operator.mul map|a = list(map(mul, xs, ys))
dates.now|a = datetime.now()
dates.make|a = datetime(2026, 11, 26, 5, 4)
dates.add|a = dt + td
dates.sub|a = dt - dt2
dates.cmp|a = dt < dt2
dates.isoformat|a = dt.isoformat()
dates.fromisoformat|a = datetime.fromisoformat("2026-11-26T05:04:03")
dates.strftime|a = dt.strftime("%Y-%m-%d %H:%M:%S")
dates.strptime|a = datetime.strptime("2026-11-26 05:04", "%Y-%m-%d %H:%M")
dates.timedelta|a = timedelta(days=1, hours=2)
dates.weekday|a = dt.weekday()
dates.replace|a = dt.replace(hour=3)
time.time|a = time_()
time.perf_counter|a = perf_counter()
time.localtime|a = localtime()
time.strftime|a = strftime("%Y-%m-%d", lt)
uuid.uuid4|a = uuid4()
textwrap.wrap|a = wrap(s, 20)
textwrap.dedent|a = dedent("  a\\n  b\\n")
string.template|a = tmpl.substitute(a=1, b=2)
string.formatter|a = "{:>{w}}".format("x", w=5)
shlex.split|a = shsplit("a 'b c' d")
html.escape|a = hescape("<a & b>")
urllib.quote|a = quote("a b/c")
urllib.parse|a = urlparse("http://x.y/z?a=1#f")
urllib.parse_qs|a = parse_qs("a=1&b=2&c=3")
fnmatch.fnmatch|a = fnmatch("abc.py", "*.py")
difflib.ratio|a = SequenceMatcher(None, "abcdef", "abxdef").ratio()
ast.parse|a = parse("x = a + 1\\nfor i in y: print(i)\\n")
ast.literal|a = literal_eval("[1, 2, {'a': 3}]")
compile.eval|a = eval("1 + 2")
compile.exec|exec("x = 1\\ny = x + 1")
compile.compile|a = compile("def f(a, b=1):\\n  return [a for a in b if a]\\n", "x", "exec")
compile.eval code|a = eval(ev)
tokenize.text|a = list(generate_tokens(StringIO("x = a + 1\\n").readline))
inspect.signature|a = signature(fn)
enum.attr|a = Color.RED
enum.value|a = Color.RED.value
enum.name|a = Color.RED.name
enum.call|a = Color(1)
enum.item|a = Color["RED"]
enum.iterate|for x in Color: pass
enum.eq|a = Color.RED == Color.BLUE
enum.hash|a = ed[Color.RED]
enum.flag or|a = Flag1.A | Flag1.B
enum.flag in|a = Flag1.A in fl
enum.repr|a = repr(Color.RED)
enum.intenum|a = Num.ONE + 1
enum.in|a = Color.RED in Color
dataclass.make|a = DC(1, 2)
dataclass.eq|a = dc1 == dc3
dataclass.repr|a = repr(dc1)
dataclass.frozen|a = FDC(1, 2)
dataclass.hash|a = hash(fdc)
dataclass.replace|a = dreplace(dc1, x=5)
dataclass.asdict|a = asdict(dc1)
dataclass.order|a = odc < odc2
dataclass.define|make_dataclass("X", ["a", "b"])
logging.disabled|log.debug("x %d", 1)
logging.info|log.info("x %d", 1)
logging.filtered|log2.info("x")
logging.getLogger|a = getLogger("a.b")
argparse.make|a = ArgumentParser("x")
argparse.add|ap = ArgumentParser("x"); ap.add_argument("-v", "--verbose", action="store_true", help="more")
argparse.parse|a = ap2.parse_args(["-v", "--level", "3", "file"])
argparse.help|a = ap2.format_help()
unittest.case|TC("test_one").run()
unittest.assertEqual|tc.assertEqual(x, x)
unittest.assertRaises|with tc.assertRaises(ValueError): int("x")
unittest.mock|a = Mock(); a(1)
asyncio.sleep0|run(sleepy(20))
asyncio.tasks|run(gathered(20))
asyncio.queue|run(queued(20))
asyncio.future|run(futures(20))
asyncio.coro|try: coro().send(None)\nexcept StopIteration as z: a = z.value
asyncio.await|try: nest().send(None)\nexcept StopIteration as z: a = z.value
contextlib.manager|with cmgr() as a: pass
contextlib.suppress|with suppress(ValueError): pass
contextlib.nullcontext|with nullcontext(): pass
contextlib.exitstack|with ExitStack() as z: z.callback(fn, 1)
contextlib.closing|with closing(sio2): pass
threading.lock|with lock: pass
threading.rlock|with rlock: pass
threading.thread|th = Thread(target=len, args=((),)); th.start(); th.join()
threading.current|a = current_thread()
queue.put get|qq.put(1); qq.get()
queue.simple|sq.put(1); sq.get()
weakref.ref|a = wref()
weakref.make|a = ref(inst)
weakref.dict|a = wd["a"]
weakref.set|a = inst in ws
contextvar.get|a = cv.get()
abc.isinstance|a = isinstance(ys, Sequence)
abc.isinstance mapping|a = isinstance(d, Mapping)
abc.issubclass|a = issubclass(list, Sequence)
typing.get_hints|a = get_type_hints(fn2)
typing.generic|a = List[int]
typing.builtin generic|a = list[int]
typing.union|a = int | None
typing.cast|a = cast(int, 5)
xml.parse|a = fromstring("<a><b x='1'>t</b></a>")
xml.find|a = xroot.find("b")
xml.tostring|a = tostring(xroot)
xml.iter|for x in xroot.iter(): pass
sqlite.query|a = con.execute("select 1").fetchone()
configparser.read|cp = ConfigParser(); cp.read_string("[a]\\nb = 1\\n")
traceback.format|try: int("x")\nexcept ValueError as z: a = format_exc()
warnings.warn|warn("x")
locale.str|a = lstr(3.5)
"""

CORE = """
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

SETUPS = {
    "str.": WORDS + '; k = 12345; x = 3.14159; table = str.maketrans("aeiou", "AEIOU"); import datetime; date = datetime.date(2026, 1, 1)',
    "byte": 'b = b"the quick brown fox jumps over the lazy dog"; bw = b.split(); lb = b * 100; table = bytes(range(256)); c = b"the quick brown fox jumps over the lazy cat"; ub = "größer als ein Haus".encode(); ba = bytearray(b); mv = memoryview(b)',
    "memo": 'b = b"the quick brown fox jumps over the lazy dog"; mv = memoryview(b)',
}
COMMON = "\n".join([
    WORDS, LISTS, DICTS,
    "from collections import *; from operator import itemgetter, attrgetter",
    'fs = [x / 7 for x in xs]; ss = ["item %d" % x for x in xs]; ps = [(x % 100, y) for x, y in zip(xs, ys)]; second = itemgetter(1)',
    'import types; os = [types.SimpleNamespace(x=x) for x in xs]; attr = attrgetter("x"); ys1 = [1] * 1000; ys2, ys3 = list(range(1000)), list(range(1000)); ds = list(map(str, xs))',
    'tt = ("a", "b", "c"); tt2 = ("a", "b", "d"); x = 5; pd = {(1, 2): 3}; n = "0"; ps2 = list(zip(ks, ks)); d2 = dict(d); fz = frozenset(w); fd = {fz: 1}',
    'sw = set(w); sx = set(w) | {"more"}; si = set(ys); sj = set(range(500, 1500)); q = deque(); q2 = deque(range(20)); q3 = deque(maxlen=10); cn = Counter(w)',
    'od = OrderedDict(d); Point = namedtuple("Point", "x y"); pt = Point(1, 2); pt2 = Point(1, 2); cm = ChainMap({}, d); od["a"] = 1; od["key1"] = 2; b = 1',
])
NUMBER = "\n".join([
    LISTS,
    "import math, random, statistics; from fractions import Fraction; from decimal import Decimal; from math import gcd, isqrt",
    "x = 12345; f = 1.2345; z = 1 + 2j; fs = [x / 7 for x in xs[:100]]; ys = list(range(1, 20)); bs = b'some bytes to hash'",
    "M64 = (1 << 64) - 1; b64 = 0xF123456789ABCDEF; c64 = 0xE0F1E2D3C4B5A697; m64 = (1 << 64) - 59; l62 = (1 << 61) + 12345; v = 0x9E3779B97F4A7C15; bd = {b64: 1}",
    "b128 = b64 * c64; c128 = b64 * b64 + 99; bb16 = b128.to_bytes(16, 'big')",
    "b1000 = int('7' * 301); c1000 = int('3' * 300) + 12345; d1000 = b1000 + 1; b2000 = b1000 * c1000 + 5; t1000 = str(b1000); b, m = 3 ** 100, 7 ** 90",
    "b4000 = int('7' * 1204); c4000 = int('3' * 1200); q4000 = b4000 * 7 + 12345",
    "rnd = random.Random(5); fr = Fraction(3, 4); fr2 = Fraction(5, 6); dc = Decimal('3.14159'); dc2 = Decimal('2.71828'); cents = Decimal('0.01')",
])
LIB = "\n".join([
    WORDS, LISTS, DICTS,
    "import re, json, csv, io, os, sys, tempfile, random, datetime as dtm, array as arm, asyncio; from io import StringIO, BytesIO, TextIOWrapper",
    r'p = re.compile(r"(\w+)\s*=\s*(\w+)"); digits = re.compile(r"\d+"); zed = re.compile("zebra"); num = re.compile(r"[-+]?\d+(\.\d+)?"); word = re.compile(r"\w+")',
    r'spaces = re.compile(r"\s+"); pair = re.compile(r"(\w+) (\w+)"); commas = re.compile(r"\s*,\s*"); named = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)")',
    r'alts = re.compile("fox|dog|cat"); icase = re.compile("LAZY", re.I); tag = re.compile(r"<(.*?)>"); dup = re.compile(r"\b(\w+) \1\b"); look = re.compile(r"[a-z](?=\d)")',
    r'tokens = re.compile(r"(?P<n>\d+)|(?P<i>[a-z]+)|(?P<o>[-+*/=()])|(?P<s>\s+)"); vowels = re.compile("[aeiou]"); literal = re.compile("fox"); lines = re.compile(r"^(\w+): (\d)$", re.M)',
    'fs = [x / 7 for x in xs[:100]]; obj = {"name": "x y", "list": ys[:50], "more": {"a": [1.5, None, True], "b": "text"}, "items": [{"id": i, "v": str(i)} for i in range(20)]}',
    'text = json.dumps(obj); floats = json.dumps(fs); rows = ["%d,name %d,%d.5,x\\n" % (i, i, i) for i in range(100)]; qrows = [\'%d,"name, %d",x\\n\' % (i, i) for i in range(100)]; table = [[i, "n%d" % i, i / 4] for i in range(100)]',
    'sink = StringIO; text3 = "line of text\\n" * 100; sio = StringIO(); lb = b"the quick brown fox jumps over the lazy dog" * 100; nb = b"line of text\\n" * 100; b = lb[:43]',
    "folder = tempfile.gettempdir(); path = os.path.join(folder, 'micro.txt'); path2 = path + '2'\nwith open(path, 'w') as z: z.write(text3)",
    "from os.path import *; from pathlib import Path; pp = Path('/a/b/c.txt'); from struct import *; packed = pack('<IHd', 1, 2, 3.0); st = Struct('<IHd'); packed4 = packed * 2; packed4 = packed4[:24]; buf = bytearray(40)",
    "from array import array; ar = array('i', ys); from hashlib import md5, sha256; from zlib import crc32, compress, decompress; zb = compress(lb); from base64 import b64encode, b64decode; coded = b64encode(b); from binascii import hexlify",
    "from pickle import dumps as pdumps, loads as ploads; pickled = pdumps(obj); import micro_things as mc_; inst = mc_.Plain(1); pinst = pdumps(inst); from copy import copy, deepcopy; obj2 = {'a': [1, 2, {'b': 'c'}], 'd': (1, 2)}",
    "from heapq import *; h = list(range(100)); x = 50; ps = [(x % 100, y) for x, y in zip(xs, ys)][:50]; from bisect import *; ps3 = [(i, i) for i in ys]; from operator import *; first = itemgetter(0); second = itemgetter(1); two = itemgetter(0, 2)",
    "from itertools import *; from itertools import compress as icompress; from zlib import compress; from_iterable = chain.from_iterable; ll = [[1, 2], [3, 4]] * 10; ss3 = 'aaabbbcccddd' * 5; ps5 = [(2, 3)] * 20; tt = ('a', 'b', 'c')",
    "from functools import *; cached = lru_cache(100)(lambda x: x); cached2 = lru_cache(100)(lambda x: x); cached0 = cache(lambda x: x); fn = mc_.function; part = partial(fn, 1); partkw = partial(fn, b=2); sd = singledispatch(fn); sd.register(int)(lambda x: x)",
    "inst2 = mc_.Lazy(); to, to2 = mc_.Ordered(1), mc_.Ordered(2); attr = attrgetter('x'); o = inst; mc = methodcaller('upper'); from datetime import datetime, timedelta; dt = datetime(2026, 11, 26, 5, 4, 3); dt2 = datetime(2025, 1, 1); td = timedelta(days=1)",
    "from time import time as time_, perf_counter, localtime, strftime; lt = localtime(); from uuid import uuid4; from textwrap import wrap, dedent; from string import Template; tmpl = Template('$a and $b'); from shlex import split as shsplit; from html import escape as hescape",
    "from urllib.parse import quote, urlparse, parse_qs; from fnmatch import fnmatch; from difflib import SequenceMatcher; from ast import parse, literal_eval; ev = compile('1 + 2', 'x', 'eval'); from tokenize import generate_tokens; from inspect import signature",
    "Color = mc_.Color; Flag1 = mc_.Flag1; fl = Flag1.A | Flag1.B; ed = {Color.RED: 1}; Num = mc_.Num; DC, FDC, ODC = mc_.DC, mc_.FDC, mc_.ODC; dc1, dc3, fdc, odc, odc2 = DC(1, 2), DC(1, 2), FDC(1, 2), ODC(1, 2), ODC(1, 3); from dataclasses import replace as dreplace, asdict, make_dataclass",
    "import logging; from logging import getLogger; log = getLogger('micro'); log.propagate = False; log.setLevel(20); log.handlers[:] = [logging.StreamHandler(mc_.Null())]; log2 = getLogger('micro2'); log2.setLevel(50)",
    "from argparse import ArgumentParser; ap2 = ArgumentParser('x'); ap2.add_argument('-v', action='store_true', help='more'); ap2.add_argument('--level', type=int, default=1, help='from %(default)s'); ap2.add_argument('file')",
    "TC = mc_.TC; tc = TC('test_one'); from unittest.mock import Mock; from asyncio import run; sleepy, gathered, queued, futures, coro, nest = mc_.sleepy, mc_.gathered, mc_.queued, mc_.futures, mc_.coro, mc_.nest",
    "from contextlib import *; cmgr = mc_.cmgr; sio2 = mc_.Null(); from threading import Lock, RLock, Thread, current_thread; lock, rlock = Lock(), RLock(); import queue; qq, sq = queue.Queue(), queue.SimpleQueue()",
    "from weakref import ref, WeakValueDictionary, WeakSet; wref = ref(inst); wd = WeakValueDictionary(a=inst); ws = WeakSet([inst]); from contextvars import ContextVar; cv = ContextVar('cv', default=1); from collections.abc import Sequence, Mapping",
    "from typing import get_type_hints, List, cast; fn2 = mc_.hinted; from xml.etree.ElementTree import fromstring, tostring; xroot = fromstring(\"<a><b x='1'>t</b><c/></a>\"); import sqlite3; con = sqlite3.connect(':memory:'); from configparser import ConfigParser; from traceback import format_exc; from warnings import warn, simplefilter; simplefilter('ignore'); from locale import str as lstr",
])
CORES = "\n".join([
    WORDS, LISTS, DICTS,
    "import micro_things as mc_; inst, inst2, Plain, sub, sl, fn, gen, sgen, yfrom, itc, ctx, dyn, inst3, fkw, fargs, fn3 = mc_.core()",
    "tt = ('a', 'b', 'c'); kd = {'a': 1, 'b': 2}; kd2 = {itc: 1}; x, y = 5, 6; rg = range(100); cnt = mc_.counter(); bm = inst.meth; from sys import _getframe as getframe, exc_info, intern; ll2 = [[1, 2, 3]] * 10",
])


def joined(text):
    """The lines of a table: where a line has no bar, it goes on."""
    lines = []
    for line in text.strip().split("\n"):
        if "|" in line and line.split("|")[0].split(".")[0].isalnum() and "." in line.split("|")[0]:
            lines.append(line)
        else:
            lines[-1] += "\n" + line
    return lines


def table(text, setup):
    for entry in joined(text):
        name, _, statement = entry.partition("|")
        own = next((own for start, own in SETUPS.items() if name.startswith(start)), setup)
        yield name, own, statement


MICRO = [
    *table(TEXT, WORDS),
    *table(BYTES, WORDS),
    *table(CONTAINERS, COMMON),
    *table(NUMBERS, NUMBER),
    *table(LIBRARY, LIB),
    *table(CORE, CORES),
]
