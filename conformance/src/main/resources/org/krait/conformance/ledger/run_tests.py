"""Runs the tests of one module of CPython's suite and says of each how it ended.

    run_tests.py MODULE RECORD

RECORD is a file of lines, to which one is added as each thing happens, so that whoever watches knows
which test was running when the process hung or died:

    plan    TEST    MARK          before the first test; MARK is "internal" or empty
    start   TEST
    end     OUTCOME TEST REASON
    done

Fields are parted by tabs. Tests that have an "end" when the process starts are left out: a run goes
on where another one stopped. Works with nothing but unittest, under any Python 3.12.
"""

import posix
import sys

# Taken now: tests replace what the modules hold.
_open, _write, _close, _getpid = posix.open, posix.write, posix.close, posix.getpid
_APPEND = posix.O_WRONLY | posix.O_APPEND | posix.O_CREAT

# A test that names one of these looks at the insides of CPython.
_INSIDES = frozenset({
    "_testcapi", "_testinternalcapi", "_testmultiphase", "_testsinglephase", "_testclinic",
    "_testbuffer", "_testimportmultiple", "getrefcount", "gettotalrefcount", "check_sizeof",
})
_LONGEST_REASON = 300


class Record:
    """The file of what happened."""

    def __init__(self, path):
        self.path = path
        self.process = _getpid()

    def ended(self):
        try:
            with open(self.path, encoding="utf-8") as lines:
                fields = [line.rstrip("\n").split("\t") for line in lines]
        except FileNotFoundError:
            return set()
        return {f[2] for f in fields if f[0] == "end" and len(f) > 2}

    def add(self, *fields):
        # A child that a test forked has nothing to say here.
        if _getpid() != self.process:
            return
        line = "\t".join(_plain(field) for field in fields) + "\n"
        file = _open(self.path, _APPEND, 0o644)
        try:
            _write(file, line.encode("ascii"))
        finally:
            _close(file)


def _plain(text):
    text = text.replace("\t", " ").replace("\r", " ").replace("\n", " ")
    return text.encode("ascii", "backslashreplace").decode("ascii")


def _reason(error):
    try:
        lines = str(error).strip().splitlines() or [""]
        if lines[0].startswith("Failed doctest test for"):
            lines = _doctest_reason(lines)
        text = lines[0]
    except BaseException as failure:
        text = "<str() raises %s>" % type(failure).__name__
    name = type(error).__qualname__
    return (name + ": " + text if text else name)[:_LONGEST_REASON]


def _doctest_reason(lines):
    """The first example that went wrong, on one line."""
    for number, line in enumerate(lines):
        if line.startswith("Failed example:"):
            rest = [part.strip() for part in lines[number + 1:number + 12] if part.strip()]
            return ["example: " + " | ".join(rest)]
    return lines


def _result(record, name_of):
    import unittest

    class Result(unittest.TestResult):
        """Records outcomes; a line is enough here, so no report with tracebacks is made."""

        def __init__(self):
            super().__init__()
            self.set_ups = []
            self.problem = None

        def startTest(self, test):
            self.problem = None
            self.testsRun += 1
            record.add("start", name_of(test))

        def stopTest(self, test):
            outcome, reason = self.problem or ("pass", "")
            record.add("end", outcome, name_of(test), reason)
            self.problem = None  # a test that is skipped as a whole has no start

        def note(self, test, outcome, reason):
            if isinstance(test, unittest.suite._ErrorHolder):
                fixture, _, place = test.description.partition(" ")
                place = place.strip("()")
                if fixture.startswith("setUp"):
                    self.set_ups.append((fixture, place, outcome, reason))
                elif outcome != "skip":
                    record.add("end", outcome, place + "." + fixture, reason)
            elif self.problem is None or (self.problem[0] == "skip" and outcome != "skip"):
                self.problem = outcome, reason

        def addError(self, test, err):
            self.note(test, "error", _reason(err[1]))

        def addFailure(self, test, err):
            self.note(test, "fail", _reason(err[1]))

        def addSkip(self, test, reason):
            # When a subtest skips, the test itself goes on.
            if not hasattr(test, "test_case"):
                self.note(test, "skip", str(reason)[:_LONGEST_REASON])

        def addSubTest(self, test, subtest, err):
            if err is not None:
                failed = issubclass(err[0], test.failureException)
                self.note(test, "fail" if failed else "error", _reason(err[1]))

        def addSuccess(self, test):
            pass

        def addExpectedFailure(self, test, err):
            pass

        def addUnexpectedSuccess(self, test):
            self.note(test, "fail", "unexpected success")

    return Result()


def _mark_impl_details():
    """Lets test.support's decorators leave a mark on what they say is CPython's own business."""
    from test import support
    impl_detail = support.impl_detail

    def marking(*args, **guards):
        decorator = impl_detail(*args, **guards)

        def decorate(test):
            if not guards or guards.get("cpython"):
                test._is_internal = True
            return decorator(test)

        return decorate

    support.impl_detail = marking


def _names_insides(code):
    if not _INSIDES.isdisjoint(code.co_names):
        return True
    for constant in code.co_consts:
        if isinstance(constant, str) and constant in _INSIDES:
            return True
        if hasattr(constant, "co_names") and _names_insides(constant):
            return True
    return False


def _is_internal(test):
    for cls in type(test).__mro__:
        if "_is_internal" in cls.__dict__:
            return True
    method = getattr(test, getattr(test, "_testMethodName", ""), None)
    while method is not None:
        if getattr(method, "_is_internal", False):
            return True
        code = getattr(method, "__code__", None)
        if code is not None and _names_insides(code):
            return True
        method = getattr(method, "__wrapped__", None)
    return False


def _flatten(suite):
    for test in suite._tests:
        if hasattr(test, "_tests"):
            yield from _flatten(test)
        else:
            yield test


def _leave_out(suite, is_done):
    kept = []
    for test in suite._tests:
        if hasattr(test, "_tests"):
            _leave_out(test, is_done)
            kept.append(test)
        elif not is_done(test):
            kept.append(test)
    suite._tests = kept


def _finish(record, set_ups, waiting):
    """Says of tests that never started whose fault that was."""
    for name in waiting:
        outcome, reason = "error", "did not run"
        for fixture, place, how, why in set_ups:
            if name.startswith(place + "."):
                outcome, reason = how, why if how == "skip" else fixture + ": " + why
                break
        record.add("end", outcome, name, reason)


def main(module, record_path):
    import unittest
    import warnings

    record = Record(record_path)
    done = record.ended()
    name = "test." + module
    try:
        _mark_impl_details()
        __import__(name)
        suite = unittest.TestLoader().loadTestsFromModule(sys.modules[name])
    except unittest.SkipTest as skip:
        record.add("end", "skip", name, str(skip)[:_LONGEST_REASON])
        record.add("done")
        return
    except BaseException as error:
        record.add("end", "error", name, _reason(error))
        record.add("done")
        return

    keys, seen = {}, {}
    for test in _flatten(suite):
        key = _plain(test.id()).replace(" ", "\\x20")
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            key += "#%d" % seen[key]
        keys[id(test)] = key
    everything = list(_flatten(suite))  # keeps them alive, so that id() stays theirs
    if not done:
        for test in everything:
            record.add("plan", keys[id(test)], "internal" if _is_internal(test) else "")

    result = _result(record, lambda test: keys.get(id(test)) or _plain(test.id()))
    _leave_out(suite, lambda test: keys[id(test)] in done)
    with warnings.catch_warnings():
        if not sys.warnoptions:
            warnings.simplefilter("default")
        suite.run(result)
    now_done = record.ended()
    _finish(record, result.set_ups, [key for key in keys.values() if key not in now_done])
    record.add("done")


if __name__ == "__main__":
    sys.path[0] = posix.getcwd()  # as `-m unittest` has it
    _module, _record = sys.argv[1:]
    sys.argv[1:] = []
    main(_module, _record)
