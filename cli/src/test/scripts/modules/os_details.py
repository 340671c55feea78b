"""Functions of posix and its neighbours: results and the words of their errors."""
import fcntl
import grp
import mmap
import os
import pwd
import resource
import signal
import socket
import tempfile
import termios

folder = tempfile.mkdtemp()
os.chdir(folder)


def show(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, str(error).replace(folder, "FOLDER"))


with open("file", "w") as file:
    file.write("12345")
os.symlink("file", "link")
os.mkdir("folder", 0o700)
os.link("file", "hard")
print(sorted(os.listdir()), os.readlink("link"), os.stat("file").st_nlink, oct(os.stat("folder").st_mode))
os.utime("file", ns=(1, 2_000_000_003))
status = os.stat("file")
print(status.st_atime_ns, status.st_mtime_ns, status.st_mtime, status.st_blocks)
print([(e.name, e.is_symlink(), e.is_dir(), e.stat().st_size) for e in sorted(os.scandir(), key=lambda e: e.name) if not e.is_dir()])
fd = os.open("folder", os.O_RDONLY)
print(os.listdir(fd), os.access("x", os.F_OK, dir_fd=fd))
os.mkdir("inner", dir_fd=fd)
print(os.listdir(fd), os.fpathconf(fd, "PC_NAME_MAX"))
show(os.rmdir, "folder")
show(os.rmdir, "file")
show(os.unlink, "folder")
show(os.rename, "no", "where")
show(os.stat, "a\0b")
show(os.stat, 1.5)
show(os.stat, b"no\xff")
show(os.listdir, "file")
show(os.chdir, 99)
show(os.open, "file/x", 0)
show(os.dup2, 99, 1)
show(os.chmod, "link", 0o600, follow_symlinks=False)
show(os.utime, fd, follow_symlinks=False)
show(os.putenv, "a=b", "c")
show(os.kill, 1, "x")
show(os.waitpid, 0, os.WNOHANG)
show(os.waitstatus_to_exitcode, 0x137F)
show(os.posix_spawn, "/no/program", ["a"], {})
show(os.execv, "/no/program", ["a"])
show(os.get_terminal_size, fd)
show(os.sched_setaffinity, 0, ["x"])
show(os.confstr, "no")
show(os.memfd_create, "name", -1)
r, w = os.pipe()
os.set_blocking(r, False)
show(os.read, r, 1)
print(os.get_blocking(r), os.get_blocking(w), os.get_inheritable(r), fcntl.fcntl(r, fcntl.F_GETFD))
print(os.writev(w, [b"ab", b"cd"]), os.readv(r, [room := bytearray(3)]), room)
with open("file", "r+b") as file, mmap.mmap(file.fileno(), 0) as view:
    print(view[1:3], view.find(b"4"), len(view))
    view[0] = 48
    show(view.resize, -1)
    view.flush()
    print(os.pread(file.fileno(), 2, 0), repr(view))
show(pwd.getpwnam, "no one")
show(grp.getgrgid, 2**40)
print(pwd.getpwuid(0).pw_name, grp.getgrgid(0).gr_name)
show(resource.setrlimit, 99, (1, 1))
show(resource.setrlimit, resource.RLIMIT_NOFILE, (10, 5))
show(termios.tcgetattr, r)
show(signal.signal, 99, signal.SIG_DFL)
show(signal.signal, signal.SIGKILL, signal.SIG_DFL)
show(signal.set_wakeup_fd, w)
with socket.socket() as one:
    show(one.bind, 1)
    show(one.bind, ("127.0.0.1", 99999))
    show(one.settimeout, -1)
    show(one.recv)
    show(one.sendto, b"x")
    show(socket.inet_pton, socket.AF_INET, "x")
    show(socket.getservbyname, "no such service")
name = os.fsdecode(b"odd\xff")
open(name, "w").close()
print(ascii(sorted(os.listdir())), os.listdir(b"folder"), os.path.exists(name))
os.chdir("/")
os.system("rm -r " + folder)
print([len(os.path.normpath(p)) for p in ("\U0001f1e8\U0001f1e6", "a/./\U0001f600/..//b", "\ud800/../c")])
