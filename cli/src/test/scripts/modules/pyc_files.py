# The very bytes of .pyc files, and what becomes of them when their source changes.
import binascii
import importlib.util
import marshal
import os
import py_compile
import sys
import tempfile

SOURCE = '''"""A module."""
NUMBERS = (1, 2.5, "text", b"bytes", None, ...)

class Pair:
    def __init__(self, left, *rest, key="é"):
        self.left = left
        self.rest = lambda: [item for item in rest if item in {"a", "b"}]

def twice(x):
    return x * 2, "text"
'''

folder = tempfile.mkdtemp()
source = os.path.join(folder, "pair.py")
with open(source, "w", encoding="utf-8") as file:
    file.write(SOURCE)
os.utime(source, (1_700_000_000, 1_700_000_000))

for mode in py_compile.PycInvalidationMode:
    target = py_compile.compile(source, dfile="pair.py", invalidation_mode=mode)
    with open(target, "rb") as file:
        data = file.read()
    print(mode.name, len(data), data[:16].hex(), binascii.crc32(data))
    print(os.path.relpath(target, folder), oct(os.stat(target).st_mode))

code = marshal.loads(data[16:])
print(code.co_filename, code.co_names)

# An unchecked hash holds whatever the source says.
sys.path.insert(0, folder)
with open(source, "w") as file:
    file.write("twice = None\n")
import pair
print(pair.twice is None, pair.__cached__ == importlib.util.cache_from_source(source))
