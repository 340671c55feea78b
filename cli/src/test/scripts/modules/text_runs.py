"""repr, expandtabs, changes of case and hexadecimal digits: texts that are taken in runs, with what ends a run anywhere."""

import hashlib
import random
import sys

r = random.Random(5)
PIECES = ["a", "Bc", "'", '"', "\\", "\n", "\r", "\t", "\x00", "\x7f", "\xa0", "\xad", "\xdf", "\u0130", "\u0131", "\u03a3", "\u03c3", "\u03c2",
          "\u0149", "\u01c5", "\u0416", "\u20ac", "\u2028", "\ud800", "\ufb01", "\uffff", "\U00010400", "\U0001f600", "\U0001e921", "\u1e9e", " ", "\u0301", "\u10d0", "\uab70"]
digest = hashlib.sha256()
for n in range(3000):
    text = "".join(r.choice(PIECES[: 8 + n % 27]) for _ in range(r.randrange(12)))
    row = [repr(text), ascii(text), text.lower(), text.upper(), text.casefold(), text.title(), text.swapcase(), text.capitalize()]
    row += [text.expandtabs(k) for k in (8, 4, 1, 0, -3)]
    digest.update(ascii(row).encode())
    if n % 500 == 0:
        print(ascii(row))
print(digest.hexdigest())
every = "".join(chr(c) for c in range(sys.maxunicode + 1))
print([hashlib.sha256(f(every).encode("utf-8", "surrogatepass")).hexdigest()[:12] for f in (repr, str.lower, str.upper, str.casefold)])
small = "".join(chr(c) for c in range(0x250) if c != 0x130)
print([hashlib.sha256(ascii([f(small[i:i + 9]) for i in range(0, len(small), 9)]).encode()).hexdigest()[:12] for f in (repr, str.lower, str.upper, str.casefold)])
for size in (0, 1, 2, 5, 6, 7, 12):
    data = bytes(range(250 - size, 250))
    print(data.hex(), [data.hex(":", k) for k in (1, 2, 3, 5, 6, 100, -1, -2, -5, -6, 0)], bytes.fromhex(data.hex(" ")) == data)
