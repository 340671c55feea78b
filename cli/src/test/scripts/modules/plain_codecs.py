"""UTF-16, UTF-32 and tables of characters: texts with nothing wrong, and one wrong thing anywhere in them."""

import codecs
import hashlib
import random

r = random.Random(3)
CODECS = "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252", "cp437", "koi8-r", "ascii", "latin-1"
HANDLERS = "strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape", "surrogatepass"


def outcome(action):
    try:
        return action()
    except (UnicodeError, LookupError) as e:
        return type(e).__name__, str(e)


texts = ["", "?", "plain text? yes", "Gr\u00f6\u00dfe \u2014 na\u00efve", "\u041f\u0440\u0438\u0432\u0435\u0442", "\ufeffmark", "\ufffe", "\ud800", "a\udc80?b", "\ud83d\ude00", "\U0001f600", "x" * 40 + "\udfff", "\xff\x80\x81", "\uffff"]
texts += ["".join(r.choice("ab?\u00e9\u20ac\u0416\U0001f600") for _ in range(r.randint(1, 30))) for _ in range(30)]
for codec in CODECS:
    digest = hashlib.sha256()
    for text in texts:
        for handler in HANDLERS:
            digest.update(repr(outcome(lambda: text.encode(codec, handler))).encode())
            digest.update(ascii(outcome(lambda: codecs.lookup(codec).encode(text, handler))).encode())
    print(codec, digest.hexdigest(), ascii(outcome(lambda: texts[3].encode(codec, "backslashreplace"))))
for codec in CODECS:
    digest = hashlib.sha256()
    for text in texts:
        data = text.encode(codec, "ignore")
        for bad in (data, data[:-1], data + b"\x00", data + b"\xd8", data[:4] + b"\x00\xd8\xff\xfe" + data[4:], data[:8] + b"\xff\xff\x11\x00" + data[8:], b"\x81" + data):
            for handler in ("strict", "ignore", "replace", "backslashreplace"):
                digest.update(ascii(outcome(lambda: bad.decode(codec, handler))).encode())
                digest.update(ascii(outcome(lambda: codecs.lookup(codec).decode(bad, handler))).encode())
                digest.update(ascii(outcome(lambda: codecs.lookup(codec).incrementaldecoder(handler).decode(bad))).encode())
    print(codec, digest.hexdigest())
print("".join(chr(c) for c in range(128, 256)).encode("ascii", "xmlcharrefreplace")[:40], "\u0416\U0001f600\udc81".encode("ascii", "backslashreplace"))
codecs.register_error("test.twice", lambda e: ("<>" * (e.end - e.start), e.end))
print("a\u0416\u0416b".encode("ascii", "test.twice"), "a\u0416b".encode("utf-16-le", "test.twice"), "\ud800".encode("utf-32-be", "test.twice"))
