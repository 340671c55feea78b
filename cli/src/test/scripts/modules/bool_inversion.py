"""``~True`` is computed by the compiler, which warns then as about its caller; an error is left for run time."""
import warnings

SOURCES = ("~True", "x = ~False", "x = ~(not 1)", "x = ~~True", "def f(): return ~True", "x = -True", "x = True; ~x")

for source in SOURCES:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        code = compile(source, "<source>", "exec")
        compiled = len(caught)
        exec(code)
    print(source, code.co_consts[:1] if "def" not in source else "", compiled, len(caught))
    print([(w.category.__name__, w.filename == "<source>", str(w.message)[:22]) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    code = compile("x = (~True, 5)[1]\n~False\n", "<source>", "exec")
    print(code.co_consts)
    try:
        exec(code)
    except DeprecationWarning as error:
        print(type(error), error.__traceback__.tb_next.tb_lineno)
