# Long texts in small letters and capitals, around each multiple of eight; products of many whole numbers.
import math

for n in (16, 17, 23, 24, 25, 31, 32, 33, 100):
    text = ''.join(chr(32 + i % 96) for i in range(n))
    assert text.upper() == ''.join(c.upper() for c in text)
    assert text.lower() == ''.join(c.lower() for c in text)
    print(text.upper(), text.lower(), text.upper().isascii(), hash(text.upper()) == hash(''.join(map(str.upper, text))))
    print((text + '\xe9').upper() == text.upper() + '\xc9', (text + '\xdf').upper() == text.upper() + 'SS')
every = ''.join(map(chr, range(128)))
print(ascii(every.upper()), ascii(every.lower()), every.casefold() == every.lower())

for n in [*range(130), 1000, 3000]:
    product = 1
    for i in range(2, n + 1):
        product *= i
    assert math.factorial(n) == product
    print(n, product % 1000000007, math.comb(n + 50, n // 2), math.perm(n + 70, n // 2) % 1000000007)
print(math.comb(2**70, 3), math.perm(2**64, 2), math.perm(2**63 - 1, 3), math.comb(2**63 - 1, 4))
print(math.perm(2**31 - 1, 4), math.perm(2**31, 4), math.comb(2**31 - 1, 5), math.perm(10**30, 0), math.perm(5, 5))
