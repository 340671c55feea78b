"""The streams of bz2, byte for byte, and the decompressor fed in pieces."""
import _bz2, hashlib, random

random.seed(5)
words = [b"%x" % random.getrandbits(20) for i in range(300)]
samples = {
    "empty": b"", "a": b"a", "as": b"a" * 1000, "ab": b"ab" * 700, "mix": bytes(range(256)) * 40,
    "zeros": bytes(300000), "random": random.randbytes(150000), "abc": b"abc" * 50000,
    "runs": b"".join(bytes([i % 7]) * (i % 300) for i in range(1500)),
    "text": b" ".join(random.choice(words) for i in range(40000)),
}
for name, data in samples.items():
    for level in (1, 9):
        compressor = _bz2.BZ2Compressor(level)
        stream = compressor.compress(data[:77]) + compressor.compress(data[77:]) + compressor.flush()
        d = _bz2.BZ2Decompressor()
        assert d.decompress(stream + b"xx") == data and d.eof and d.unused_data == b"xx" and not d.needs_input
        print(name, level, len(stream), hashlib.md5(stream).hexdigest())
    d = _bz2.BZ2Decompressor()
    assert b"".join(d.decompress(stream[i : i + 7]) for i in range(0, len(stream), 7)) == data and d.eof
    d, out = _bz2.BZ2Decompressor(), []
    out.append(d.decompress(stream, max_length=1000))
    while not d.eof:
        assert len(out[-1]) <= 1000 and not d.needs_input
        out.append(d.decompress(b"", 1000))
    assert b"".join(out) == data


def tried(f, *args, **names):
    try:
        print(f(*args, **names))
    except BaseException as error:
        print(type(error).__name__, error)


for level in (0, 10, "x", -1, None):
    tried(_bz2.BZ2Compressor, level)
tried(_bz2.BZ2Compressor, 1, 2)
tried(_bz2.BZ2Compressor, compresslevel=3)
tried(_bz2.BZ2Decompressor, 3)
compressor = _bz2.BZ2Compressor()
tried(compressor.compress, "text")
tried(compressor.compress)
tried(compressor.flush)
tried(compressor.flush)
tried(compressor.compress, b"")
tried(d.decompress, b"")
tried(_bz2.BZ2Decompressor().decompress, b"BZh0")
tried(_bz2.BZ2Decompressor().decompress, b"BZh9" + bytes(20))
tried(_bz2.BZ2Decompressor().decompress, b"garbage")
tried(_bz2.BZ2Decompressor().decompress, b"B")
bad = bytearray(stream)
bad[len(bad) // 2] ^= 4
tried(_bz2.BZ2Decompressor().decompress, bad)
