"""Ints, floats, complex numbers, math, fractions and decimals."""

from .setups import LISTS

SETUP = "\n".join([
    LISTS,
    "import math, random, statistics; from fractions import Fraction; from decimal import Decimal; from math import gcd, isqrt",
    "x = 12345; f = 1.2345; z = 1 + 2j; fs = [x / 7 for x in xs[:100]]; ys = list(range(1, 20)); bs = b'some bytes to hash'",
    "M64 = (1 << 64) - 1; b64 = 0xF123456789ABCDEF; c64 = 0xE0F1E2D3C4B5A697; m64 = (1 << 64) - 59; l62 = (1 << 61) + 12345; v = 0x9E3779B97F4A7C15; bd = {b64: 1}",
    "b128 = b64 * c64; c128 = b64 * b64 + 99; bb16 = b128.to_bytes(16, 'big')",
    "b1000 = int('7' * 301); c1000 = int('3' * 300) + 12345; d1000 = b1000 + 1; b2000 = b1000 * c1000 + 5; t1000 = str(b1000); b, m = 3 ** 100, 7 ** 90",
    "b4000 = int('7' * 1204); c4000 = int('3' * 1200); q4000 = b4000 * 7 + 12345",
    "rnd = random.Random(5); fr = Fraction(3, 4); fr2 = Fraction(5, 6); dc = Decimal('3.14159'); dc2 = Decimal('2.71828'); cents = Decimal('0.01')",
])

CASES = """
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
