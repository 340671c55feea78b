"""The most flips of any permutation: small lists of small ints, slices, loops."""

KIND = "pure"
SIZE = 8

MOST = {5: 7, 6: 10, 7: 16, 8: 22, 9: 30}


def most_flips(n):
    order = list(range(n))
    counts = [0] * n
    most = 0
    checksum = 0
    sign = 1
    while True:
        first = order[0]
        if first:
            flips = 0
            work = order[:]
            while first:
                work[: first + 1] = work[first::-1]
                flips += 1
                first = work[0]
            if flips > most:
                most = flips
            checksum += sign * flips
        if sign == 1:
            order[0], order[1] = order[1], order[0]
            sign = -1
            continue
        order[1], order[2] = order[2], order[1]
        sign = 1
        for i in range(2, n):
            if counts[i] < i:
                counts[i] += 1
                break
            counts[i] = 0
            if i == n - 1:
                return most, checksum
            order[: i + 2] = order[1 : i + 2] + order[:1]


def run(n):
    most, _ = most_flips(n)
    assert most == MOST[n], most
