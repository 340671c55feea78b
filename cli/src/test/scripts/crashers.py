"""What CPython's Lib/test/crashers crash it with, by their names, in our own words."""
import gc, re, signal, sys, threading, types, weakref


def attempt(name, function):
    try:
        print(name, "->", function())
    except BaseException as e:
        print(name, "->", type(e).__name__, e)


def bogus_code_obj():
    exec(types.CodeType(0, 0, 0, 0, 0, 0, b"\4\0\x71\0", (), (), (), "", "", "", 1, b"", b""))


def gc_inspection():
    found = []
    def items():
        marker = object()
        yield marker
        found.extend(x for x in gc.get_referrers(marker) if type(x) is tuple)
    tuple(items())
    return found  # a tuple that is being made is nobody's


def mutation_inside_cyclegc():
    kept = []
    for i in range(3):
        items = [str(i)]
        class Node: pass
        node = Node()
        node.itself = node
        kept.append(weakref.ref(node, lambda dead: items.clear()))
        del node
        for _ in range(50):
            kept.append(items[:])
            gc.collect()
            if not items:
                break
    return all(type(x) in (list, weakref.ref) for x in kept)


def recursive_call():
    """With a limit that no stack bears, in a thread of a small stack so that it does not take long."""
    outcome = []
    def run():
        call = lambda it: it(it)
        try:
            call(call)
        except RecursionError as e:
            outcome.append(type(e).__name__)
    old = sys.getrecursionlimit(), threading.stack_size(1 << 20)
    sys.setrecursionlimit(1 << 30)
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    sys.setrecursionlimit(old[0])
    threading.stack_size(old[1])
    return outcome


def trace_at_recursion_limit():
    def called(): pass
    def trace(*args):
        try: called()
        except: pass
        return trace
    def deeper(): deeper()
    sys.settrace(trace)
    try:
        deeper()
    finally:
        sys.settrace(None)


def underlying_dict():
    marker = object()
    class A:
        def f(self): return "f"
        value = marker
    a = A()
    for _ in range(10): a.f()
    for holder in gc.get_referrers(marker):
        if type(holder) is dict and "__module__" in holder:
            holder["f"] = lambda self: "g"
    return a.f() in ("f", "g")


def infinite_loop_re():
    class Late(Exception): pass
    def late(*args): raise Late("the signal got through")
    signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    tag = re.compile(r"<\w+\s*(\s*([a-z_][-:.\w]*)(\s*=\s*(\"[^\"]*\"|[-\w][\-\w=]*(?=[\s>])))?)*\s*/?\s*(?=[<>])")
    tag.match('<table cellspacing="0" cellpadding="0" style="border-collapse')
    tag.match("<" + "a" * 60)


for crasher in (bogus_code_obj, gc_inspection, mutation_inside_cyclegc, recursive_call,
                trace_at_recursion_limit, underlying_dict, infinite_loop_re):
    attempt(crasher.__name__, crasher)
