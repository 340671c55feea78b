"""What is written of exceptions that nobody can catch, with and without a hook."""
import contextlib
import gc
import io
import re
import sys
import warnings


class Bad:
    def __init__(self, error):
        self.error = error

    def __del__(self):
        try:
            raise KeyError("before")
        except KeyError:
            self.error.add_note("not shown")
            raise self.error


class Static:
    @staticmethod
    def __del__():
        raise Unprintable


class Unprintable(Exception):
    def __str__(self):
        raise ValueError


class Nameless:
    def __call__(self):
        raise KeyError(3)

    def __repr__(self):
        raise ValueError


class Odd:
    __del__ = Nameless()


class Elsewhere(Exception):
    __module__ = "some.where"


async def unawaited():
    pass


def broken(coroutine):
    raise KeyError("broken")


def failing(args):
    raise ZeroDivisionError


def show(make):
    written = io.StringIO()
    with contextlib.redirect_stderr(written):
        thing = make()
        del thing
        gc.collect()
    text = re.sub(r"\n    .*", "", written.getvalue())
    print(re.sub(r'File ".*"', "File", re.sub("0x[0-9a-f]+", "0x", text)))


for make in (
    lambda: Bad(ValueError("v")),
    lambda: Bad(KeyError()),
    Static,
    Odd,
    lambda: Bad(SystemExit(3)),
    lambda: Bad(Elsewhere()),
    lambda: Bad(ExceptionGroup("g", [ValueError(1)])),
):
    show(make)
for hook in (failing, None, 5, lambda args: print(args.exc_type, args.err_msg)):
    sys.unraisablehook = hook
    show(Static)
del sys.unraisablehook
show(Static)
sys.unraisablehook = sys.__unraisablehook__

kept = warnings._warn_unawaited_coroutine
warnings._warn_unawaited_coroutine = broken
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    show(unawaited)
    print([str(warning.message) for warning in caught])
warnings._warn_unawaited_coroutine = kept
with warnings.catch_warnings():
    warnings.simplefilter("error")
    show(unawaited)
