"""Generators and loops that go on in the midst of loops within loops."""


def pairs(n):
    for i in range(n):
        for j in range(i):
            if (i + j) % 3 == 0:
                yield i, j
            if j == 5:
                break
            i += 0
        else:
            yield -i, -1


def deep(rows):
    total = 0
    for row in rows:
        for cell in row:
            while cell > 0:
                cell -= 1
                if cell % 2:
                    continue
                total += (yield cell + total) or 0
            total -= 1
        yield total


def caught(rows):
    for row in rows:
        for cell in row:
            try:
                yield 10 // cell
            except ZeroDivisionError:
                yield -1
                continue
            except ValueError as error:
                yield error.args[0]
            yield cell


def delegated(n):
    for i in range(n):
        for j in range(2):
            got = yield from pairs(i)
            assert got is None


def middle(n):
    """A loop that grows hot within one that is entered but once."""
    total = 0
    i = 0
    while i < 3:
        for j in range(n):
            k = j
            while k % 4:
                k -= 1
                total += i
        total += 1
        i += 1
    return total


def main():
    for n in (3, 40, 41):
        print(n, sum(i * 7 + j for i, j in pairs(n)), list(pairs(5)))
        rows = [[j % 5 for j in range(i)] for i in range(n)]
        print(sum(deep(rows)), sum(abs(x - y) for p, q in zip(rows, rows[1:]) for x, y in zip(p, q)))
        sent = deep(rows)
        values = [next(sent)]
        for k in range(n):
            values.append(sent.send(k % 3))
        print(values[-3:], sum(values))
        walk = caught(rows)
        seen = []
        for k, value in enumerate(walk):
            seen.append(value)
            if k % 11 == 5 and value in (2, 3, 5, 10) and k < 2500:
                try:
                    seen.append(walk.throw(ValueError(k)))
                except ValueError as error:
                    seen.append(error.args[0] + 1)
            if len(seen) > 3000:
                break
        walk.close()
        print(len(seen), sum(seen), sum(1 for _ in delegated(n)))
        print(middle(n * 1000), {(i, j) for i in range(4) for j in range(i) for k in range(2) if k})


for _ in range(12):
    main()
