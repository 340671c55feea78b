"""Decimals of more digits than two words hold, beside short ones: all operations, roundings, conditions; powers, inverses."""

import decimal
import hashlib
import random
from decimal import Decimal as D

ROUNDINGS = [name for name in dir(decimal) if name.startswith("ROUND_")]
OPERATIONS = (
    "a + b|a - b|a * b|a / b|a // b|a % b|divmod(a, b)|a < b|a == b|+a|a.quantize(b)|a.normalize()|a.fma(b, a)|"
    "a.compare(b)|a.to_integral_value()|hash(a)|a.remainder_near(b)|a.as_tuple()|a.max(b)|a.next_plus()|abs(a).sqrt()|"
    "a.quantize(D('1E-10'))|f'{a:.5f}'|f'{b:,.20e}'|int(a)|a.shift(3)|a * a * a * b|(a * b) / b|D(str(a / b))"
).split("|")
r = random.Random(42)


def number(most):
    n = r.choice([r.randint(1, 20), r.randint(1, most), r.choice([18, 19, 36, 37, 38, 39, 54, 55])])
    kind = r.randint(0, 6)
    if kind < 3:
        digits = ("9" * n, "1" + "0" * (n - 1), "5" + "0" * (n - 1))[kind]
    else:
        digits = "".join(r.choice("09" if kind == 3 else "0001" if kind == 4 else "0123456789") for _ in range(n))
    return D(r.choice(["", "-"]) + digits + "E%d" % r.choice([0, -r.randint(0, 60), r.randint(0, 60), r.randint(-5, 5)]))


def value(text, names):
    try:
        return str(eval(text, globals(), names))
    except Exception as e:
        return type(e).__name__


for part in range(8):
    digest = hashlib.sha256()
    for _ in range(40):
        context = decimal.Context(
            prec=r.choice([28, 37, 38, 39, 50, 54, 55, 300, 1200, r.randint(1, 120)]), rounding=r.choice(ROUNDINGS),
            Emin=r.choice([-999999, -50]), Emax=999999, traps=[], clamp=r.choice([0, 1]))
        decimal.setcontext(context)
        names = {"a": number(400), "b": number(r.choice([40, 1300]))}
        for operation in OPERATIONS:
            digest.update(value(operation, names).encode())
            digest.update(str(sorted(f.__name__ for f in context.flags if context.flags[f])).encode())
        context.rounding = decimal.ROUND_HALF_EVEN
        context.clear_flags()
        context.prec = min(context.prec, 100)
        names = {"x": D(r.randint(1, 10**9)) / D(10) ** r.randint(0, 9), "n": r.choice([r.randint(2, 300), r.randint(-300, -2)])}
        for operation in ("x ** n", "(1 + D('0.0375') / 12) ** n", "D(2) ** n", "D(10) ** n", "x.ln()", "D('0.5').exp()", "D(7).log10()"):
            digest.update(value(operation, names).encode())
            digest.update(str(sorted(f.__name__ for f in context.flags if context.flags[f])).encode())
    print(part, digest.hexdigest(), context.prec, names)

with decimal.localcontext() as context:
    context.prec = 50
    print(D(1) / D(7), D(2).sqrt(), D(1).exp(), D("1.0123") ** 365, D("1.05") ** -40)
    print(D("9" * 60) + 1, D("9" * 50) * D("9" * 50), D("1" + "0" * 60) - 1, D("0." + "0" * 50 + "1") + D(10) ** 40)

# powers modulo words, and inverses of what is small, large, or has none
for m in (1, 2, 9, 2**31, 3037000501, 10**18 + 9, 2**63 - 25, 2**63 + 29, 2**127 - 1, 10**40, 2**255 - 19):
    for a in (-5, 0, 1, 2, 3, 10, 2**40 + 15, 2**63 - 1, 2**64 + 13, 3**100):
        row = []
        for e in (0, 1, 2, 77, 2**61 - 1, -1, -3):
            try:
                row.append(pow(a, e, m))
                row.append(pow(a, e, -m))
            except ValueError as error:
                row.append(str(error))
        print(m, a, hashlib.sha256(str(row).encode()).hexdigest()[:16], row[-1])
