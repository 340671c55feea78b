"""Contexts of exceptions, throw(), tracebacks of imports."""
import os
import sys
import tempfile
import traceback
import types


def during(action):
    try:
        try:
            raise KeyError("first")
        except KeyError:
            action()
    except Exception as e:
        print(repr(e), repr(e.__context__), e.__suppress_context__)


during(lambda: 1 / 0)
during(lambda: {}[2])
during(lambda: int("x"))
during(lambda: None.nothing)
during(lambda: open("no/such/file"))
during(lambda: b"\xff".decode())
during(lambda: next(iter(())))
during(lambda: [].pop())


def reraised():
    try:
        raise ExceptionGroup("eg", [TypeError(1), ValueError(2), OSError(3)])
    except* TypeError:
        raise
    except* ValueError:
        raise


try:
    reraised()
except ExceptionGroup as e:
    print(repr(e), repr(e.__context__))


def handling():
    try:
        raise KeyError("a")
    except Exception:
        try:
            yield
        except Exception as e:
            print(repr(e), repr(e.__context__))
            yield "b"


gen = handling()
next(gen)
print(gen.throw(ValueError))


class NoInstance(Exception):
    def __new__(cls, *args):
        return cls


def caught():
    try:
        yield
    except TypeError as e:
        print(e)
        yield "caught"


gen = caught()
next(gen)
print(gen.throw(NoInstance))


def names(frame):
    found = []
    while frame is not None and frame.f_code.co_name != "names_of_frames":
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


def inner():
    try:
        yield
    except ValueError:
        print(names(sys._getframe()))
        yield


def outer():
    yield from inner()


def names_of_frames():
    gen = outer()
    print(gen.gi_frame.f_back)
    next(gen)
    gen.throw(ValueError)


names_of_frames()


async def finished():
    raise KeyError


coroutine = finished()
try:
    coroutine.send(None)
except KeyError:
    pass
try:
    coroutine.throw(ValueError)
except Exception as e:
    print(repr(e))

print(types.TracebackType(None, sys._getframe(), 1, 3).tb_lasti)

with tempfile.TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    sys.dont_write_bytecode, before = True, sys.dont_write_bytecode
    for name, text in ("fails", "1/0\n"), ("importing", "import fails\n"), ("bad", "def f(:\n"):
        with open(os.path.join(folder, name + ".py"), "w") as file:
            file.write(text)
    for name in "fails", "importing", "bad", "missing_module":
        try:
            __import__(name)
        except Exception as e:
            print(name, [entry.name for entry in traceback.extract_tb(e.__traceback__)])
    sys.dont_write_bytecode = before
    del sys.path[0]
