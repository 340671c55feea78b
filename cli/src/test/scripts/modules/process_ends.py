"""What is due when a process object is dropped: a warning while it runs, nothing once it has been waited for; its pipes
end with it."""
import gc
import subprocess
import sys
import warnings
import weakref

warnings.simplefilter("always")
shown = []
warnings.showwarning = lambda message, category, *rest, **more: shown.append(
    "still running" if "is still running" in str(message) else str(message)[:13])


def start(text="pass", **options):
    return subprocess.Popen([sys.executable, "-c", text], **options)


# One that runs.
process = start("import sys; sys.stdin.read()", stdin=subprocess.PIPE)
stdin = process.stdin
process = None
gc.collect()
print(shown)
stdin.close()
shown.clear()

# One that has been waited for, with an open pipe that nobody else has.
process = start("print('text')", stdout=subprocess.PIPE)
print(process.wait())
process = None
gc.collect()
print(shown)
shown.clear()

# The same with the pipe read and closed.
process = start("print('text')", stdout=subprocess.PIPE)
print(process.communicate())
end = weakref.ref(process, lambda reference: shown.append("gone"))
process = None
gc.collect()
print(shown, end())
shown.clear()


class Mine(subprocess.Popen):
    """Has something to say at its end."""

    def __del__(self):
        shown.append("mine")
        super().__del__()


process = Mine([sys.executable, "-c", "pass"])
process.wait()
process = None
gc.collect()
print(shown)
shown.clear()


class Other:
    def __del__(self):
        shown.append("other")


process = start()
process.wait()
process.other = Other()
process = None
gc.collect()
print(shown)
shown.clear()

# A __del__ that a program puts in its place is called.
process = start()
process.wait()
original = subprocess.Popen.__del__
subprocess.Popen.__del__ = lambda self: shown.append("replaced")
process = None
gc.collect()
subprocess.Popen.__del__ = original
print(shown)
shown.clear()
for _ in range(3):
    subprocess.run([sys.executable, "-c", "pass"])
gc.collect()
print(shown)
