"""Texts that are filled up to a width, numbers in other bases, and floats read from short texts."""


class Text(str):
    pass


def padded():
    results = []
    for text in ("", "a", "é", "abc", "abcdefg", "abcdefgh", "fourteen chars", "fifteen chars..", "sixteen chars...", "ж", "\U0001f600x", Text("own")):
        for width in (-1, 0, 1, 2, 7, 8, 9, 15, 16, 20):
            for fill in (" ", "*", "é", "ж", "\U0001f600"):
                results.append((text.ljust(width, fill), text.rjust(width, fill), text.center(width, fill)))
            results.append(text.zfill(width))
            if width > 0:
                results.append((f"{text:<{width}}", f"{text:*>{width}}", f"{text:é^{width}}", f"{text:ж^{width}.2}"))
    kinds = {type(x) for r in results if type(r) is tuple for x in r}
    return sum(i * len(str(r)) for i, r in enumerate(results)), "|".join(map(str, results)).count("*"), sorted(k.__name__ for k in kinds), results[-3:], results[100:103]


def based():
    results = []
    for n in (0, 1, 7, 8, 255, 4095, 8191, 16383, 65535, 2**40, 2**63 - 1, 2**63, 2**90, -1, -255, -(2**63), True, False):
        results.append((bin(n), oct(n), hex(n), f"{n:b}", f"{n:o}", f"{n:x}", f"{n:X}", f"{n:#x}", f"{n:#010b}"))
        results.append((f"{n:5}", f"{n:<5d}", f"{n:^9d}|", f"{n:05d}", f"{n:*=8d}", f"{n:+d}", f"{n: d}", f"{n:-6d}", f"{n:,}", f"{n:_b}"))
        results.append((f"{n:08b}", f"{n:<016b}|", f"{n:é>20x}", f"{n:ж^12}", f"{n:n}", f"{n:1}", f"{n:\U0001f600<4}"))
    return results


def floats():
    results = []
    for x in (0.0, -0.0, 1.5, -2.25, 1e300, 123456.789, float("inf"), float("nan")):
        results.append((f"{x:8.2f}", f"{x:<10}|", f"{x:^12.1e}", f"{x:010.3f}", f"{x:*=+9.1f}", f"{x:é>20}", f"{x:ж^9.0f}", f"{x:,.2f}"))
        results.append(["%.2f" % x, "%8.3f|" % x, "%+.1f" % x, "% .2f" % x, "%-9.1f|" % x, "%09.1f" % x, "%e %G" % (x, x), "%#.0f" % x])
        results.append([f"{x:.0%}", f"{x:z.0f}", f"{x:=9.1f}", f"{x:<05}", f"{x:-}", f"{x:n}", f"{x:.3}", f"{x:é=12.1f}"])
    return results


def read():
    results = []
    for text in (
        "0", "-0", "1", "-1.5", ".5", "5.", "-.5", ".", "-", "", "-.", "1.2.3", "--1", "+1.5", " 1.5", "1.5 ", "1_0.5", "1e3", "-1e-3",
        "123456789012345", "12345678901234.", ".12345678901234", "0.1", "0.3", "2.675", "1.005", "9007199254740993", "99999999999999.9",
        "-00001.10000", "1,5", "0x1", "inf", "-nan", "١.٥", "1.5\n", "é",
    ):
        try:
            results.append(repr(float(text)))
        except ValueError as e:
            results.append(str(e))
    return results


def run():
    results = [padded(), based(), floats(), read()]
    total = 0.0
    for i in range(300):
        total += float("%d.%d" % (i, i * 7 % 100)) + len(bin(i)) + len(f"{i:>6}") + len("ab".ljust(i % 12))
    return results, total


first = run()
print(first)
for _ in range(8):
    assert repr(run()) == repr(first)
