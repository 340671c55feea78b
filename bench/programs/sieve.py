"""Primes: a list of flags crossed out by a loop, by slices, and in a bytearray."""

KIND = "pure"
SIZE = 300000


def by_loop(limit):
    flags = [True] * (limit + 1)
    count = 0
    for i in range(2, limit + 1):
        if flags[i]:
            count += 1
            for j in range(i * i, limit + 1, i):
                flags[j] = False
    return count


def by_slices(limit):
    flags = bytearray([1]) * (limit + 1)
    flags[0:2] = b"\0\0"
    for i in range(2, int(limit**0.5) + 1):
        if flags[i]:
            flags[i * i :: i] = bytes(len(range(i * i, limit + 1, i)))
    return sum(flags)


def by_division(limit):
    primes = []
    candidate = 2
    while candidate <= limit:
        for prime in primes:
            if prime * prime > candidate:
                primes.append(candidate)
                break
            if candidate % prime == 0:
                break
        else:
            primes.append(candidate)
        candidate += 1
    return len(primes)


def run(n):
    count = by_loop(n)
    assert count == by_slices(n)
    assert by_division(n // 8) == by_slices(n // 8)
