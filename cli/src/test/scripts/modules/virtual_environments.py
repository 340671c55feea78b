# A virtual environment, with links and with copies, knows where it is and what it was made from.
import os
import subprocess
import sys
import tempfile
import venv

LOOK = """
import os, sys, sysconfig
place = sys.argv[1]
inside = lambda path: os.path.realpath(path).startswith(os.path.realpath(place))
print([inside(p) for p in (sys.prefix, sys.exec_prefix, os.path.dirname(sys.executable), sys.base_prefix, sys._base_executable)])
print(sysconfig.get_preferred_scheme("prefix"), inside(sysconfig.get_path("purelib")), inside(sysconfig.get_path("stdlib")))
print([os.path.relpath(p, place) for p in sys.path if inside(p)])
"""
with tempfile.TemporaryDirectory() as folder:
    folder = os.path.realpath(folder)
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONHOME"}
    for links in (True, False):
        place = os.path.join(folder, f"links-{links}")
        venv.EnvBuilder(symlinks=links).create(place)
        python = os.path.join(place, "bin", "python")
        print(links, os.path.islink(python))
        print(subprocess.run([python, "-c", LOOK, place], cwd="/", env=environment, check=True, capture_output=True, text=True).stdout)
