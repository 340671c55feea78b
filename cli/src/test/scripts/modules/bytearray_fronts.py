"""Bytes deleted at the front of a bytearray, behind views that nobody holds any more and one that somebody does."""
buffer = bytearray(b"0123456789" * 300)

with memoryview(buffer):
    try:
        del buffer[:3]
    except BufferError as error:
        print(error)

taken = []
for i in range(200):
    taken.append(bytes(memoryview(buffer)[:7]))
    del buffer[:7]
    buffer.extend(b"abc")
print(b"".join(taken)[-30:], len(buffer), bytes(buffer[-4:]))

del buffer[:]
buffer += b"xy"
print(buffer)
for change in (buffer.pop, lambda: buffer.pop(0), lambda: buffer.append(1), buffer.clear, lambda: buffer.__delitem__(1)):
    with memoryview(buffer):
        try:
            print(change())
        except BufferError as error:
            print(error)
print(buffer)
