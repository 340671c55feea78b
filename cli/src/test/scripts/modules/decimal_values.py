"""Decimal arithmetic in many contexts, as digests of results and flags; formats, conversions and refusals in words."""
import copy, decimal, hashlib, pickle, random
from decimal import Context, Decimal, localcontext

assert decimal.Decimal.__module__ == "decimal" and hasattr(decimal, "HAVE_CONTEXTVAR")
random.seed(11)


def number():
    kind = random.random()
    if kind < 0.04:
        return Decimal(random.choice(["NaN", "sNaN12", "-NaN7", "Infinity", "-Infinity", "0", "-0E+3", "0E-9"]))
    digits = random.randrange(1, random.choice([3, 8, 20, 45]))
    return Decimal((random.randrange(2), tuple(random.randrange(10) for i in range(digits)), random.randrange(-30, 25)))


def whole():
    return Decimal(random.randrange(-40, 40))


UNARY = ("abs exp ln log10 minus next_minus next_plus normalize plus to_integral_value to_integral_exact sqrt"
         " logb logical_invert _apply number_class to_sci_string to_eng_string is_normal is_subnormal").split()
BINARY = ("add compare compare_signal divide divide_int divmod max max_mag min min_mag multiply next_toward quantize"
          " remainder remainder_near subtract compare_total compare_total_mag copy_sign logical_and logical_or"
          " logical_xor rotate same_quantum scaleb shift").split()
SMALL = {"rotate", "scaleb", "shift"}
numbers = [number() for i in range(130)]
contexts = [
    Context(prec=p, rounding=r, Emin=-e, Emax=e, clamp=c, traps=[])
    for p, r, e, c in [(9, "ROUND_HALF_EVEN", 99, 0), (16, "ROUND_UP", 384, 1), (28, "ROUND_05UP", 999999, 0),
                       (5, "ROUND_FLOOR", 20, 1), (34, "ROUND_HALF_DOWN", 6144, 0), (1, "ROUND_CEILING", 9, 0)]
]
for name in UNARY:
    digest = hashlib.sha256()
    for context in contexts:
        for x in numbers[:60] if name in ("exp", "ln", "log10") else numbers:
            if name in ("logical_invert",) and random.random() < 0.5:
                x = Decimal(bin(random.randrange(1000))[2:])
            context.clear_flags()
            result = getattr(context, name)(x)
            digest.update(f"{result!r} {context.flags}\n".encode())
    print(name, digest.hexdigest()[:16])
for name in BINARY:
    digest = hashlib.sha256()
    for context in contexts:
        for x in numbers:
            y = whole() if name in SMALL and random.random() < 0.8 else random.choice(numbers)
            if name.startswith("logical"):
                x, y = (Decimal(bin(random.randrange(1000))[2:]) for i in "xy")
            context.clear_flags()
            result = getattr(context, name)(x, y)
            digest.update(f"{result!r} {context.flags}\n".encode())
    print(name, digest.hexdigest()[:16])
digest = hashlib.sha256()
for context in contexts[:-1]:
    for i, x in enumerate(numbers[:70]):
        y, z = random.choice(numbers), random.choice(numbers)
        context.clear_flags()
        digest.update(f"{context.fma(x, y, z)!r} {context.power(Decimal(random.randrange(-500, 5000)).scaleb(-2) if i % 2 else x, whole())!r} {context.flags}\n".encode())
print("fma power", digest.hexdigest()[:16])


def tried(f, *args, **names):
    try:
        print(repr(f(*args, **names)))
    except Exception as error:
        print(type(error).__name__, error)


for spec in ("", ".3f", "e", ".0e", "g", ".2g", "%", ".1%", "+010.2f", "<12", "^12", "*>12,.2f", ",", "020,", "n", "z.1f", "=8", "08", "#f", "x", "5.", "F", "E", "G", ".40f"):
    print(spec, end=" ")
    for x in ("1234567.891", "-0.04", "0", "1E+9", "NaN", "-Infinity", "9.995E-7"):
        try:
            print(format(Decimal(x), spec), end="|")
        except ValueError as error:
            print(error, end="|")
    print()
for x in ("1_000", " 12 ", "\u0663", "1e400", "", "x", "--1", "1.2.3", "inf", "snan5", "1e", ".", "1E+1000000000000000000000", b"1", None, 1.5, (1, (2, 3), -4), (0, (), "F"), (2, (), 0), (0, (10,), 0), [0, [1, 2], "n"], (0, (1,), "x"), 2**200, True, 3j):
    tried(Decimal, x)
for x in numbers[:25]:
    for f in (hash, int, float, round, lambda v: round(v, 2), Decimal.as_tuple, Decimal.as_integer_ratio, lambda v: v == 0.5, lambda v: v < 2.5, bool, complex):
        if f is hash and x.is_nan():
            continue
        tried(f, x)
with localcontext(prec=5, rounding="ROUND_DOWN") as context:
    print(context, Decimal(2) / 3, decimal.getcontext() is context)
    tried(lambda: Decimal(1) / 0)
    tried(lambda: Decimal("sNaN") + 1)
    context.traps[decimal.Inexact] = True
    tried(lambda: Decimal(1) / 3)
    print(context.flags, context.traps == context.traps.copy(), len(context.flags))
for names in ({"prec": 0}, {"prec": "x"}, {"rounding": "x"}, {"Emin": 1}, {"Emax": -1}, {"clamp": 2}, {"capitals": 3}, {"flags": [1]}, {"traps": {}}, {"traps": 5}):
    tried(Context, **names)
tried(localcontext, 5)
tried(localcontext, precision=5)
tried(decimal.setcontext, 5)
print(pickle.loads(pickle.dumps(Decimal("1.50"))), copy.deepcopy(contexts[0]) is contexts[0], pickle.loads(pickle.dumps(contexts[3])))


class Money(Decimal):
    pass


print(repr(Money("1.5")), type(Money(1) + 1), Money.from_float(0.5), type(Money.from_float(1)), Decimal(Money(3)))

# Coefficients at the ends of what one and two longs hold, and of halves.
edges = [10**n + d for n in (0, 17, 18, 19, 27, 28, 36, 37, 38) for d in (-1, 0, 1)]
edges += [2**n + d for n in (62, 63, 64, 126, 127, 128) for d in (-1, 0, 1)] + [5 * 10**n for n in (17, 18, 27, 37)]
for precision in (1, 18, 19, 28, 37, 38, 39):
    digest = hashlib.sha256()
    for rounding in (decimal.ROUND_HALF_EVEN, decimal.ROUND_HALF_DOWN, decimal.ROUND_05UP, decimal.ROUND_CEILING):
        context = Context(prec=precision, rounding=rounding, traps=[])
        for a in edges:
            for b in (1, 3, 7, 10, 64, 10**9 - 1, random.choice(edges)):
                x, y = Decimal(a).scaleb(random.randrange(-20, 20), context), Decimal(b).scaleb(random.randrange(-20, 3))
                for name in ("add", "subtract", "multiply", "divide", "compare", "quantize"):
                    digest.update(repr(getattr(context, name)(x, y)).encode())
            digest.update(repr((context.normalize(x), str(-x), hash(x), context.flags)).encode())
            context.clear_flags()
    print(precision, digest.hexdigest()[:16])
