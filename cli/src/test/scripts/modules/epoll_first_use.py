"""An epoll object is a descriptor from the beginning, whatever is done with it first."""

import errno
import fcntl
import os
import select
import selectors
import stat


def attempt(what, call):
    try:
        print(what, call())
    except (OSError, ValueError, TypeError) as error:
        print(what, type(error).__name__, errno.errorcode.get(getattr(error, "errno", None)))


def lowest():
    fd = os.open("/dev/null", os.O_RDONLY)
    os.close(fd)
    return fd


# Its number is taken at once, and free again when it is closed unused.
first = lowest()
unused = select.epoll()
print(unused.fileno() == first, lowest() > first, unused.closed)
unused.close()
print(lowest() == first, unused.closed)
attempt("closed", unused.fileno)
attempt("closed", lambda: unused.register(0))
unused.close()

for what, use in {
    "poll": lambda e: e.poll(0),
    "isatty": lambda e: os.isatty(e.fileno()),
    "fstat": lambda e: stat.S_IFMT(os.fstat(e.fileno()).st_mode),
    "inheritable": lambda e: os.get_inheritable(e.fileno()),
    "fcntl": lambda e: fcntl.fcntl(e.fileno(), fcntl.F_GETFD) == fcntl.FD_CLOEXEC,
    "ftruncate": lambda e: os.ftruncate(e.fileno(), 0),
    "unregister": lambda e: e.unregister(99999),
    "register itself": lambda e: e.register(e.fileno()),
    "modify": lambda e: e.modify(e.fileno(), select.EPOLLIN),
    "close by number": lambda e: os.close(e.fileno()),
    "with": lambda e: e.__enter__() is e,
    "sizehint": lambda e: select.epoll(0),
    "flags": lambda e: select.epoll(-1, 1),
}.items():
    it = select.epoll()
    attempt(what, lambda: use(it))
    if what != "close by number":
        it.close()

# Another number of one that nobody used is one for the same epoll.
it = select.epoll()
other = select.epoll.fromfd(os.dup(it.fileno()))
reader, writer = os.pipe()
it.register(reader, select.EPOLLIN)
os.write(writer, b"a")
print(other.poll(0) == [(reader, select.EPOLLIN)] == it.poll(1))
it.close()
print(other.poll(0) == [(reader, select.EPOLLIN)])
other.unregister(reader)
print(other.poll(0))
other.close()

# dup2 of an unused one, over a used one.
it, over = select.epoll(), select.epoll()
over.register(reader, select.EPOLLIN)
os.dup2(it.fileno(), over.fileno())
print(over.poll(0), it.poll(0))
over.register(reader, select.EPOLLIN)
print(it.poll(0) == [(reader, select.EPOLLIN)])
it.close(), over.close()

# One epoll within another.
inner, outer = select.epoll(), select.epoll()
outer.register(inner, select.EPOLLIN)
inner.register(reader, select.EPOLLIN)
print(outer.poll(0) == [(inner.fileno(), select.EPOLLIN)])
print(select.select([outer], [], [], 0) == ([outer], [], []))
inner.close(), outer.close()
with selectors.DefaultSelector() as selector:
    print(type(selector).__name__, selector.select(0))
    selector.register(reader, selectors.EVENT_READ, "data")
    print([(key.data, events) for key, events in selector.select(0)])
os.close(reader), os.close(writer)
print(lowest() == first)
