# audioop: every function over random samples of every width, states, and what is refused.
import warnings

warnings.simplefilter('ignore')
import audioop
import random
import zlib

chance = random.Random(5)


def attempt(call, *args):
    try:
        result = repr(call(*args))
        print(call.__name__, result if len(result) < 60 else zlib.crc32(result.encode()))
    except Exception as e:
        print(call.__name__, type(e).__name__, e)


for width in 1, 2, 3, 4:
    limit = 1 << 8 * width - 1
    extremes = b''.join(v.to_bytes(width, 'little', signed=True) for v in (0, limit - 1, -limit, -1, 1, -limit + 1))
    for data in b'', extremes, chance.randbytes(12 * width), chance.randbytes(7 * width), b'a' * (width + 1):
        print(width, len(data))
        for name in 'max minmax avg rms cross avgpp maxpp reverse byteswap lin2ulaw ulaw2lin lin2alaw alaw2lin'.split():
            attempt(getattr(audioop, name), data, width)
        for new in 1, 2, 3, 4, 5:
            attempt(audioop.lin2lin, data, width, new)
        for factor in 0.5, -1.7, 1e10:
            attempt(audioop.mul, data, width, factor)
            attempt(audioop.tomono, data, width, factor, 0.7)
            attempt(audioop.tostereo, data, width, factor, 1)
        attempt(audioop.add, data, data, width)
        attempt(audioop.add, data, data + b'a' * width, width)
        for bias in 0, 1, -1, 0x7fffffff, -0x80000000, 300:
            attempt(audioop.bias, data, width, bias)
        for state in None, (100, 20), (-40000, 3), (1, 89), 3, (1,):
            attempt(audioop.lin2adpcm, data, width, state)
            attempt(audioop.adpcm2lin, data, width, state)
        for index in 0, 3, -1, 100:
            attempt(audioop.getsample, data, width, index)
        for channels in 1, 2, 0:
            for rates in (8000, 11025), (44100, 16000), (0, 1):
                attempt(audioop.ratecv, data, width, channels, *rates, None)
                attempt(audioop.ratecv, data, width, channels, *rates, None, 3, 2)
    attempt(audioop.ratecv, data[:-1] * width, width, 1, 8000, 11025, (-3, ((5, 7),)), 0, 1)
    attempt(audioop.ratecv, extremes, width, 1, 8000, 11025, (-3, ((5, 7),)))
    attempt(audioop.ratecv, extremes, width, 2, 8000, 11025, (-3, ((5, 7),)))
    attempt(audioop.ratecv, extremes, width, 1, 8000, 11025, 3)
for size in 0, 1, 2, 8, 20:
    long, short = chance.randbytes(2 * size + 10), chance.randbytes(size)
    attempt(audioop.findfit, long, short)
    attempt(audioop.findfactor, long[:size], short)
    attempt(audioop.findfactor, long, short)
    attempt(audioop.findmax, long, size // 2)
    attempt(audioop.findmax, long, size + 6)
attempt(audioop.max, b'', 5)
attempt(audioop.max, 'abc', 1)
print([name for name in dir(audioop) if name != '__file__'], audioop.error.__mro__)
