"""All characters in all normal forms, alone and between others; what is in a form already comes back as it is."""

import hashlib
import random
import sys
import unicodedata

FORMS = "NFC", "NFD", "NFKC", "NFKD"
everything = [chr(c) for c in range(sys.maxunicode + 1) if not 0xD800 <= c < 0xE000]
for form in FORMS:
    digest = hashlib.sha256()
    for c in everything:
        if unicodedata.decomposition(c) or unicodedata.combining(c) or ord(c) % 97 == 0:
            digest.update(unicodedata.normalize(form, c).encode())
            digest.update(unicodedata.normalize(form, "a" + c + "\u0301\u0323").encode())
    print(form, digest.hexdigest())

r = random.Random(7)
special = [c for c in everything if unicodedata.decomposition(c) or unicodedata.combining(c)] + [chr(c) for c in range(0x1100, 0x1200)]
for form in FORMS:
    digest = hashlib.sha256()
    for _ in range(2000):
        text = "".join(r.choice(special) if r.random() < 0.7 else r.choice("aeo \u1100\u1161\uac00") for _ in range(r.randint(1, 9)))
        result = unicodedata.normalize(form, text)
        digest.update(result.encode())
        digest.update(b"%d%d" % (unicodedata.is_normalized(form, text), unicodedata.is_normalized(form, result)))
    print(form, digest.hexdigest())

for text in ("plain", "Gr\u00f6\u00dfe", "Gro\u0308\u00dfe", "\uac00\u1161", "\ufb01", "\U0001d400x", "e\u0323\u0301", "e\u0301\u0323", ""):
    print(ascii(text), [(ascii(n), n is text) for n in (unicodedata.normalize(form, text) for form in FORMS)])
