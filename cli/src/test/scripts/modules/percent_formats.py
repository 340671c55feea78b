"""Formats of %: what is read, asked and refused, and in which order."""


class Noted(dict):
    def __getitem__(self, key):
        asked.append(key)
        return dict.__getitem__(self, key)


class Text:
    def __str__(self):
        asked.append("str")
        return "S"

    def __repr__(self):
        asked.append("repr")
        return "R"


asked = []
FORMATS = """
% %% %5d| %-5d| %05d| %+d %x %#X %.3d %08.3d| %s %r %a %c %5s| %.2s %*s| %-*s| %*.*f| %.1f %010.3f| %(a)s
%(a)s%(b)d %(a %(a)y %(none)q %((x))s %y %5 %5. %hd %lld %.99999999999d %*d %-+_#05d| %s% %s_%q %(a)*d %5c| %5%|
""".split()
ARGUMENTS = [
    (), (1,), (-1,), (1.5,), ("abc",), ("\u20ac\U0001f600",), (Text(),), (True,), (2**70,), (5, "x"), (-5, "x"),
    (7, 2, 1.23456), {"a": 1, "b": 2, "(x)": 3}, Noted(a="v", b=2), [1], 1, "t", b"x", (float("nan"),),
]

for text in FORMATS:
    text = text.replace("_", " ")
    for kind in (str, bytes):
        results = []
        for given in ARGUMENTS:
            asked.clear()
            try:
                result = (text if kind is str else text.encode()) % given
            except (TypeError, ValueError, KeyError, OverflowError) as error:
                result = "%s: %s" % (type(error).__name__, error)
            results.append((result, *asked))
        print(ascii(text), ascii(results))
