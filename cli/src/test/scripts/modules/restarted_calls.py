# siginterrupt: whether a signal ends a call that waits. And a module whose file name no text has.
import gc
import importlib
import os
import signal
import sys
import tempfile
import threading
import time
import weakref

came = []


def handler(number, frame):
    came.append(time.monotonic())


class Dropped:
    pass


def drop():
    # What else comes up while the call waits does not end it either.
    dropped = Dropped()
    reference = weakref.ref(dropped, lambda reference: None)
    del dropped
    gc.collect()


def wait(interrupts):
    came.clear()
    before = signal.signal(signal.SIGALRM, handler)
    try:
        if interrupts is not None:
            signal.siginterrupt(signal.SIGALRM, interrupts)
        reader, writer = os.pipe()
        timer = threading.Timer(2, os.write, (writer, b'x'))
        timer.start()
        other = threading.Timer(0.9, drop)
        other.start()
        start = time.monotonic()
        signal.setitimer(signal.ITIMER_REAL, 0.6)
        data = os.read(reader, 1)
        end = time.monotonic()
        timer.join()
        other.join()
        os.close(reader)
        os.close(writer)
        return data, len(came), came[0] - start > 1.2, end - start > 1.2
    finally:
        signal.signal(signal.SIGALRM, before)


print(wait(None), wait(False), wait(True), wait(None))
signal.signal(signal.SIGALRM, signal.SIG_DFL)
for arguments in (0, True), (65, False), (signal.SIGKILL, True):
    try:
        signal.siginterrupt(*arguments)
    except (ValueError, OSError) as error:
        print(type(error).__name__, error)

with tempfile.TemporaryDirectory() as folder:
    name = 'no_text_\udcff'
    with open(os.path.join(folder, name + '.py'), 'w') as file:
        file.write('x = 1\n')
    sys.path.insert(0, folder)
    try:
        for _ in range(2):
            importlib.invalidate_caches()
            module = importlib.import_module(name)
            print(module.x, ascii(module.__name__), ascii(os.path.basename(module.__file__)),
                  module.__cached__ is not None)
            del sys.modules[name]
    finally:
        sys.path.remove(folder)
