"""Writes the tables of the Unicode Character Database, 15.0 and 3.2, that Krait reads.

Run by CPython 3.12 (the oracle), whose answers they are:

    python3.12 tools/unicode_tables.py runtime/src/main/resources/org/krait/runtime/text/unicode.txt \
        stdlib/src/main/resources/org/krait/stdlib/unicode/unicode.txt

A table is a sequence of sections "[name]"; a line of one is "first-last value" (hexadecimal, last
inclusive; one number alone is a range of one). What a line means is said at the section in Java.
"""
import sys
import unicodedata as ucd
import _sre

ALL = range(0x110000)
old = ucd.ucd_3_2_0


def runs(values, absent):
    """Ranges of equal values, without those that are absent."""
    start, value = 0, absent
    for c, v in enumerate(list(values) + [absent]):
        if v != value:
            if value != absent:
                yield start, c - 1, value
            start, value = c, v


def line(first, last, value=""):
    span = f"{first:X}" if first == last else f"{first:X}-{last:X}"
    return f"{span} {value}".rstrip()


def section(out, name, lines):
    out.append(f"[{name}]")
    out.extend(lines)


def flags(out, name, predicate, rule):
    """Where a property differs from what the category says."""
    section(out, name, [line(a, b) for a, b, _ in
                        runs((predicate(c) != rule(c, category[c]) for c in ALL), False)])


def stepped(mapping):
    """Ranges "first-last/step delta" of a mapping {c: delta}."""
    items = sorted(mapping.items())
    i = 0
    while i < len(items):
        c, delta = items[i]
        step = 0
        j = i + 1
        if j < len(items) and items[j][1] == delta and items[j][0] - c in (1, 2):
            step = items[j][0] - c
            while j < len(items) and items[j] == (items[j - 1][0] + step, delta):
                j += 1
        last = items[j - 1][0]
        span = f"{c:X}" if last == c else f"{c:X}-{last:X}" + ("/2" if step == 2 else "")
        yield f"{span} {delta}"
        i = j


def case(out, name, convert, simple=None):
    deltas, special = {}, []
    for c in ALL:
        if category[c] == "Cs":
            continue
        full = convert(chr(c))
        one = simple(c) if simple else ord(full) if len(full) == 1 else c
        if one != c:
            deltas[c] = one - c
        if full != chr(one):
            special.append(f"{c:X} " + " ".join(f"{ord(x):X}" for x in full))
    section(out, name, stepped(deltas))
    section(out, name + "-full", special)


def case_ignorable(c):
    s = chr(c)
    return ("A" + s + "\u03a3").lower()[-1] == "\u03c2" and ("." + s + "\u03a3").lower()[-1] == "\u03c3"


category = [ucd.category(chr(c)) for c in ALL]


def fraction(value):
    if value == int(value):
        return str(int(value))
    for denominator in range(2, 400):
        if abs(value * denominator - round(value * denominator)) < 1e-9:
            return f"{round(value * denominator)}/{denominator}"
    raise ValueError(value)


def core():
    out = ["# Unicode 15.0: what str needs. Made by tools/unicode_tables.py."]
    section(out, "category", [line(*r) for r in runs(category, "Cn")])
    flags(out, "lowercase", lambda c: chr(c).islower(), lambda c, k: k == "Ll")
    flags(out, "uppercase", lambda c: chr(c).isupper(), lambda c, k: k == "Lu")
    flags(out, "case-ignorable", case_ignorable, lambda c, k: k in ("Mn", "Me", "Cf", "Lm", "Sk"))
    start = lambda c, k: k in ("Lu", "Ll", "Lt", "Lm", "Lo", "Nl")
    flags(out, "identifier-start", lambda c: chr(c).isidentifier(), start)
    flags(out, "identifier-part", lambda c: ("a" + chr(c)).isidentifier(),
          lambda c, k: start(c, k) or k in ("Mn", "Mc", "Nd", "Pc"))
    section(out, "decimal", [f"{c:X}" for c in ALL if ucd.decimal(chr(c), -1) == 0])
    section(out, "digit", [line(c, c, ucd.digit(chr(c))) for c in ALL
                           if ucd.digit(chr(c), None) is not None and ucd.decimal(chr(c), None) is None])
    section(out, "numeric", [line(c, c, fraction(ucd.numeric(chr(c)))) for c in ALL
                             if ucd.numeric(chr(c), None) is not None and ucd.digit(chr(c), None) is None])
    case(out, "lower", str.lower, _sre.unicode_tolower)
    case(out, "upper", str.upper)
    case(out, "title", str.title)
    case(out, "fold", str.casefold)
    return out


def differences(out, name, now, then, absent=None):
    then_if_other = lambda s: then(s) if then(s) != now(s) else absent
    section(out, name, [line(a, b, "-" if v == "" else v) for a, b, v in
                        runs(map(then_if_other, map(chr, ALL)), absent)])


def excluded(c):
    """Whether a canonical decomposition is never undone."""
    parts = ucd.decomposition(chr(c))
    return parts != "" and parts[0] != "<" and ucd.normalize("NFC", chr(c)) != chr(c)


def full():
    out = ["# Unicode 15.0 and what 3.2 had otherwise: what unicodedata needs. Made by tools/unicode_tables.py."]
    section(out, "bidirectional", [line(*r) for r in runs(map(ucd.bidirectional, map(chr, ALL)), "")])
    section(out, "combining", [line(*r) for r in runs(map(ucd.combining, map(chr, ALL)), 0)])
    section(out, "mirrored", [line(a, b) for a, b, _ in runs(map(ucd.mirrored, map(chr, ALL)), 0)])
    section(out, "width", [line(*r) for r in runs(map(ucd.east_asian_width, map(chr, ALL)), "N")])
    section(out, "decomposition", [f"{c:X} {d}" for c in ALL if (d := ucd.decomposition(chr(c)))])
    section(out, "excluded", [line(a, b) for a, b, _ in runs(map(excluded, ALL), False)])
    differences(out, "category-3.2", ucd.category, old.category)
    differences(out, "bidirectional-3.2", ucd.bidirectional, old.bidirectional)
    differences(out, "combining-3.2", ucd.combining, old.combining)
    differences(out, "mirrored-3.2", ucd.mirrored, old.mirrored)
    differences(out, "width-3.2", ucd.east_asian_width, old.east_asian_width)
    differences(out, "decomposition-3.2", ucd.decomposition, old.decomposition)
    value = lambda u, f: lambda s: (lambda n: "" if n is None else fraction(n))(getattr(u, f)(s, None))
    differences(out, "decimal-3.2", value(ucd, "decimal"), value(old, "decimal"))
    differences(out, "digit-3.2", value(ucd, "digit"), value(old, "digit"))
    differences(out, "numeric-3.2", value(ucd, "numeric"), value(old, "numeric"))
    return out


if __name__ == "__main__":
    for path, table in zip(sys.argv[1:], (core, full)):
        with open(path, "w", encoding="ascii", newline="\n") as file:
            file.write("\n".join(table()) + "\n")
