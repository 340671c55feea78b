"""A .pyc whose bytecode is not what its source says, and which runs all the same.

The cache is made with an unchecked hash: import loads it without a look at the source.
"""

import importlib.util
import marshal
import os
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    source = os.path.join(folder, "harmless.py")
    with open(source, "w") as file:
        file.write("print('this is what reviewers read')\n")
    code = compile("print('this is what runs')", source, "exec")
    cache = importlib.util.cache_from_source(source)
    os.makedirs(os.path.dirname(cache))
    with open(cache, "wb") as file:
        file.write(importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8))
        file.write(marshal.dumps(code))
    sys.path.insert(0, folder)
    import harmless
    print(os.path.basename(harmless.__cached__))
