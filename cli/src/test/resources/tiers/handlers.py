"""Exceptions that are raised and handled in hot code."""
import sys
import traceback


class Quiet:
    def __init__(self, *kinds):
        self.kinds = kinds
        self.seen = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.seen += 1
        return kind is not None and issubclass(kind, self.kinds)


class Refused(ValueError):
    def __init__(self, n):
        super().__init__("refused", n)
        self.n = n


def check(n):
    if n % 3 == 0:
        raise Refused(n)
    if n % 7 == 0:
        raise KeyError(n) from None
    return n * 1.5


def convert(text):
    try:
        return int(text)
    except ValueError:
        return None


def counts(limit):
    found = {"ok": 0, "refused": 0, "key": 0, "finally": 0}
    total = 0.0
    for i in range(limit):
        half = i // 2
        try:
            total += check(i)
        except Refused as error:
            found["refused"] += 1
            total += error.n / 2 + half
        except KeyError as error:
            found["key"] += 1
            total -= error.args[0]
        else:
            found["ok"] += 1
        finally:
            found["finally"] += 1
    return found, total, half


def nested(n):
    path = []
    for i in range(n):
        try:
            try:
                if i % 2:
                    raise IndexError(i)
                path.append(i)
            except IndexError as first:
                path.append(-i)
                if i % 5 == 0:
                    raise RuntimeError("again") from first
                if i % 3 == 0:
                    raise
        except RuntimeError as error:
            path.append((str(error), type(error.__cause__).__name__, sys.exception() is error))
        except IndexError as error:
            path.append(error.args)
        if sys.exception() is not None:
            path.append("left over")
    return path[-12:]


def suppressed(n):
    quiet = Quiet(KeyError, ZeroDivisionError)
    for i in range(n):
        with quiet:
            {}[i]
        with quiet as same:
            i / (i % 4)
            assert same is quiet
    try:
        with quiet:
            [].index(1)
    except ValueError as error:
        return quiet.seen, str(error)


def deep(n):
    if n == 0:
        raise LookupError("bottom")
    try:
        return deep(n - 1)
    finally:
        n += 1


def lines(n):
    place = None
    for i in range(n):
        try:
            value = i
            check(
                value * 3)
        except Refused as error:
            place = traceback.extract_tb(error.__traceback__)
            frame = error.__traceback__.tb_frame
            if frame.f_locals["i"] != i or frame.f_locals["value"] != i:
                return "wrong locals"
    return [(f.name, f.lineno, f.line) for f in place]


def generator(n):
    done = 0
    for i in range(n):
        try:
            got = yield i
            if got:
                done += 1
        except ValueError as error:
            done += error.args[0]
    return done


def unbound(n):
    seen = 0
    for i in range(n):
        try:
            if i % 2:
                there = i
                raise ValueError
            del there
        except UnboundLocalError:
            seen += 1
        except ValueError:
            pass
    return seen


def bad_clause(n):
    seen = 0
    for i in range(n):
        try:
            try:
                raise ValueError(i)
            except (KeyError, i):
                seen -= 1
        except TypeError as error:
            seen += 1
            text = str(error), type(error.__context__).__name__
    return seen, text


def late(n):
    """Overflow to big ints and changes of kind in handlers."""
    x = 1
    for i in range(n):
        try:
            x *= 3
            if x > 1 << 70:
                raise OverflowError(x)
        except OverflowError as error:
            x = float(error.args[0] >> 60) if i % 2 else 1
            x = int(x)
    return x


for _ in range(3):
    print(counts(3000))
    print(nested(400))
    print(suppressed(300))
    print([convert(t) for t in ["1", "x", "30"] * 200][-3:])
    for _ in range(60):
        try:
            deep(12)
        except LookupError as error:
            depth = len(traceback.extract_tb(error.__traceback__))
    print(depth)
    print(lines(300))
    g = generator(500)
    next(g)
    total = 0
    try:
        while True:
            total += g.throw(ValueError(2)) if total % 2 else g.send(total % 3)
    except StopIteration as stop:
        print(total, stop.value)
    print(unbound(300), bad_clause(200), late(2000))
