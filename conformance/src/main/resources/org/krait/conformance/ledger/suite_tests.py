"""Runs the tests of one module of CPython's suite and says of each how it ended.

    main(MODULE, RECORD)

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

# C modules that show the insides of CPython to its own tests.
_INSIDE_MODULES = (
    "_testcapi", "_testinternalcapi", "_testmultiphase", "_testsinglephase", "_testclinic",
    "_testbuffer", "_testimportmultiple", "_xxtestfuzz", "xxlimited", "xxlimited_35",
)

# A test that names one of these looks there. EXTENSIONS is test_importlib's own word for the file of
# _testsinglephase, refleaks that of doctests about leaked references. CollectObjectIDs tells equal numbers apart by
# their ids, where the language lets any two values of an immutable type be one object.
_INSIDES = frozenset(_INSIDE_MODULES) | {
    "pythonapi", "_testcpp11ext", "_testcpp03ext", "EXTENSIONS",
    "getrefcount", "gettotalrefcount", "check_sizeof", "refleaks", "CollectObjectIDs",
}

# What a class runs before and after each of its tests.
_FIXTURES = ("setUp", "asyncSetUp", "setUpClass", "tearDown", "asyncTearDown", "tearDownClass")

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


class Insides:
    """Says which tests look at the insides of CPython, by what they name.

    A test does when its code or its decorators name something of _INSIDES, or something that its module
    has from such a module or made by calling that; or when a decorator or a fixture of its class does, or a function of its class
    or module that it names. So does every test of a module that is skipped as a whole where there is no
    such module, and a doctest that takes ids of objects that nobody keeps.
    """

    def __init__(self, module):
        self.sources = {}
        self.lent = set()
        owners = [sys.modules[name] for name in _INSIDE_MODULES if name in sys.modules]
        owners += [value for value in vars(module).values() if type(value).__name__ == "PyDLL"]
        for owner in owners:
            self.lent.add(id(owner))
            # Numbers, such as the limits of C's types, are no insides.
            self.lent.update(id(value) for name, value in vars(owner).items()
                             if callable(value) and not name.startswith("__"))

    def seen_by(self, test):
        cls = type(test)
        method = getattr(test, "_testMethodName", "")
        if test.id().rpartition(".")[2] in _INSIDES:
            return True
        examples = getattr(getattr(test, "_dt_test", None), "examples", ())
        if any(self.numbers_the_dead(example.source) for example in examples):
            return True
        for base in cls.__mro__:
            if "_is_internal" in base.__dict__:
                return True
            space = getattr(sys.modules.get(base.__module__), "__dict__", {})
            needs = self.source(base.__module__)
            for name in needs["", ""] | needs[base.__name__, ""] | needs[base.__name__, method]:
                if name in _INSIDES or id(space.get(name)) in self.lent:
                    return True
        seen = set()
        return any(self.in_function(getattr(cls, name, None), cls, seen)
                   for name in _FIXTURES + (method,))

    @staticmethod
    def numbers_the_dead(source):
        """Whether an example takes the id of each object that a generator expression makes and nobody
        keeps, `map(id, (EXPRESSION for …))`: the language says nothing of the ids of objects that are gone,
        CPython's memory does."""
        import ast
        try:
            calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
        except SyntaxError:  # there are examples of those
            return False
        return any(
            [name.id for name in [call.func, *call.args[:1]] if isinstance(name, ast.Name)]
            == ["map", "id"] and len(call.args) == 2 and isinstance(call.args[1], ast.GeneratorExp)
            and isinstance(call.args[1].elt, (ast.Tuple, ast.List, ast.Dict, ast.Set, ast.BinOp))
            for call in calls)

    def source(self, name):
        """What decorators name, by class and method, and what the module cannot do without."""
        known = self.sources.get(name)
        if known is None or known[1] not in (None, len(self.lent)):
            known = self.sources[name] = self.read(sys.modules.get(name))
        return known[0]

    def read(self, module):
        """Names by class and method, and, where the module need not be read, for how many lent objects that holds."""
        import collections
        import inspect
        found = collections.defaultdict(set)
        try:
            text = inspect.getsource(module)
        except (OSError, TypeError):
            return found, None
        space = vars(module)
        # Most modules neither name the insides nor have anything from there: their trees would say nothing.
        if not (any(word in text for word in _INSIDES)
                or any(id(value) in self.lent for value in space.values())):
            return found, len(self.lent)
        import ast
        try:
            tree = ast.parse(text)
        except SyntaxError:
            return found, None
        for node in ast.walk(tree):
            if (isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
                    and isinstance(node.value.func, ast.Name)
                    and id(space.get(node.value.func.id)) in self.lent):
                made = [space.get(target.id) for target in node.targets
                        if isinstance(target, ast.Name)]
                self.lent.update(id(value) for value in made
                                 if not isinstance(value, (type(None), int, float, str)))

        def decorators(node):
            return {name.id for decorator in node.decorator_list for name in ast.walk(decorator)
                    if isinstance(name, ast.Name)}

        for statement in tree.body:
            if isinstance(statement, ast.ClassDef):
                found[statement.name, ""] = decorators(statement)
                for method in statement.body:
                    if isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)):
                        found[statement.name, method.name] = decorators(method)
            elif isinstance(statement, (ast.Assign, ast.Expr)):
                # import_helper.import_module("_testcapi") skips the module.
                found["", ""].update(
                    call.args[0].value for call in ast.walk(statement)
                    if isinstance(call, ast.Call) and call.args
                    and isinstance(call.args[0], ast.Constant)
                    and ast.unparse(call.func).endswith("import_module"))
        return found, None

    def in_function(self, function, cls, seen):
        while function is not None:
            if getattr(function, "_is_internal", False):
                return True
            code = getattr(function, "__code__", None)
            if code is not None and code not in seen:
                seen.add(code)
                if self.in_code(code, function.__globals__, cls, seen):
                    return True
            function = getattr(function, "__wrapped__", None)
        return False

    def in_code(self, code, space, cls, seen):
        for name in code.co_names:
            if name in _INSIDES or self.is_inside(space.get(name), space, cls, seen):
                return True
            if self.is_inside(getattr(cls, name, None), space, cls, seen):
                return True
        for constant in code.co_consts:
            if isinstance(constant, str) and constant in _INSIDES:
                return True
            if hasattr(constant, "co_names") and self.in_code(constant, space, cls, seen):
                return True
        return False

    def is_inside(self, value, space, cls, seen):
        if id(value) in self.lent:
            return True
        # Of other modules only what they lend: test.support looks at the insides for its own purposes.
        is_own = getattr(value, "__module__", None) in (space["__name__"], cls.__module__)
        return is_own and self.in_function(value, cls, seen)


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
        insides = Insides(sys.modules[name])
        for test in everything:
            record.add("plan", keys[id(test)], "internal" if insides.seen_by(test) else "")

    result = _result(record, lambda test: keys.get(id(test)) or _plain(test.id()))
    _leave_out(suite, lambda test: keys[id(test)] in done)
    with warnings.catch_warnings():
        if not sys.warnoptions:
            warnings.simplefilter("default")
        suite.run(result)
    now_done = record.ended()
    _finish(record, result.set_ups, [key for key in keys.values() if key not in now_done])
    record.add("done")

