"""Waves in arrays of doubles: a Fourier transform, filters, statistics."""

import array
import math

KIND = "pure"
SIZE = 1024


def transform(real, imaginary):
    size = len(real)
    j = 0
    for i in range(1, size):
        bit = size >> 1
        while j & bit:
            j ^= bit
            bit >>= 1
        j |= bit
        if i < j:
            real[i], real[j] = real[j], real[i]
            imaginary[i], imaginary[j] = imaginary[j], imaginary[i]
    length = 2
    while length <= size:
        angle = -2.0 * math.pi / length
        half = length // 2
        for k in range(half):
            c, s = math.cos(angle * k), math.sin(angle * k)
            for start in range(k, size, length):
                other = start + half
                re = real[other] * c - imaginary[other] * s
                im = real[other] * s + imaginary[other] * c
                real[other] = real[start] - re
                imaginary[other] = imaginary[start] - im
                real[start] += re
                imaginary[start] += im
        length *= 2


def smooth(values, weights):
    reach = len(weights)
    result = array.array("d", bytes(8 * len(values)))
    for i in range(reach, len(values)):
        total = 0.0
        for j in range(reach):
            total += values[i - j] * weights[j]
        result[i] = total
    return result


def run(n):
    wave = array.array("d", (math.sin(2 * math.pi * 5 * i / n) + 0.5 for i in range(n)))
    for _ in range(12):
        real = array.array("d", wave)
        imaginary = array.array("d", bytes(8 * n))
        transform(real, imaginary)
        power = [re * re + im * im for re, im in zip(real, imaginary)]
        assert max(range(1, n // 2), key=power.__getitem__) == 5
        assert abs(real[0] - n / 2) < 1e-6
    flat = smooth(wave, [0.1] * 10)
    mean = sum(flat) / n
    assert 0.4 < mean < 0.6, mean
    variance = math.fsum((x - mean) ** 2 for x in flat) / n
    assert 0.2 < variance < 1.0, variance
