"""What has a quick way for usual values and a long one for others: both give the same."""
import csv
import io
import json
import math
import random
import re
import array

source = random.Random(8)


def outcome(function, *args, **kwargs):
    try:
        return repr(function(*args, **kwargs))
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def show(title, results):
    print(title, *results, sep="\n  ")


def chosen(alphabet, longest):
    return "".join(source.choice(alphabet) for _ in range(source.randrange(longest)))


# Sums of texts are put together late.
text, parts = "", []
for i in range(600):
    part = "ab" if i % 7 else "é" if i % 3 else "\u0100"
    text += part
    parts.append(part)
    if i % 97 == 0:
        other = text + "!"
        assert other == "".join(parts) + "!" and hash(text + "?") == hash("".join(parts) + "?")
        assert len(text) == len("".join(parts)) and text.endswith(part)
show("sums", [text == "".join(parts), ascii(text[250:270]), ascii(text.upper()[-5:]), ascii((text + "\U0001f600")[-2:])])

# Sorting with and without ranks, stable in both directions.
kinds = {
    "ints": lambda: source.randrange(-4, 4),
    "large": lambda: source.randrange(-(2**70), 2**70),
    "floats": lambda: source.choice([0.0, -0.0, 1.5, -1.5, math.inf, 5e-324]),
    "numbers": lambda: source.choice([1, 2.0, True, 2**60, 2.0**60, 2**70]),
    "texts": lambda: "start" + chosen("ab\0", 12),
    "wide": lambda: chosen("a\u0100\U0001f600", 4),
    "pairs": lambda: (source.randrange(3), chosen("ab", 3)),
    "mixed": lambda: (source.randrange(2), source.choice([None, 1])),
}
results = []
for name, make in kinds.items():
    for count in (20, 60):
        values = [make() for _ in range(count)]
        for reverse in (False, True):
            try:
                order = sorted(range(count), key=values.__getitem__, reverse=reverse)
                inserted = []
                for place in range(count):
                    at = place
                    while at > 0 and (
                        values[inserted[at - 1]] < values[place] if reverse else values[place] < values[inserted[at - 1]]
                    ):
                        at -= 1
                    inserted.insert(at, place)
                assert order == inserted, (name, values)
                results.append(name)
            except TypeError:
                results.append(f"{name} TypeError")
show("sorts", results)

# CSV: fields at once and character by character.
lines = ['a,"b",', '"a""b",c', 'a"b,"c"d', '"a\nb",c', '"', ",,", '"",""', "a\\,b", "\u0100;é", "\U0001f600,x", " a, b", "1,2.5\r\n"]
settings = [{}, {"escapechar": "\\"}, {"quoting": csv.QUOTE_NONNUMERIC}, {"skipinitialspace": True}, {"strict": True}, {"doublequote": False}]
show("csv", [ascii([outcome(lambda: list(csv.reader(io.StringIO(line, newline=""), **each))) for each in settings]) for line in lines])

# JSON: plain strings, escapes, keys seen before, numbers.
documents = ['{"é": 1, "\\u00e9": 2}', '[{"k": 1}, {"k": 2.50}, {"k\\n": -0.0}]', '"\\ud83d\\ude00"', '{"a', '"a\tb"', '[1e5, 12345678901234567890, 0.1, 123456789.123456789]', "[1 2]"]
show("json", [ascii(outcome(json.loads, each)) for each in documents])
circle = []
circle.append([circle])
show("dumps", [outcome(json.dumps, each) for each in ({"a": [1, -0.0, 1e100, "é\"\n\x7f"]}, circle, [[], [[]]], {1.5: None, True: 2})])

# Formats and specifiers, twice: the second time they are known.
for _ in range(2):
    show(
        "formats",
        [
            outcome("{0!r:>8}{1:{2}.{3}f}|{x.real}|{{}}".format, "a", 2.5, 9, 3, x=4),
            outcome("{} {0}".format, 1),
            outcome("{:d}".format, "x"),
            outcome("%08.3f|%-6d|%+d|%#x|%5.1s|%%" .__mod__, (-1.5, 7, 7, 255, "ab")),
            outcome(format, -0.0, ".2f"), outcome(format, 2.5, ".0f"), outcome(format, 1e22, ".3f"), outcome(format, 5, "q"),
        ],
    )

# Big integers as text, and what divides them.
for bits in (64, 100, 3200, 9000):
    value = source.getrandbits(bits) | 1 << bits - 1
    for each in (value, -value):
        assert int(str(each)) == int(hex(each), 16) == int(oct(each), 8) == int(bin(each), 2) == each
    factor = source.getrandbits(bits // 2) | 1
    common = math.gcd(value * factor, (value + 1) * factor)
    assert common % factor == 0 and (value * factor) % common == 0 and common == factor

# Searches that ignore case, and arrays that refuse.
show("searches", [re.findall("(?i)[a-c]+1", "xABC1 b1\u0131"), re.findall("(?i)\u212a|s", "kK\u212asS\u017f"), re.findall(".*5", "a5b\nc5\n5d")])
numbers = array.array("h")
show("arrays", [outcome(numbers.append, each) for each in (1, 40000, 2.5, -3, 7)] + [numbers, list(b"\0\xff"), b"banana".replace(b"a", b"o", 2)])

# UTF-16 with and without what is wrong, lines, and times with zeros before them.
import datetime

show(
    "codecs",
    [
        ascii(outcome(data.decode, name, errors))
        for data in (b"a\0\xe9\0", b"\xff\xfea\0", b"\0\xd8", b"a\0b", b"\xfd\xff", b"=\xd8\0\xde")
        for name in ("utf-16-le", "utf-16")
        for errors in ("strict", "replace")
    ],
)
show("lines", [ascii(each.splitlines(keep)) for each in ("a\nb\r\nc\x1cd\x85e", "\n\n", "x" * 300 + "\ny") for keep in (False, True)])
moment = datetime.datetime(987, 1, 2, 3, 4, 5, 60)
show("times", [moment, moment.isoformat(" ", "milliseconds"), moment.strftime("%j %C %H:%M:%S.%f"), datetime.timedelta(seconds=-1.25)])
