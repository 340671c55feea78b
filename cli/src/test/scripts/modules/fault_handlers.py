"""faulthandler: stacks shown for signals that a program asks for, and before it dies of one."""
import faulthandler
import os
import re
import signal
import subprocess
import sys
import tempfile


def run(code):
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    print(ended.returncode, re.sub("0x[0-9a-f]+", "0x…", ended.stdout + ended.stderr))


def inner():
    os.kill(os.getpid(), signal.SIGUSR1)


with tempfile.TemporaryFile("w+") as file:
    print(faulthandler.register(signal.SIGUSR1, file, all_threads=False))
    inner()
    print(faulthandler.unregister(signal.SIGUSR1), faulthandler.unregister(signal.SIGUSR1))
    file.seek(0)
    print(re.sub(r'File ".*"', "File", "".join(file.readlines()[:3])), end="")

    called = []
    before = signal.signal(signal.SIGUSR2, lambda number, frame: called.append(number))
    faulthandler.register(signal.SIGUSR2, file, all_threads=False, chain=True)
    os.kill(os.getpid(), signal.SIGUSR2)
    faulthandler.register(signal.SIGUSR2, file, all_threads=False)
    os.kill(os.getpid(), signal.SIGUSR2)
    print(called)
    faulthandler.unregister(signal.SIGUSR2)
    signal.signal(signal.SIGUSR2, before)
    file.seek(0)
    print(file.read().count("Stack (most recent call first):"))

for number in (0, -1, 65, signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL):
    try:
        faulthandler.register(number, 2)
    except Exception as error:
        print(type(error).__name__, error)

run("""
import faulthandler, gc, signal, sys, resource
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
sys.stdlib_module_names = frozenset(sys.modules) - {"faulthandler"}
faulthandler.enable()
class Dropped:
    def __del__(self):
        signal.raise_signal(signal.SIGBUS)
gc.collect()
dropped = Dropped()
dropped.me = dropped
del dropped
gc.collect()
""")
run("""
import faulthandler, os, resource
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
faulthandler.enable(all_threads=False)
def """ + "x" * 505 + """():
    os.abort()
""" + "x" * 505 + "()")
run("""
import faulthandler, resource
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
faulthandler._sigsegv()
""")
