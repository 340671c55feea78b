"""What dump_traceback_later writes to a pipe comes there."""
import faulthandler
import fcntl
import os
import select

reader, writer = os.pipe()
# A pipe that the kernel knows, not only this process.
fcntl.fcntl(writer, fcntl.F_GETFL)
with os.fdopen(writer, "w") as file:
    faulthandler.dump_traceback_later(0.1, file=file)
    ready = select.select([reader], [], [], 20)[0]
    print(os.read(reader, 10000).decode().splitlines()[0] if ready else "nothing came")
    faulthandler.cancel_dump_traceback_later()
os.close(reader)
