"""Whole numbers in loops: sums of digits, greatest divisors, perfect numbers, bits, a random walk."""

KIND = "pure"
SIZE = 6000


def digits(n):
    total = 0
    while n:
        n, digit = divmod(n, 10)
        total += digit
    return total


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def perfect(limit):
    found = []
    for n in range(2, limit):
        total = 1
        i = 2
        while i * i <= n:
            if n % i == 0:
                total += i
                if i != n // i:
                    total += n // i
            i += 1
        if total == n:
            found.append(n)
    return found


def ones(n):
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count


def xorshift(state, steps):
    for _ in range(steps):
        state ^= (state << 13) & 0xFFFFFFFFFFFFFFFF
        state ^= state >> 7
        state ^= (state << 17) & 0xFFFFFFFFFFFFFFFF
    return state


def power(base, exponent, modulus):
    result = 1
    base %= modulus
    while exponent > 0:
        if exponent & 1:
            result = result * base % modulus
        exponent >>= 1
        base = base * base % modulus
    return result


def run(n):
    assert sum(digits(i) for i in range(1000)) == 13500
    assert perfect(n) == [6, 28, 496][: 3 if n > 496 else 2]
    coprime = 0
    for a in range(1, n // 16):
        for b in range(1, n // 16):
            if gcd(a, b) == 1:
                coprime += 1
    assert 0.55 < coprime / (n // 16) ** 2 < 0.66 or n < 500
    assert sum(ones(i) for i in range(1 << 10)) == 5120
    assert xorshift(88172645463325252, n * 4) != 0
    assert all(power(3, i, 1000003) == pow(3, i, 1000003) for i in range(1, n // 2))
