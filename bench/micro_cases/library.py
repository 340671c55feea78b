"""Modules of the library."""

from .setups import DICTS, LISTS, WORDS

SETUP = "\n".join([
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

CASES = """
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
