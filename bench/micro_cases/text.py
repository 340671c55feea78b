"""str, bytes, bytearray and memoryview."""

from .setups import WORDS

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

# By the start of a name, what is done once instead.
SETUPS = {
    "str.": WORDS + '; k = 12345; x = 3.14159; table = str.maketrans("aeiou", "AEIOU"); import datetime; date = datetime.date(2026, 1, 1)',
    "byte": 'b = b"the quick brown fox jumps over the lazy dog"; bw = b.split(); lb = b * 100; table = bytes(range(256)); c = b"the quick brown fox jumps over the lazy cat"; ub = "größer als ein Haus".encode(); ba = bytearray(b); mv = memoryview(b)',
    "memo": 'b = b"the quick brown fox jumps over the lazy dog"; mv = memoryview(b)',
}
