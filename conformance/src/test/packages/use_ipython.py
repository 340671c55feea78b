# packages: python3-ipython python3-traitlets python3-decorator python3-pexpect python3-ptyprocess python3-pickleshare python3-prompt-toolkit python3-wcwidth python3-jedi python3-parso python3-pygments python3-backcall python3-matplotlib-inline python3-stack-data python3-executing python3-asttokens python3-pure-eval python3-six python3-colorama python3-coverage python3-docopt
"""IPython's shell without a terminal; tracebacks with stack-data; coverage's lines and branches."""
import io
import os
import re
import sys
import tempfile
import traceback
import warnings

warnings.simplefilter("ignore")
home = tempfile.TemporaryDirectory()
os.environ["IPYTHONDIR"] = os.environ["HOME"] = home.name
import asttokens
import coverage
import executing
import stack_data
import traitlets
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

shell = InteractiveShell.instance(colors="NoColor", history_length=0, cache_size=100)
shell.history_manager.enabled = False


def cell(text):
    with capture_output() as got:
        result = shell.run_cell(text, store_history=False)
    print(repr(text), result.success, type(result.error_in_exec or result.error_before_exec).__name__, repr(result.result))
    print(re.sub(r"0x[0-9a-f]+|<ipython-input-[^>]*>|File [^\n]*", "X", got.stdout)[:700])


for text in ("x = 5", "x * 2", "[i for i in range(3)]", "def f(n):\n    y = n - 1\n    return 1 / y\nf(1)", "if x: print('yes')", "1 +", "%who_ls", "import math", "math.s", "await __import__('asyncio').sleep(0, 7)", "%%capture out\nprint('captured')", "out.stdout", "f?", "_"):
    cell(text)
print(shell.complete("math.sq")[1], shell.complete("x.bit_")[1], shell.complete("", "import o", 8)[1][:0])
print(shell.input_transformer_manager.transform_cell("%run a.py\n!ls\nx = ?\n"))


class Has(traitlets.HasTraits):
    n = traitlets.Int(1, min=0).tag(config=True)
    s = traitlets.Unicode("a")
    l = traitlets.List(traitlets.Int())

    @traitlets.observe("n")
    def changed(self, change):
        print("n", change["old"], change["new"])

    @traitlets.validate("s")
    def upper(self, proposal):
        return proposal["value"].upper()


h = Has(n=2, s="b")
h.n = 3
for name, value in (("n", -1), ("n", "x"), ("l", [1, "a"])):
    try:
        setattr(h, name, value)
    except traitlets.TraitError as error:
        print(error)
print(h.s, h.trait_names(config=True), h.traits()["n"].metadata)


def broken(data):
    total = 0
    for key, value in data.items():
        total += len(key) / value
    return total


def tell():
    try:
        broken({"a": 1, "bb": 0})
    except ZeroDivisionError as error:
        print(re.sub(r"File .*?, line", "File X, line", "".join(stack_data.Formatter(show_variables=True).format_exception(error)).replace(__file__, "X")))
        frame = error.__traceback__.tb_next.tb_frame
        node = executing.Source.executing(error.__traceback__.tb_next).node
        print(type(node).__name__ if node else None)


tell()
tokens = asttokens.ASTTokens("a = f(x, y=[1,\n 2]) + b", parse=True)
print([tokens.get_text(n) for n in __import__("ast").walk(tokens.tree) if tokens.get_text(n)])
CODE = '''
def f(x):
    if x > 3:
        return "large"
    for i in range(x):
        if i == 10:
            break
    else:
        x += 1
    return x

print(f(1), f(5))
try:
    raise ValueError
except KeyError:
    pass
except ValueError:
    y = [a for a in range(3) if a]
def never():  # pragma: no cover
    pass
lam = lambda: 5
'''
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "code.py")
    with open(path, "w") as out:
        out.write(CODE)
    cov = coverage.Coverage(branch=True, config_file=False, data_file=None)
    cov.start()
    exec(compile(CODE, path, "exec"), {})
    cov.stop()
    name, statements, excluded, missing, shown = cov.analysis2(path)
    print(os.path.basename(name), statements, excluded, missing, shown)
    text = io.StringIO()
    print(cov.report(file=text, show_missing=True))
    print(re.sub(r"\S*code.py|-+", "F", text.getvalue()))
