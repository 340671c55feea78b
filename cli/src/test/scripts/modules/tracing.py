"""sys.settrace, sys.setprofile and sys.monitoring tell the events that CPython tells."""
import sys
import warnings

warnings.simplefilter("ignore")

E = sys.monitoring.events
M = sys.monitoring


def helper(x):
    return x


def generate():
    yield 1
    return 2


def subject(b):
    x = helper(1) if b else helper(2)
    for i in range(2): helper(i)
    for i in range(2):
        helper(i)
    z = [helper(k) for k in range(2)]
    while b: b = helper(0)
    for k in generate():
        pass
    try:
        helper(1); raise ValueError
    except ValueError: abs(-1)
    try:
        try: x.missing
        except AttributeError: raise
    except AttributeError as e: str(e)
    return x


CODES = {f.__code__: f.__name__ for f in (subject, generate, helper)}


def watch(event, name):
    told = []

    def callback(code, *rest):
        if code in CODES:
            told.append((CODES[code],) + tuple(shown(r) for r in rest))

    def shown(value):
        return value if isinstance(value, int) else getattr(value, "__name__", type(value).__name__)

    M.use_tool_id(3, "test")
    M.register_callback(3, event, callback)
    M.set_events(3, event)
    subject(1)
    M.set_events(3, 0)
    M.register_callback(3, event, None)
    M.free_tool_id(3)
    print(name, told)


for name in sorted(vars(E), key=vars(E).get):
    if name not in ("NO_EVENTS", "C_RETURN", "C_RAISE", "STOP_ITERATION"):
        watch(vars(E)[name], name)


def trace(frame, event, arg):
    if frame.f_code in CODES:
        print(CODES[frame.f_code], event, frame.f_lineno - frame.f_code.co_firstlineno, type(arg).__name__)
    return trace


sys.settrace(trace)
subject(1)
sys.settrace(None)


def profile(frame, event, arg):
    if frame.f_code in CODES:
        print(CODES[frame.f_code], event, getattr(arg, "__name__", arg))


sys.setprofile(profile)
subject(0)
sys.setprofile(None)


def jumper(line):
    out = []
    out.append(1)
    for i in "ab":
        out.append(i)
    try:
        out.append(2)
    except KeyError:
        out.append(3)
    out.append(4)
    return out


def jump(source, target):
    jumped = []

    def tracer(frame, event, arg):
        if frame.f_code is jumper.__code__ and event == "line":
            first = frame.f_code.co_firstlineno
            if frame.f_lineno - first == source and not jumped:
                jumped.append(1)
                frame.f_lineno = first + target
                return None
        return tracer

    sys.settrace(tracer)
    try:
        print(source, target, jumper(0))
    except (ValueError, AttributeError) as e:
        print(source, target, str(e).replace(str(jumper.__code__.co_firstlineno + target), "LINE"))
    finally:
        sys.settrace(None)


for source in range(1, 11):
    for target in (-1, 2, 4, 6, 8, 9, 10, 20):
        jump(source, target)


def locals_written():
    x = 1
    def local(frame, event, arg):
        if frame.f_code is inner.__code__ and event == "line":
            frame.f_locals["x"] = frame.f_locals.get("x", 0) + 10
        return local
    def inner():
        x = 1
        y = x
        return x, y
    sys.settrace(local)
    result = inner()
    sys.settrace(None)
    print(result)


locals_written()


async def asynchronous():
    yield 1


def spread(*args):
    return args


def more():
    spread(*(1, 2))
    sorted(*([2, 1],))
    step = asynchronous().asend(None)
    try:
        step.send(None)
    except StopIteration as stop:
        return stop.value


CODES = {more.__code__: "more", spread.__code__: "spread"}
M.use_tool_id(3, "test")
M.register_callback(3, E.CALL, lambda code, at, f, arg: code in CODES and print(CODES[code], f.__name__))
M.set_events(3, E.CALL)
more()
M.set_events(3, 0)
sys.settrace(lambda f, e, a: (lambda f, e, a: None) if f.f_code is asynchronous.__code__ else None)
print(more())
sys.settrace(None)
