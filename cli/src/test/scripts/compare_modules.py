"""Runs each script of the folder modules and prints where its output is not the recorded one."""
import contextlib
import difflib
import io
import pathlib
import sys
import traceback
import warnings

HOOKS = ("stderr", "stdin", "excepthook", "unraisablehook", "displayhook")

folder = pathlib.Path(__file__).with_name("modules")
count = 0
for script in sorted(folder.glob("*.py")):
    printed = io.StringIO()
    # What a script sets for itself is not to reach the next one.
    hooks = {name: getattr(sys, name) for name in HOOKS}
    with contextlib.redirect_stdout(printed), warnings.catch_warnings():
        try:
            code = compile(script.read_text("utf-8"), script.name, "exec")
            exec(code, {"__name__": "__main__", "__file__": str(script)})
        except BaseException:
            printed.write(traceback.format_exc())
    for name, hook in hooks.items():
        setattr(sys, name, hook)
    expected = script.with_suffix(".expected").read_text("utf-8")
    for line in difflib.unified_diff(
        expected.splitlines(), printed.getvalue().splitlines(), script.name, "printed", lineterm="", n=1
    ):
        print(line)
    count += 1
print(count, "scripts")
