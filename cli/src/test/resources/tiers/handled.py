"""The exception that is being handled is known to whoever asks, though nobody does in the usual case."""

import sys


def show(error):
    return type(error).__name__ + repr(error.args) if error is not None else "None"


def plain(i):
    try:
        if i & 1:
            raise ValueError
        return 1
    except ValueError:
        return 2


def current():
    return show(sys.exception())


def asks(i):
    try:
        raise ValueError(i)
    except ValueError:
        return current()


def nested(i):
    seen = []
    try:
        raise KeyError(i)
    except KeyError:
        seen.append(current())
        try:
            raise IndexError(i)
        except IndexError:
            if i % 7 == 0:
                seen.append(current())
        seen.append(current())
    seen.append(current())
    return seen


def context(i):
    try:
        try:
            raise ValueError(i)
        except ValueError:
            raise KeyError(i)
    except KeyError as error:
        return show(error.__context__) + show(error.__context__.__context__)


def native(i, items):
    try:
        try:
            raise ValueError(i)
        except ValueError:
            items[i + 10]
    except IndexError as error:
        first = show(error.__context__)
    try:
        try:
            raise ValueError(i)
        except ValueError:
            int("x")
    except ValueError as error:
        return first + show(error.__context__)


def bare(i):
    try:
        try:
            raise ValueError(i)
        except ValueError:
            if i & 1:
                raise
            return "no"
    except ValueError as error:
        return show(error) + show(error.__context__)


def either(i, shared):
    """Not every exception before a raise was made for it."""
    try:
        raise (ValueError(i) if i & 1 else shared)
    except ValueError as error:
        return show(error.__context__)


def circle(i):
    inner = KeyError(i)
    try:
        try:
            raise inner
        except KeyError:
            try:
                raise ValueError(i)
            except ValueError:
                raise inner
    except KeyError as error:
        return show(error.__context__) + show(error.__context__.__context__)


def many(i):
    try:
        if i % 3 == 0:
            raise ValueError(i)
        if i % 3 == 1:
            {}[i]
        [].pop()
    except (ValueError, KeyError) as error:
        return error.args[0]
    except (OSError, IndexError):
        return -1


def late(i):
    """The frame in a traceback has the variables that it had at last."""
    kept = None
    try:
        raise ValueError(i)
    except ValueError as error:
        kept = error
    after = i + 1
    return kept, after


def generator(n):
    for i in range(n):
        try:
            raise ValueError(i)
        except ValueError:
            yield current()
            yield show(sys.exception())
        yield current()


def overflow(i, n):
    """Left in the midst of a handler."""
    total = n
    try:
        raise ValueError(i)
    except ValueError:
        total += i
        return total, current()


def loop(n):
    count = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                raise KeyError(i)
            count += 2
        except KeyError:
            count += 1
            if i == n - 3:
                return count, current(), sys._getframe().f_locals["i"]
    return count


def main(n):
    shared = ValueError("shared")
    digest = 0
    for i in range(n):
        text = [
            plain(i), asks(i), nested(i), context(i), native(i, [1, 2]), bare(i), either(i, shared), circle(i), many(i),
            overflow(i, 1), current(),
        ]
        digest = (digest * 31 + sum(map(ord, repr(text)))) % 1000003
        error, after = late(i)
        frame = error.__traceback__.tb_frame
        assert frame.f_locals["after"] == after and frame.f_locals["i"] == i, frame.f_locals
        assert error.__traceback__.tb_lineno == late.__code__.co_firstlineno + 4
    print(text, digest)
    print(list(generator(3)), list(generator(n))[-3:])
    print(overflow(n, 2**63 - 1), overflow(1, 1.5))
    print(loop(n), loop(n + 1), loop(n + 2))


main(2500)
main(2501)
