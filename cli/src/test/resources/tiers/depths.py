"""A handler in machine code leaves the depth of calls as it was, also where nothing is called."""
import threading

class Raw:
    def __init__(self):
        self.stack = []
        self.n = 0

    def read(self, n=None):
        try:
            return self.stack.pop(0)
        except:
            self.n += 1
            return b""

class Reader:
    def __init__(self):
        self.raw = Raw()
        self.lock = threading.Lock()
        self.buf = b""
        self.pos = 0

    def reset(self):
        self.buf = b""
        self.pos = 0

    def read(self, size=None):
        with self.lock:
            return self.unlocked(size)

    def unlocked(self, n=None):
        nodata = b""
        empty = (b"", None)
        buf = self.buf
        pos = self.pos
        avail = len(buf) - pos
        if n <= avail:
            self.pos += n
            return buf[pos:pos+n]
        chunks = [buf[pos:]]
        wanted = max(13, n)
        while avail < n:
            chunk = self.raw.read(wanted)
            if chunk in empty:
                nodata = chunk
                break
            avail += len(chunk)
            chunks.append(chunk)
        n = min(n, avail)
        out = b"".join(chunks)
        self.buf = out[n:]
        self.pos = 0
        return out[:n] if out else nodata

class Random(Reader):
    def read(self, size=None):
        return Reader.read(self, size)

def test(b):
    b.reset()
    b.read(1)

def reach(n):
    try:
        return reach(n + 1)
    except RecursionError:
        return n
b = Random()
before = reach(0)
for i in range(60):
    for k in range(100):
        test(b)
    if reach(0) != before:
        print("calls are lost", i, reach(0) - before)
        break
print(b.raw.n)
