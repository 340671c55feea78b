"""Records packed and unpacked, bytes searched and sliced, checksums and digests."""

import binascii
import hashlib
import io
import struct
import zlib

KIND = "library"
SIZE = 23000

HEADER = struct.Struct("<4sHHIq")


def run(n):
    stream = io.BytesIO()
    for i in range(n):
        stream.write(HEADER.pack(b"KRT\0", 1, i & 0xFFFF, i * 3, -i))
        stream.write(struct.pack(">dB", i / 2, i & 255))
    data = stream.getvalue()
    size = HEADER.size + 9
    assert len(data) == n * size
    total = 0.0
    view = memoryview(data)
    for at in range(0, len(data), size):
        magic, version, low, triple, negative = HEADER.unpack_from(data, at)
        value, byte = struct.unpack_from(">dB", view, at + HEADER.size)
        assert magic == b"KRT\0" and triple == -3 * negative and value * 2 == -negative
        total += value
    assert total == n * (n - 1) / 4
    assert data.count(b"KRT\0") == n and data.rfind(b"KRT") == len(data) - size
    assert sum(number for number, in struct.iter_unpack("<I", bytes(4 * n))) == 0
    assert zlib.decompress(zlib.compress(data, 1)) == data
    assert binascii.a2b_base64(binascii.b2a_base64(data)) == data
    assert zlib.crc32(data) == binascii.crc32(data)
    assert bytes.fromhex(data[:1000].hex()) == data[:1000]
    digests = {hashlib.sha256(data[i * size : i * size + size]).hexdigest() for i in range(n // 4)}
    assert len(digests) == n // 4
    checksum = 0
    for byte in data[: n * 4]:
        checksum = (checksum * 31 + byte) & 0xFFFFFFFF
    assert checksum
