"""The end of a socket matters while it is open: closed, detached, closed by a class's own __del__, opened again."""

import _socket
import gc
import socket
import sys
import threading
import warnings
import weakref

warnings.showwarning = lambda message, category, *rest: print(category.__name__, str(message)[:15])
warnings.simplefilter("always")


def end(name):
    gc.collect()
    print(name)


one, other = socket.socketpair()
seen = weakref.ref(one)
del one
end("dropped")
print(seen() is None, other.recv(1))
other.close()
other.close()
seen = weakref.ref(other)
del other
end("closed")
print(seen() is None)


class Own(socket.socket):
    def __del__(self):
        print("own", self.fileno() >= 0)
        self.close()


for closes in (False, True):
    own = Own()
    if closes:
        own.close()
    del own
    end("own")

plain = _socket.socket()
number = plain.detach()
print(plain.fileno(), gc.is_finalized(plain))
del plain
end("detached")
again = _socket.socket(fileno=number)
print(again.fileno() == number)
again.close()
again.__init__()
del again
end("opened again")
shown = _socket.socket()
shown.__del__()
print(shown.fileno())
del shown
end("ended by hand")

one, other = socket.socketpair()
thread = threading.Thread(target=one.close)
thread.start()
thread.join()
print(other.recv(1))
del one, other
end("closed by a thread")

pairs = [socket.socketpair() for _ in range(100)]
for one, other in pairs:
    one.close()
del one, other
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    pairs.clear()
    gc.collect()
print(len(caught), {str(w.message)[:8] for w in caught})
warnings.simplefilter("error")
sys.unraisablehook = lambda it: print("unraisable", type(it.exc_value).__name__)
lost = socket.socket()
del lost
end("an error at the end")
