# The codecs with states, whole and in pieces: random bytes and characters, and what is known to be hard.
import codecs
import io
import random

NAMES = (
    'hz iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_3 iso2022_jp_2004 iso2022_jp_ext iso2022_kr '
    'euc_jis_2004 euc_jisx0213 shift_jis_2004 shift_jisx0213 big5hkscs').split()
ESCAPES = [
    b'\x1b(B', b'\x1b(J', b'\x1b(I', b'\x1b$B', b'\x1b$@', b'\x1b$(D', b'\x1b$(C', b'\x1b$)C', b'\x1b$A',
    b'\x1b.A', b'\x1b.F', b'\x1bN', b'\x1b$(O', b'\x1b$(P', b'\x1b$(Q', b'\x1b&@\x1b$B', b'\x0e', b'\x0f',
    b'\n', b'~{', b'~}', b'~~', b'~\n', b'~', b'\x1b', b'\x1b$', b'\x1b(', b'\x1b)B', b'\x1b[31m',
    b'\x1b(Z', b'\x1b$(B', b'\x1b.B', b'\x1b&@', b'\x1b)J']
POOL = [chr(c) for c in [
    *range(0x20, 0x180), *range(0x250, 0x300), *range(0x370, 0x400), *range(0x3040, 0x3130), 0x300, 0x301,
    0x304, 0x30c, 0x309a, 0x2985, 0x2014, 0x2015, 0x203e, *range(0xff00, 0xffa0), 0xffe3, 0x25535]]
PARTS = '\u304b\u309a\xe6\u0300\xca\u0304\xea\u030c\u02e9\u02e5'
chance = random.Random(7)


def attempt(call):
    try:
        return ascii(call())
    except Exception as e:
        return f'{type(e).__name__} {e!a}'


def character():
    kind = chance.random()
    if kind < 0.5:
        return chance.choice(POOL)
    if kind < 0.55:
        return chance.choice(PARTS)
    if kind < 0.9:
        return chr(chance.randrange(0x4e00, 0xa000))
    return chr(chance.randrange(0xac00, 0xd7a4) if kind < 0.95 else chance.randrange(0x20000, 0x2b000))


def sequence():
    kind = chance.random()
    if kind < 0.4:
        return chance.choice(ESCAPES)
    if kind < 0.9:
        return bytes(chance.randrange(0x21, 0x7f) for _ in range(chance.choice([1, 2, 2, 4])))
    return bytes(chance.randrange(0xa1, 0xff) for _ in range(2)) if kind < 0.95 else chance.randbytes(1)


for _ in range(200):
    name = chance.choice(NAMES)
    data = b''.join(sequence() for _ in range(chance.randrange(1, 8)))
    errors = chance.choice(['strict', 'replace', 'ignore', 'backslashreplace'])
    print(name, data, errors, attempt(lambda: data.decode(name, errors)))
    decoder = codecs.getincrementaldecoder(name)(errors)
    cut = chance.randrange(len(data) + 1)
    print(attempt(lambda: decoder.decode(data[:cut])), decoder.getstate(),
          attempt(lambda: decoder.decode(data[cut:], True)), decoder.getstate())
    text = ''.join(character() for _ in range(chance.randrange(1, 7)))
    if chance.random() < 0.5:
        text = ''.join(c for c in text if attempt(lambda: c.encode(name)).startswith('b'))
        text += chance.choice(PARTS)
    errors = chance.choice(['strict', 'replace', 'ignore', 'xmlcharrefreplace'])
    print(ascii(text), errors, attempt(lambda: text.encode(name, errors)))
    encoder = codecs.getincrementalencoder(name)(errors)
    cut = chance.randrange(len(text) + 1)
    print(attempt(lambda: encoder.encode(text[:cut])), encoder.getstate(),
          attempt(lambda: encoder.encode(text[cut:])), encoder.getstate(),
          attempt(lambda: encoder.encode('', True)), encoder.reset(), encoder.getstate())

encoder = codecs.getincrementalencoder('euc_jis_2004')()
for state in ['x', -1, 1 << 140, 2, int.from_bytes(b'\x01\xff' + bytes(15), 'little'),
              int.from_bytes(b'\x09' + bytes(16), 'little')]:
    print(attempt(lambda: encoder.setstate(state)), encoder.getstate())
decoder = codecs.getincrementaldecoder('iso2022_jp')()
for state in [1, (b'',), (b'', -1), (b'', 1 << 64), (b'', 2**63)]:
    print(attempt(lambda: decoder.setstate(state)), decoder.getstate())
for name in ['iso2022_jp', 'euc_jis_2004', 'hz']:
    out = io.BytesIO()
    writer = codecs.getwriter(name)(out)
    writer.write('\u304b')
    print(out.getvalue())
    writer.reset()
    writer.writelines(['\u304b', 'x'])
    print(out.getvalue())
