"""Records of CSV written and read back, over all kinds of characters, with StringIO below."""

import csv
import io
import random

CHARACTERS = ["a", "b", '"', "'", ",", ";", "\n", "\r", "\r\n", " ", "\\", "1", "-", ".", "\u20ac", "\U0001f600", '""']
DIALECTS = [
    {}, {"delimiter": ";"}, {"quotechar": "'"}, {"doublequote": False, "escapechar": "\\"}, {"escapechar": "\\"},
    {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONE},
    {"quoting": csv.QUOTE_NONNUMERIC}, {"quoting": csv.QUOTE_STRINGS}, {"skipinitialspace": True}, {"strict": True},
    {"lineterminator": "|"}, {"delimiter": "-"}, {"delimiter": "1"}, {"quotechar": "\u20ac"},
]


def word():
    return "".join(random.choice(CHARACTERS) for _ in range(random.randrange(6)))


def field():
    return random.choice([word(), word(), random.randrange(-5, 5000), random.random(), 1e300, None, True])


def outcome(action):
    try:
        return action()
    except (csv.Error, ValueError) as error:
        return str(error)


class Growing:
    """Adds to the row while it is written."""

    def __init__(self, row):
        self.row = row

    def __str__(self):
        if len(self.row) < 4:
            self.row.append("more")
        return "g"


random.seed(5)
for dialect in DIALECTS:
    for kind in (list, tuple) * 4:
        row = kind(field() for _ in range(random.randrange(5)))
        stream = io.StringIO(newline="")
        outcome(lambda: csv.writer(stream, **dialect).writerow(row))
        text = "".join(word() + random.choice(',,,;"\n') for _ in range(4))
        print(ascii((stream.getvalue(), stream.newlines)))
        for newline in ("", None, "\r\n"):
            stream = io.StringIO(text, newline)
            print(ascii(outcome(lambda: list(csv.reader(stream, **dialect)))), ascii(stream.newlines))

row = []
row.append(Growing(row))
stream = io.StringIO()
csv.writer(stream).writerow(row)
print(ascii(stream.getvalue()))

for newline in (None, "", "\n", "\r", "\r\n") * 6:
    stream = io.StringIO(word() * random.randrange(3), newline)
    results = []
    for _ in range(40):
        match random.randrange(9):
            case 0 | 1 | 2:
                stream.write(word() * random.randrange(1, 9))
            case 3:
                results.append(stream.read(random.randrange(-1, 9)))
            case 4:
                results.append(stream.readline(random.choice([-1, 3, 0])))
            case 5:
                stream.seek(random.randrange(len(stream.getvalue()) + 3))
            case 6:
                results.append(stream.getvalue())
            case 7:
                stream.seek(0, 2)
            case 8:
                stream.truncate(random.choice([None, random.randrange(40)]))
        results.append(stream.tell())
    print(ascii(results), ascii(stream.newlines))
