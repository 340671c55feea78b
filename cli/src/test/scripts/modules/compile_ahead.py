"""Files compiled one after the other, as compileall does: each is what it is when its turn comes."""
import os
import tempfile
import time
import warnings

with tempfile.TemporaryDirectory() as folder:
    def write(number, text):
        path = os.path.join(folder, f"m{number:02}.py")
        with open(path, "w") as file:
            file.write(text)
        return path

    paths = [write(n, f"x = {n}\ndef f(): return 'file {n}'\n") for n in range(14)]
    write(6, "def f(:\n")
    write(8, "x = 'a' is 'b'\n")
    write(9, "x = ~True\n")
    for number, path in enumerate(paths):
        time.sleep(0.02)
        if number == 10:
            write(11, "x = 'changed'\n")
        with open(path, "rb") as file:
            source = file.read()
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                code = compile(source, path, "exec", optimize=2 if number == 12 else 0)
                print(number, code.co_consts[0], os.path.basename(code.co_filename), [str(w.message) for w in caught])
            except SyntaxError as e:
                print(number, e.msg, os.path.basename(e.filename), e.lineno)
