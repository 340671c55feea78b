"""All modules of the standard library that import under CPython do; a few are missing."""
import subprocess
import sys

MISSING = {
    "_ctypes", "ctypes", "nis", "ossaudiodev",
}
SHOWY = {"antigravity", "this", "idlelib"}

script = """
import importlib, sys, warnings
warnings.simplefilter("ignore")
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except ImportError as e:
        print(name, type(e).__name__, e)
"""
names = sorted(sys.stdlib_module_names - MISSING - SHOWY)
ended = subprocess.run([sys.executable, "-c", script, *names], stdout=subprocess.PIPE, text=True)
print(ended.returncode, ended.stdout, sep="\n", end="")
for name in sorted(MISSING):
    try:
        __import__(name)
    except ImportError as e:
        if "No module named" not in str(e):
            print(e)
