"""Variables whose names are no names of a shell reach a child that is Python, too."""
import os
import subprocess
import sys

code = "import os; print(sorted((n, v) for n, v in os.environb.items() if n.endswith(b'-') or b'KRAIT_H' in n))"
environment = {**os.environb, b"a.b-": b"1", b"\xff-": b"\xfe", b"1-": b"=", b"=c-": b"x=y"}
del environment[b"=c-"]
print(subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True).stdout)
print(subprocess.run(["env"], env={"a.b-": "1"}, capture_output=True, text=True).stdout)
