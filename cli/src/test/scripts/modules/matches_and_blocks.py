"""Deflated data of all kinds, taken whole, in pieces, with bounds and with faults; BLAKE2 of all lengths."""

import hashlib
import random
import zlib

r = random.Random(11)
TEXT = " ".join(str(i * 7919 % 1000) + "word" + chr(97 + i % 26) for i in range(2500)).encode()
SOURCES = [b"", b"a", b"a" * 70000, b"ab" * 900, b"abcdefg" * 500, r.randbytes(9000), TEXT, bytes(range(256)) * 90,
           b"".join(bytes([r.randrange(3)]) * r.randrange(1, 400) for _ in range(400)), r.randbytes(700) * 60]
for source in SOURCES:
    row = []
    for level, strategy, bits in ((0, 0, 15), (1, 0, 15), (6, 0, -15), (9, 0, 31), (6, zlib.Z_HUFFMAN_ONLY, 15), (6, zlib.Z_FILTERED, 9)):
        c = zlib.compressobj(level, zlib.DEFLATED, bits, 8, strategy)
        data = c.compress(source) + c.flush()
        assert zlib.decompress(data, bits) == source
        d = zlib.decompressobj(bits)
        parts = []
        at = 0
        while at < len(data):
            n = r.choice([1, 7, 8, 9, 100, 5000])
            parts.append(d.decompress(data[at:at + n]))
            at += n
        assert b"".join(parts) + d.flush() == source and d.eof and not d.unused_data
        d = zlib.decompressobj(bits)
        rest, parts = data + b"tail", []
        while not d.eof:
            n = r.choice([1, 2, 257, 258, 259, 270, 600, 40000])
            parts.append(d.decompress(rest, n))
            assert len(parts[-1]) <= n
            rest = d.unconsumed_tail
        assert b"".join(parts) == source and d.unused_data == b"tail"
        row.append(len(data) > 0)
    print(len(source), row)
data = zlib.compress(TEXT)
digest = hashlib.sha256()
for _ in range(600):
    bad = bytearray(data)
    bad[r.randrange(len(bad))] ^= 1 << r.randrange(8)
    try:
        digest.update(zlib.decompress(bad))
    except zlib.error as e:
        digest.update(str(e).encode())
for cut in range(0, len(data), 97):
    try:
        zlib.decompress(data[:cut])
    except zlib.error as e:
        digest.update(str(e).encode())
    d = zlib.decompressobj()
    digest.update(d.decompress(data[:cut]))
print(len(TEXT), zlib.crc32(TEXT), digest.hexdigest())
for make in (hashlib.blake2b, hashlib.blake2s):
    digest = hashlib.sha256()
    for n in list(range(0, 300)) + [1000, 4096, 9000]:
        digest.update(make(TEXT[:n], key=b"k" * (n % 9), salt=b"s" * (n % 8), last_node=n % 2 == 1, digest_size=1 + n % 32).digest())
    h = make()
    for n in range(200):
        h.update(TEXT[n:2 * n])
    print(make.__name__, digest.hexdigest(), h.hexdigest())
