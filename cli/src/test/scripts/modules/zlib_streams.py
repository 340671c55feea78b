import zlib
def tr(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__,e)
tr(lambda:zlib.compress(b'abc',10))
tr(lambda:zlib.compress('abc'))
tr(lambda:zlib.compress())
tr(lambda:zlib.compress(b'',1,2,3))
tr(lambda:zlib.compress(b'',wbits=3))
tr(lambda:zlib.compress(b'abc'*10,wbits=31))
tr(lambda:zlib.compress(b'abc'*10,wbits=-9))
tr(lambda:zlib.compress(b'abc'*10,wbits=9))
tr(lambda:zlib.compress(b'abc'*10,wbits=8))
tr(lambda:zlib.compress(b'abc'*10,wbits=-8))
tr(lambda:zlib.compress(b'abc'*10,wbits=24))
for l in range(-1,10): tr(lambda:zlib.compress(b'abc'*10,l))
for l in range(-1,10): tr(lambda:zlib.compress(b'abc'*10,l,31))
tr(lambda:zlib.compressobj(10))
tr(lambda:zlib.compressobj(1,7))
tr(lambda:zlib.compressobj(1,8,99))
tr(lambda:zlib.compressobj(1,8,15,0))
tr(lambda:zlib.compressobj(1,8,15,9,5))
tr(lambda:zlib.compressobj(zdict='a'))
tr(lambda:zlib.compressobj(zdict=b'a').flush())
tr(lambda:zlib.compressobj(zdict=b'',wbits=31))
tr(lambda:zlib.compressobj(zdict=b'abc',wbits=31))
tr(lambda:zlib.decompressobj(99))
tr(lambda:zlib.decompressobj(zdict='a'))
tr(lambda:zlib.decompressobj(zdict=3))
tr(lambda:zlib.decompressobj().decompress(b'',-1))
tr(lambda:zlib.decompressobj().flush(0))
tr(lambda:zlib.decompressobj().flush(-1))
tr(lambda:zlib.decompressobj().flush())
tr(lambda:zlib.decompress(b''))
tr(lambda:zlib.decompress(b'x'))
tr(lambda:zlib.decompress(b'xx'))
tr(lambda:zlib.decompress(b'x\x9c'))
tr(lambda:zlib.decompress(b'x\x9cxxxx'))
tr(lambda:zlib.decompress(b'x\x9cxxxx',99))
tr(lambda:zlib.decompress(b'x\x9c\x07'))
tr(lambda:zlib.decompress(zlib.compress(b'a'*10)[:-1]))
tr(lambda:zlib.decompress(zlib.compress(b'a'*10)[:-1]+b'x'))
tr(lambda:zlib.decompress(zlib.compress(b'a'*10)+b'x'))
tr(lambda:zlib.decompress(zlib.compress(b'a'*10),bufsize=0))
tr(lambda:zlib.decompress(zlib.compress(b'a'*10),bufsize=-1))
tr(lambda:zlib.decompress(b'y\x9cxxxx'))
tr(lambda:zlib.decompress(b'\x79\x97xxxx'))
tr(lambda:zlib.decompress(zlib.compress(b'a'*10),wbits=9))
tr(lambda:zlib.decompress(zlib.compress(b'a'*10),wbits=0))
tr(lambda:zlib.decompress(zlib.compress(b'a'*10),wbits=31))
tr(lambda:zlib.decompress(zlib.compress(b'a'*10,wbits=31),wbits=47))
tr(lambda:zlib.decompress(zlib.compress(b'a'*10,wbits=31)[:-1]+b'x',wbits=47))
tr(lambda:zlib.decompress(zlib.compress(b'a'*10,wbits=31)[:-6]+b'xxxxxxx',wbits=47))
tr(lambda:zlib.decompress(b'\x1f\x8b\x07'+b'\0'*10,wbits=47))
tr(lambda:zlib.decompress(b'\x1f\x8b\x08\xff'+b'\0'*10,wbits=47))
c=zlib.compressobj(zdict=b'abcdef')
x=c.compress(b'abcdefabcdef')+c.flush()

tr(lambda:zlib.decompress(x))
tr(lambda:zlib.decompressobj().decompress(x))
tr(lambda:zlib.decompressobj(zdict=b'x').decompress(x))
tr(lambda:zlib.decompressobj(zdict=b'abcdef').decompress(x))
tr(lambda:c.flush())
tr(lambda:c.compress(b'x'))
tr(lambda:c.copy())
d=zlib.decompressobj()
y=zlib.compress(b'a'*1000)+b'tail'
tr(lambda:d.decompress(y,10)); tr(lambda:(d.unconsumed_tail,d.unused_data,d.eof))
tr(lambda:d.decompress(d.unconsumed_tail)[:3]); tr(lambda:(d.unconsumed_tail,d.unused_data,d.eof))
tr(lambda:d.decompress(b'more')); tr(lambda:(d.unconsumed_tail,d.unused_data,d.eof)); tr(d.flush); tr(d.copy)
d=zlib._ZlibDecompressor()
tr(lambda:d.decompress(y,10)); tr(lambda:(d.unused_data,d.eof,d.needs_input))
tr(lambda:d.decompress(b'',10)); tr(lambda:(d.unused_data,d.eof,d.needs_input))
tr(lambda:d.decompress(b'')); tr(lambda:(d.unused_data,d.eof,d.needs_input))
tr(lambda:d.decompress(b''))
tr(lambda:zlib._ZlibDecompressor(wbits=99))
tr(lambda:zlib._ZlibDecompressor().decompress(b'xx'))
tr(lambda:zlib.adler32(b'abc',-1)); tr(lambda:zlib.crc32(b'abc',1<<40)); tr(lambda:zlib.crc32(b'abc'))
tr(lambda:zlib.crc32('a'))
c=zlib.compressobj(); tr(lambda:c.flush(99))
import random
rng = random.Random(5)
text = b''.join(rng.choice([b'spam ', b'eggs', b'\0' * 9, bytes([rng.randrange(256)])]) for _ in range(9000))
for wbits in (15, -15, 31, 9, -9, 25, 12):
    for level in (0, 1, 6, 9):
        c = zlib.compressobj(level, wbits=wbits)
        packed = c.compress(text[:7000])
        d = c.copy()
        end = c.compress(text[7000:]) + c.flush()
        other = d.compress(text[:50]) + d.flush()
        assert zlib.decompress(packed + end, wbits) == text
        assert zlib.decompress(packed + other, wbits) == text[:7000] + text[:50]
        u = zlib.decompressobj(wbits)
        got = b''.join(u.decompress(bytes([b])) for b in packed + end)
        assert got == text and u.eof, (wbits, level)
        u = zlib.decompressobj(wbits)
        data, got = packed + end + b'rest', b''
        while not u.eof:
            part = u.decompress(data, 777)
            assert len(part) <= 777
            got += part
            data = u.unconsumed_tail
            u = u.copy()
        assert got == text and u.unused_data == b'rest'
print('round trips')
packed = bytearray.fromhex('78da63608002bee282c45c0530b1af2e353dbd188461920cb160097790189885a100430045065314611b5c680e48e53784c476cedd2c700b6be1ca1af09981dd32541d288ab198d100174751e98c6236aabc4718a65d5341ea2da341a42e035900d50e9240048110d1084751108812b1883081c5aa10aa9be08a36f711e31890f26b7b41e46102f1c3700045c1573c690753d813d56dae6c88c48362ce1f1cfa71248e46108bfdd65110351d2ecd3809c40f81f3fd507563e19d47095170ea884384b4396608b3c2857e616433ec4914ce7901e20100ae45a67d')
words = set()
for i in range(300):
    bad = packed.copy()
    bad[rng.randrange(len(bad))] ^= 1 << rng.randrange(8)
    try:
        zlib.decompress(bad)
    except zlib.error as e:
        words.add(str(e))
print(sorted(words))

# Check values continued from others, base64 with what does not belong there, matches that reach into themselves.
import binascii, hashlib, random

random.seed(3)
digest = hashlib.sha256()
for size in (*range(12), 100, 5551, 5552, 5553, 70000):
    data = random.randbytes(size)
    for start in (0, 1, 5, 0xFFFFFFFF, 0x12345678, 0xFFF0FFF0):
        digest.update(repr((zlib.crc32(data, start), binascii.crc32(data, start), zlib.adler32(data, start))).encode())
print(digest.hexdigest()[:16])
for turn in range(1000):
    text = bytearray(binascii.b2a_base64(random.randbytes(random.randrange(40)), newline=turn % 2 == 0))
    for _ in range(turn % 4):
        text.insert(random.randrange(len(text) + 1), random.choice(b"=\n A-_\xff/"))
    for strict in (False, True):
        try:
            digest.update(binascii.a2b_base64(bytes(text), strict_mode=strict))
        except binascii.Error as error:
            digest.update(str(error).encode())
print(digest.hexdigest()[:16])
for period in range(1, 30):
    data = (random.randbytes(period) * 1000)[:1000 + period]
    inflate = zlib.decompressobj()
    packed, got = zlib.compress(data), b""
    while packed:
        got += inflate.decompress(packed, 7)
        packed = inflate.unconsumed_tail
    assert got + inflate.flush() == data == zlib.decompress(zlib.compress(data, 1))
