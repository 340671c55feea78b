"""Generators dropped inside of try: those whose handlers name other exceptions end silently, all others are heard."""

import gc

log = []


class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append("del " + self.name)


def other(told):
    try:
        while True:
            yield told
    except IndexError:
        log.append("never")


def others(told):
    try:
        try:
            yield told
        except (KeyError, ValueError) as e:
            log.append(e)
        except OSError:
            log.append("never")
    except ZeroDivisionError:
        log.append("never")


def everything():
    try:
        yield 1
    except BaseException as e:
        log.append("everything " + type(e).__name__)
        raise


def exits():
    try:
        yield 1
    except (ValueError, GeneratorExit) as e:
        log.append("exits " + type(e).__name__)


def outer_exits():
    try:
        try:
            yield 1
        except ValueError:
            log.append("never")
    except GeneratorExit:
        log.append("outer")


def last():
    try:
        yield 1
    finally:
        log.append("finally")


def inner_last():
    try:
        try:
            yield 1
        except KeyError:
            log.append("never")
    finally:
        log.append("outer finally")


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        log.append("exit " + kind.__name__)


def managed():
    try:
        with Manager():
            yield 1
    except ValueError:
        log.append("never")


def bare():
    try:
        yield 1
    except:
        log.append("bare")


class Inner:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def close(self):
        log.append("inner closed")


def delegating():
    inner = Inner()
    try:
        yield from inner
    except ValueError:
        log.append("never")


class Named(GeneratorExit):
    pass


def named():
    try:
        yield 1
    except Named:
        log.append("never")


def shadowed():
    try:
        yield 1
    except ArithmeticError as e:
        log.append("shadowed " + type(e).__name__)


def not_classes():
    try:
        yield 1
    except numbers:
        log.append("never")


def looked_up():
    try:
        yield 1
    except getattr(Named, "__base__"):
        log.append("looked up")


def again():
    while True:
        try:
            yield 1
        except ValueError:
            yield 2
        else:
            try:
                yield 3
            finally:
                log.append("again")


def drop(made, steps=1):
    for _ in range(steps):
        next(made)
    del made
    gc.collect()


def main():
    for i in range(6):
        drop(other(Told("a")))
        drop(others(Told("b")))
        drop(others([Told("c")]))
        for make in (everything, exits, outer_exits, last, inner_last, managed, bare, delegating, named, shadowed, looked_up):
            drop(make())
        drop(again())
        drop(again(), 2)
        g = other(None)
        next(g)
        try:
            g.throw(KeyError("thrown"))
        except KeyError as e:
            log.append(str(e))
        g = other(None)
        next(g)
        g.close()
        try:
            next(g)
        except StopIteration:
            log.append("closed")
    gc.collect()
    print(sorted(log))
    log.clear()


main()
ArithmeticError = GeneratorExit
main()
numbers = ValueError
drop(not_classes())
print(log)
