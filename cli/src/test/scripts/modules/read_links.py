"""Where links lead, before and after the C library is called, in a process of its own."""
import subprocess
import sys

TEXT = r'''
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    os.mkdir("dir")
    targets = ["dir", "a//b/../c/", "dir/.", "é/\u0416", b"caf\xe9", "x" * 300, " "]
    for at, target in enumerate(targets):
        os.symlink(target, os.fsencode(f"link{at}") if isinstance(target, bytes) else f"link{at}")

    def show():
        for at in range(len(targets)):
            print(ascii(os.readlink(f"link{at}")), os.readlink(os.fsencode(f"./link{at}"))[:20])
        for name in ("dir", "missing", "dir/missing", "link0/", "link0/x", "y" * 300, b"dir"):
            try:
                print(os.readlink(name))
            except OSError as error:
                print(type(error).__name__, error.errno, error.strerror, ascii(error.filename)[:20])
        print(os.path.realpath("link0") == os.path.join(os.path.realpath("."), "dir"))

    show()
    os.kill(os.getpid(), 0)
    show()
    os.chdir("/")
'''

print(subprocess.run([sys.executable, "-c", TEXT], capture_output=True, text=True, encoding="utf-8").stdout, end="")
