"""Descriptors, children, signals and sockets."""
import os
import select
import signal
import socket
import subprocess
import tempfile
import time

read, write = os.pipe()
print(os.get_inheritable(read), os.write(write, b"abc"), os.read(read, 10))
run = subprocess.run(["sh", "-c", "cat; echo oops >&2; exit 3"], input=b"in", capture_output=True)
print(run.returncode, run.stdout, run.stderr)
for kwargs in {"args": ["/nowhere/program"]}, {"args": ["ls"], "cwd": "/nowhere"}:
    try:
        subprocess.run(**kwargs)
    except OSError as error:
        print(error)
print(subprocess.run(["sh", "-c", f"echo x >&{write}"], pass_fds=[write]).returncode, os.read(read, 10))
print(subprocess.run(["sh", "-c", f"(echo x >&{write}) 2>/dev/null"]).returncode != 0)
child = subprocess.Popen(["sleep", "60"])
child.terminate()
print(child.wait())

# A file that Java opened is given to a child with its position.
with tempfile.TemporaryFile() as file:
    file.write(b"one\ntwo\n")
    file.seek(4)
    print(subprocess.run(["cat"], stdin=file, capture_output=True).stdout, file.tell())


class Rang(Exception):
    pass


def ring(number, frame):
    raise Rang(number)


signal.signal(signal.SIGALRM, ring)
pair = socket.socketpair()
kept = []  # or the end of what is dropped would be what the signal finds
for wait in (
    lambda: os.read(read, 1),
    lambda: select.select([read], [], []),
    lambda: time.sleep(60),
    lambda: kept.append(subprocess.Popen(["sleep", "1"])) or os.waitpid(kept[0].pid, 0),
    lambda: pair[0].recv(1),
):
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        print(wait())
    except Rang as rang:
        print("rang", rang)
    signal.setitimer(signal.ITIMER_REAL, 0)
for end in pair:
    end.close()
caught = []
signal.signal(signal.SIGUSR1, lambda number, frame: caught.append(number))
os.kill(os.getpid(), signal.SIGUSR1)
print(caught == [signal.SIGUSR1])
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
os.kill(os.getpid(), signal.SIGUSR1)
print(len(caught), signal.sigpending() == {signal.SIGUSR1}, signal.sigwait([signal.SIGUSR1]) == signal.SIGUSR1)
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])

with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as one:
    other, address = server.accept()
    with other:
        print(address == one.getsockname(), one.send(b"hello"), other.recv(10))
        other.settimeout(0.01)
        try:
            other.recv(1)
        except TimeoutError as error:
            print(repr(error))
left, right = socket.socketpair()
socket.send_fds(left, [b"m"], [write])
message, numbers, flags, _ = socket.recv_fds(right, 10, 1)
os.write(numbers[0], b"through")
print(message, flags, os.read(read, 10))
left.close()
right.close()
os.putenv("KRAIT_TEST", "é")
os.system("echo \"$KRAIT_TEST\" >&%d" % os.dup2(write, 9))
print(os.read(read, 10), os.stat(write).st_mode == os.fstat(read).st_mode)
