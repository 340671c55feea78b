# Divisors that are zero now and then: what //, % and / of ints raise, where a handler waits for it and where none does.


def trace(e):
    found = []
    t = e.__traceback__
    while t is not None:
        found.append((t.tb_frame.f_code.co_name, t.tb_lineno - t.tb_frame.f_code.co_firstlineno))
        t = t.tb_next
    return found


def quotients(n):
    total = zeros = 0
    for i in range(n):
        try:
            total += n // (i % 4)
        except ZeroDivisionError as e:
            zeros += 1
            last = e
    return total, zeros, str(last), last.args, trace(last), last.__context__


def rests(n):
    total = zeros = 0
    for i in range(n):
        try:
            total += n % (2 - i % 5)
        except ZeroDivisionError as e:
            zeros += 1
            last = e
    return total, zeros, str(last), trace(last)


def fractions(n):
    total = 0.0
    messages = set()
    for i in range(n):
        try:
            total += 3 / (i % 8)
        except ArithmeticError as e:
            messages.add(str(e))
    return total, messages


def part(a, b):
    return a // b + a % b


def passed(n):
    total = 0
    for i in range(n):
        try:
            total += part(n, i & 3)
        except ZeroDivisionError as e:
            total -= 1
            last = e
    return total, str(last), trace(last)


def within(n):
    seen = set()
    for i in range(n):
        k = i % 3
        try:
            {}[k]
        except KeyError:
            try:
                i % k
            except ZeroDivisionError as e:
                seen.add((str(e), repr(e.__context__)))
    return seen


def least(n):
    # The quotient that fits no 64 bits.
    found = set()
    x = -(2**63)
    for i in range(n):
        d = i % 3 - 1
        try:
            found.add(x // d)
            found.add(x % d)
        except ZeroDivisionError:
            found.add(None)
    return sorted(found, key=str)


for n in (5, 3000, 3000, 3000):
    print(quotients(n), rests(n), fractions(n), passed(n), within(n), least(n))
