"""What raises audit events, and which: audit_everywhere.txt is what CPython prints.

Each operation is run by itself; of its events the names and the arguments are shown, with what differs
from run to run taken out. Usage: audit_everywhere.py FOLDER
"""
import array, gc, glob, io, marshal, mmap, os, pathlib, pickle, re, resource, shutil
import signal, socket, subprocess, sys, syslog, tempfile, threading, time, types, fcntl, runpy
import code, importlib, importlib.util, inspect, linecache, tokenize, traceback
import _symtable, _thread, zipfile, urllib.request, py_compile

folder = sys.argv[1]
os.chdir(folder)
log = None
depends = False  # on the machine, whether an operation succeeds


def hook(event, args):
    if log is not None:
        log.append((event, args))


def show(value):
    if isinstance(value, (list, dict)) and (len(value) > 5 or value and value is not sys.path):
        return type(value).__name__
    if isinstance(value, (tuple, list)):
        return "(" + ", ".join(map(show, value)) + ")"
    if isinstance(value, (str, bytes, int, float, type(None), type)):
        text = repr(value)
        if isinstance(value, int) and (abs(value) > 1 << 40 or value in (os.getpid(), os.getpgrp(), threading.get_ident())):
            return "number"
        text = re.sub(r"0x[0-9a-f]+", "0x", text.replace(folder, "FOLDER"))
        text = text.replace(__file__, "SCRIPT")
        text = re.sub(r"(pyc\.)\d+", r"\1N", re.sub(r"tmp\w{8}", "tmpN", text))
        return text if len(text) < 90 else type(value).__name__ + " of many"
    return type(value).__name__


def op(what, operation, *args):
    global log
    events = log = []
    try:
        result = operation(*args)
    except BaseException as e:
        result = e
    log = None
    shown = [name + "(" + ", ".join(map(show, args)) + ")" for name, args in events]
    failed = isinstance(result, BaseException) and not depends
    print(what + ":", "; ".join(shown) or "-", *["!"] * failed)
    return result


def f(a=1, *, b=2):
    return a

def g(): yield
async def co(): pass
async def ag(): yield
class C:
    __slots__ = "slot",
class D(C): pass
class E(C): pass

def set_(o, name, value): return lambda: setattr(o, name, value)
def get(o, name): return lambda: getattr(o, name)
def del_(o, name): return lambda: delattr(o, name)


def compiling():
    op("compile str", lambda: compile("1", "name", "eval"))
    op("compile bytes", lambda: compile(b"1", "name", "eval"))
    op("compile bytearray", lambda: compile(bytearray(b"1"), "name", "eval"))
    op("compile wrong", lambda: compile("1 +", "name", "eval"))
    import ast
    tree = ast.parse("1")
    op("compile tree", lambda: compile(tree, "name", "exec"))
    op("ast.parse", lambda: ast.parse("1"))
    op("literal_eval", lambda: ast.literal_eval("[1]"))
    op("eval", lambda: eval("1"))
    op("eval code", lambda: eval(f.__code__.replace(co_name="x")))
    op("exec", lambda: exec("1"))
    one = compile("1", "one", "exec")
    op("exec code", lambda: exec(one))
    op("exec closure", lambda: exec(one, {}, {}))
    op("symtable", lambda: sys.modules["_symtable"].symtable("1", "n", "exec"))
    op("interpret", lambda: code.InteractiveInterpreter().runsource("1"))
    op("code object", lambda: types.CodeType(0, 0, 0, 0, 1, 0, b"\x97\0\x79\0", (None,), (), (), "file", "name", "qual", 1, b"", b""))
    op("code.replace", lambda: one.replace(co_name="n"))
    op("function", lambda: types.FunctionType(one, {}))
    op("lambda", lambda: (lambda: 1))
    sys.breakpointhook = print
    op("breakpoint", lambda: breakpoint())
    op("id", lambda: id(None))
    op("marshal.dumps", lambda: marshal.dumps(1))
    op("marshal.loads", lambda: marshal.loads(b"N"))
    op("marshal.dump", lambda: marshal.dump(1, io.BytesIO()))
    op("marshal.load", lambda: marshal.load(io.BytesIO(b"N")))
    op("pickle", lambda: pickle.loads(b"cbuiltins\nint\n."))
    op("array", lambda: array.array("b", b"1"))
    op("array empty", lambda: array.array("d"))


def input_():
    old = sys.stdin, sys.stdout
    sys.stdin, out = io.StringIO("answer\n"), io.StringIO()
    sys.stdout = out
    try:
        result = []
        global log
        events = log = []
        try:
            input("prompt")
            try: input()
            except EOFError: pass
        finally:
            log = None
    finally:
        sys.stdin, sys.stdout = old
    print("input:", *[e + str(tuple(map(show, a))) for e, a in events])


def attributes():
    t = types.new_class("T", (C,))
    op("type name", set_(t, "__name__", "N"))
    op("type qualname", set_(t, "__qualname__", "N"))
    op("type module", set_(t, "__module__", "m"))
    op("type doc", set_(t, "__doc__", "m"))
    op("type bases", set_(t, "__bases__", (E,)))
    op("type abstract", set_(t, "__abstractmethods__", frozenset()))
    op("type params", set_(t, "__type_params__", ()))
    op("type annotations", set_(t, "__annotations__", {}))
    op("type any", set_(t, "x", 1))
    op("type del name", del_(t, "__name__"))
    op("builtin type name", set_(int, "__name__", "x"))
    op("class of object", set_(D(), "__class__", E))
    op("class of object, wrong", set_(D(), "__class__", 1))
    op("class of module", set_(types.ModuleType("m"), "__class__", type("M", (types.ModuleType,), {})))
    op("dict of object", set_(D(), "__dict__", {}))
    op("get dict", get(D(), "__dict__"))
    for name in ("__code__", "__defaults__", "__kwdefaults__", "__closure__", "__globals__", "__builtins__",
                 "__annotations__", "__name__", "__qualname__", "__doc__", "__module__", "__dict__", "__type_params__"):
        op("function get " + name, get(f, name))
        value = getattr(f, name)
        op("function set " + name, set_(f, name, value))
    for name in ("__defaults__", "__kwdefaults__", "__code__", "__annotations__"):
        op("function del " + name, del_(f, name))
    op("method code", get(inspect.Signature.from_callable, "__code__"))
    op("generator code", get(g(), "gi_code"))
    op("generator frame", get(g(), "gi_frame"))
    op("generator from", get(g(), "gi_yieldfrom"))
    op("generator name", set_(g(), "__name__", "n"))
    c = co()
    op("coroutine code", get(c, "cr_code"))
    op("coroutine frame", get(c, "cr_frame"))
    op("coroutine origin", get(c, "cr_origin"))
    c.close()
    op("async code", get(ag(), "ag_code"))
    op("async frame", get(ag(), "ag_frame"))
    frame = sys._getframe()
    for name in ("f_code", "f_globals", "f_builtins", "f_locals", "f_lineno", "f_lasti", "f_back", "f_trace", "f_trace_lines", "f_trace_opcodes"):
        op("frame " + name, get(frame, name))
    op("frame set trace", set_(frame, "f_trace", None))
    op("frame set lines", set_(frame, "f_trace_lines", True))
    try: 1 / 0
    except ZeroDivisionError as e: tb = e.__traceback__
    for name in ("tb_frame", "tb_next", "tb_lineno", "tb_lasti"):
        op("traceback " + name, get(tb, name))
    op("traceback set", set_(tb, "tb_next", None))
    op("slot", get(C.__dict__["slot"], "__get__"))
    op("code consts", get(f.__code__, "co_consts"))
    op("code code", get(f.__code__, "co_code"))
    op("module dict", get(sys, "__dict__"))
    op("method func", get(inspect.Signature.from_callable, "__func__"))
    op("method self", get(inspect.Signature.from_callable, "__self__"))
    op("property", get(property(), "fget"))
    op("partial", get(__import__("functools").partial(f), "func"))
    op("subclasses", lambda: C.__subclasses__())
    op("mro", lambda: C.__mro__)


def system():
    op("addaudithook", lambda: sys.addaudithook(lambda *a: None))
    op("sys.audit", lambda: sys.audit("own", 1, "two"))
    op("sys.audit bare", lambda: sys.audit("own"))
    op("_getframe", lambda: sys._getframe())
    op("_getframe deep", lambda: sys._getframe(10000))
    op("_getframemodulename", lambda: sys._getframemodulename())
    op("_current_frames", lambda: sys._current_frames())
    op("_current_exceptions", lambda: sys._current_exceptions())
    op("settrace", lambda: sys.settrace(None))
    op("setprofile", lambda: sys.setprofile(None))
    op("settrace all", lambda: threading.settrace_all_threads(None))
    op("setprofile all", lambda: threading.setprofile_all_threads(None))
    op("register_callback", lambda: sys.monitoring.register_callback(1, 1, None))
    op("asyncgen hooks", lambda: sys.set_asyncgen_hooks(None, None))
    op("asyncgen firstiter", lambda: sys.set_asyncgen_hooks(firstiter=lambda x: None))
    op("asyncgen finalizer", lambda: sys.set_asyncgen_hooks(finalizer=lambda x: None))
    op("asyncgen both", lambda: sys.set_asyncgen_hooks(firstiter=lambda x: None, finalizer=lambda x: None))
    op("asyncgen off", lambda: sys.set_asyncgen_hooks(None, None))
    op("origin depth", lambda: sys.set_coroutine_origin_tracking_depth(0))
    op("recursion limit", lambda: sys.setrecursionlimit(1500))
    op("switch interval", lambda: sys.setswitchinterval(0.005))
    op("excepthook", lambda: None)
    op("gc.get_objects", lambda: gc.get_objects())
    op("gc.get_objects 1", lambda: gc.get_objects(1))
    op("gc.get_objects named", lambda: gc.get_objects(generation=2))
    op("gc.get_referrers", lambda: gc.get_referrers(C))
    op("gc.get_referents", lambda: gc.get_referents(C, 1))
    op("gc.collect", lambda: gc.collect())
    op("time.sleep", lambda: time.sleep(0))
    op("intern", lambda: sys.intern("x"))
    op("getsizeof", lambda: sys.getsizeof(1))
def threads():
    def start():
        t = threading.Thread(target=int); t.start(); t.join()
    op("thread", start)
    done = _thread.allocate_lock(); done.acquire()
    def run(*a, **k): done.release()
    op("start_new_thread", lambda: (_thread.start_new_thread(run, (1,), {"k": 2}), done.acquire()))
    op("start_new_thread bare", lambda: (_thread.start_new_thread(run, ()), done.acquire()))
    op("start_new_thread wrong", lambda: _thread.start_new_thread(1, ()))
    op("pthread_kill", lambda: signal.pthread_kill(threading.get_ident(), 0))
    op("raise_signal", lambda: signal.raise_signal(signal.SIGWINCH))
    op("signal", lambda: signal.signal(signal.SIGUSR1, signal.SIG_DFL))
    op("alarm", lambda: signal.alarm(0))
    op("setitimer", lambda: signal.setitimer(signal.ITIMER_REAL, 0))


def files():
    w = op
    w("open w", lambda: open("a", "w").close())
    w("open r", lambda: open("a").close())
    w("open rb", lambda: open("a", "rb").close())
    w("open ab", lambda: open("a", "ab").close())
    w("open r+", lambda: open("a", "r+").close())
    w("open x", lambda: open("a", "x"))
    w("open path", lambda: open(pathlib.Path("a")).close())
    w("open bytes", lambda: open(b"a").close())
    w("open fd", lambda: open(os.open("a", os.O_RDONLY)).close())
    w("open opener", lambda: open("a", opener=os.open).close())
    w("open missing", lambda: open("none"))
    w("open wrong", lambda: open("a", "q"))
    w("FileIO", lambda: io.FileIO("a").close())
    w("FileIO w", lambda: io.FileIO("a", "w").close())
    w("open_code", lambda: io.open_code(os.path.abspath("a")).close())
    w("io.open", lambda: io.open("a").close())
    w("os.open", lambda: os.close(os.open("a", os.O_RDONLY)))
    w("os.open w", lambda: os.close(os.open("a", os.O_WRONLY | os.O_CREAT, 0o600)))
    w("os.fdopen", lambda: os.fdopen(os.open("a", os.O_RDONLY)).close())
    w("tokenize.open", lambda: tokenize.open("a").close())
    w("linecache", lambda: linecache.getlines("none.py"))
    w("Path.read_text", lambda: pathlib.Path("a").read_text())
    w("Path.touch", lambda: pathlib.Path("b").touch())
    w("mkdir", lambda: os.mkdir("d"))
    w("makedirs", lambda: os.makedirs("e/f"))
    w("mkdir mode", lambda: os.mkdir("h", 0o700))
    w("listdir", lambda: os.listdir())
    w("listdir path", lambda: os.listdir("d"))
    w("listdir bytes", lambda: os.listdir(b"d"))
    w("scandir", lambda: os.scandir().close())
    w("scandir path", lambda: os.scandir("d").close())
    w("walk", lambda: list(os.walk("d")))
    w("fwalk", lambda: list(os.fwalk("d")))
    w("Path.walk", lambda: list(pathlib.Path("d").walk()))
    w("glob", lambda: glob.glob("zz*"))
    w("glob recursive", lambda: glob.glob("d/**", recursive=True))
    w("Path.glob", lambda: list(pathlib.Path("d").glob("*")))
    w("Path.rglob", lambda: list(pathlib.Path("d").rglob("*")))
    w("chdir", lambda: os.chdir("."))
    w("fchdir", lambda: (lambda fd: (os.fchdir(fd), os.close(fd)))(os.open(".", os.O_RDONLY)))
    w("chmod", lambda: os.chmod("a", 0o600))
    w("fchmod", lambda: (lambda fd: (os.fchmod(fd, 0o600), os.close(fd)))(os.open("a", os.O_RDONLY)))
    w("chown", lambda: os.chown("a", -1, -1))
    w("lchown", lambda: os.lchown("a", -1, -1))
    w("fchown", lambda: (lambda fd: (os.fchown(fd, -1, -1), os.close(fd)))(os.open("a", os.O_RDONLY)))
    w("utime", lambda: os.utime("a"))
    w("utime times", lambda: os.utime("a", (1, 2)))
    w("utime ns", lambda: os.utime("a", ns=(1, 2)))
    w("truncate", lambda: os.truncate("a", 0))
    w("ftruncate", lambda: (lambda fd: (os.ftruncate(fd, 0), os.close(fd)))(os.open("a", os.O_RDWR)))
    w("link", lambda: os.link("a", "l"))
    w("symlink", lambda: os.symlink("a", "s"))
    w("readlink", lambda: os.readlink("s"))
    w("rename", lambda: os.rename("l", "m"))
    w("replace", lambda: os.replace("m", "l"))
    w("remove", lambda: os.remove("l"))
    w("unlink", lambda: os.unlink("s"))
    w("unlink missing", lambda: os.unlink("s"))
    w("rmdir", lambda: os.rmdir("h"))
    w("removedirs", lambda: os.removedirs("e/f"))
    w("mkfifo", lambda: os.mkfifo("fifo"))
    w("mknod", lambda: os.mknod("node"))
    global depends
    depends = True
    w("setxattr", lambda: os.setxattr("a", "user.x", b"1"))
    w("getxattr", lambda: os.getxattr("a", "user.x"))
    w("listxattr", lambda: os.listxattr("a"))
    w("removexattr", lambda: os.removexattr("a", "user.x"))
    depends = False
    w("stat", lambda: os.stat("a"))
    w("access", lambda: os.access("a", 0))
    w("pipe", lambda: [os.close(x) for x in os.pipe()])
    w("memfd", lambda: os.close(os.memfd_create("m")))
    w("lockf", lambda: (lambda fd: (os.lockf(fd, os.F_TEST, 0), os.close(fd)))(os.open("a", os.O_RDWR)))
    w("chroot", lambda: os.chroot("none"))
    w("umask", lambda: os.umask(os.umask(0o22)))
    w("NamedTemporaryFile", lambda: re.sub("tmp.*", "", tempfile.mkdtemp(prefix="tmp", dir="none-there")))
    with open("a", "wb") as file: file.write(b"12345678")
    with open("a", "r+b") as file:
        fd = file.fileno()
        w("fcntl", lambda: fcntl.fcntl(fd, fcntl.F_GETFD))
        w("fcntl arg", lambda: fcntl.fcntl(fd, fcntl.F_GETFD, 0))
        w("flock", lambda: fcntl.flock(file, fcntl.LOCK_SH))
        w("lockf f", lambda: fcntl.lockf(file, fcntl.LOCK_EX))
        w("ioctl", lambda: fcntl.ioctl(fd, 0x541B, b"1234"))
        w("ioctl number", lambda: fcntl.ioctl(fd, 0x5451))
    w("mmap", lambda: mmap.mmap(-1, 10).close())
    w("copyfile", lambda: shutil.copyfile("a", "c"))
    w("copymode", lambda: shutil.copymode("a", "c"))
    w("copystat", lambda: shutil.copystat("a", "c"))
    w("copy", lambda: shutil.copy("a", "c"))
    w("move", lambda: shutil.move("c", "c2"))
    w("copytree", lambda: shutil.copytree("d", "d2"))
    w("rmtree", lambda: shutil.rmtree("d2"))
    w("make_archive", lambda: shutil.make_archive("arc", "zip", "d"))
    w("unpack_archive", lambda: shutil.unpack_archive("arc.zip", "out"))


def processes():
    op("putenv", lambda: os.putenv("AUDITED", "1"))
    op("environ", lambda: os.environ.__setitem__("AUDITED", "1"))
    op("unsetenv", lambda: os.unsetenv("AUDITED"))
    op("system", lambda: os.system("true"))
    op("popen", lambda: os.popen("true").close())
    op("subprocess", lambda: subprocess.run(["true"], close_fds=False))
    op("subprocess list", lambda: subprocess.run(["true"]))
    op("subprocess shell", lambda: subprocess.run("true", shell=True, env={"A": "1"}, cwd="."))
    op("posix_spawn", lambda: os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0)[1])
    op("posix_spawnp", lambda: os.waitpid(os.posix_spawnp("true", ["true"], {}), 0)[1])
    op("execv missing", lambda: os.execv("/none", ["a"]))
    op("execve missing", lambda: os.execve("/none", ["a"], {"A": "1"}))
    op("kill", lambda: os.kill(os.getpid(), 0))
    op("killpg", lambda: os.killpg(os.getpgrp(), 0))
    op("nice", lambda: os.nice(0))
    op("setrlimit", lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)))
    op("getrlimit", lambda: resource.getrlimit(resource.RLIMIT_CORE))
    op("prlimit", lambda: resource.prlimit(0, resource.RLIMIT_CORE))
    op("prlimit set", lambda: resource.prlimit(0, resource.RLIMIT_CORE, (0, 0)))
    op("openlog", lambda: syslog.openlog("audit", 0, syslog.LOG_USER))
    op("openlog default", lambda: syslog.openlog())
    op("syslog", lambda: syslog.syslog(syslog.LOG_DEBUG, "text"))
    op("setlogmask", lambda: syslog.setlogmask(syslog.setlogmask(0)))
    op("closelog", lambda: syslog.closelog())


def network():
    global depends
    depends = True
    s = []
    op("socket", lambda: s.append(socket.socket()))
    s = s[0] if s else socket.socket()
    op("bind", lambda: s.bind(("127.0.0.1", 0)))
    op("connect", lambda: s.connect(("127.0.0.1", 1)))
    op("connect_ex", lambda: s.connect_ex(("127.0.0.1", 1)))
    op("wrong address", lambda: s.connect(1))
    op("listen", lambda: s.listen())
    s.close()
    u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    op("sendto", lambda: u.sendto(b"1", ("127.0.0.1", 9)))
    op("sendto flags", lambda: u.sendto(b"1", 0, ("127.0.0.1", 9)))
    op("sendmsg", lambda: u.sendmsg([b"1"], [], 0, ("127.0.0.1", 9)))
    op("sendmsg bare", lambda: u.sendmsg([b"1"]))
    op("setsockopt", lambda: u.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1))
    u.close()
    op("socketpair", lambda: [x.close() for x in socket.socketpair()])
    import encodings.idna
    op("getaddrinfo", lambda: socket.getaddrinfo("127.0.0.1", 80))
    op("getaddrinfo named", lambda: socket.getaddrinfo(b"127.0.0.1", "80", proto=6, flags=socket.AI_NUMERICHOST))
    op("getnameinfo", lambda: socket.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
    op("gethostname", lambda: socket.gethostname())
    op("gethostbyname", lambda: socket.gethostbyname("127.0.0.1"))
    op("gethostbyname_ex", lambda: socket.gethostbyname_ex("127.0.0.1"))
    op("gethostbyaddr", lambda: socket.gethostbyaddr("127.0.0.1") and None)
    op("getservbyname", lambda: socket.getservbyname("no-such"))
    op("getservbyname tcp", lambda: socket.getservbyname("no-such", "tcp"))
    op("getservbyport", lambda: socket.getservbyport(1, "no-such"))
    op("getprotobyname", lambda: socket.getprotobyname("no-such"))
    op("if_nameindex", lambda: socket.if_nameindex() and None)
    op("urllib", lambda: urllib.request.urlopen("http://127.0.0.1:1/"))
    depends = False


def importing():
    with open("first.py", "w") as file: file.write("value = 1\n")
    with open("second.py", "w") as file: file.write("import first\n")
    os.mkdir("pack")
    import pkgutil
    with open("pack/__init__.py", "w") as file: file.write("")
    with open("pack/__main__.py", "w") as file: file.write("")
    with open("pack/sub.py", "w") as file: file.write("value = 1\n")
    py_compile.compile("first.py", "sourceless.pyc")
    with zipfile.ZipFile("z.zip", "w") as zip:
        zip.writestr("zipped.py", "value = 1\n")
        zip.writestr("__main__.py", "value = 1\n")
    sys.path[:] = [folder]
    sys.path_importer_cache.clear()
    sys.dont_write_bytecode = True
    op("import source", lambda: importlib.import_module("first"))
    op("import again", lambda: importlib.import_module("first"))
    op("import sourceless", lambda: importlib.import_module("sourceless"))
    op("import package", lambda: importlib.import_module("pack.sub"))
    op("import missing", lambda: importlib.import_module("nowhere"))
    op("import builtin", lambda: sys.modules.pop("_stat", None) and importlib.import_module("_stat"))
    op("reload", lambda: importlib.reload(sys.modules["first"]))
    sys.dont_write_bytecode = False
    op("compileall", lambda: py_compile.compile("second.py", doraise=True) and None)
    op("import cached", lambda: importlib.import_module("second"))
    sys.path.insert(0, os.path.abspath("z.zip"))
    op("import zip", lambda: importlib.import_module("zipped"))
    op("run_path", lambda: runpy.run_path("first.py") and None)
    op("run_path pyc", lambda: runpy.run_path("sourceless.pyc") and None)
    op("run_path zip", lambda: runpy.run_path("z.zip") and None)
    op("run_module", lambda: runpy.run_module("first") and None)
    op("run_package", lambda: runpy.run_module("pack") and None)
    op("find_spec", lambda: importlib.util.find_spec("first"))
    op("get_source", lambda: sys.modules["first"].__loader__.get_source("first"))
    op("getsource", lambda: inspect.getsource(sys.modules["pack.sub"]))
    op("import statement", statement)


def statement():
    import pack.sub, first
    from pack import sub


def hooks():
    """Hooks that raise: what becomes of the operation."""
    forbidden = set()
    def strict(event, args):
        if event in forbidden:
            raise PermissionError(event)
    sys.addaudithook(strict)
    for event, operation in (("open", lambda: open("a")), ("compile", lambda: compile("1", "n", "exec")), ("exec", lambda: exec("1")),
                             ("import", lambda: importlib.import_module("this_module_is_not_there")), ("builtins.id", lambda: id(1)),
                             ("object.__setattr__", set_(f, "__defaults__", ())), ("object.__getattr__", get(f, "__code__")),
                             ("socket.__new__", lambda: socket.socket()), ("subprocess.Popen", lambda: subprocess.run(["true"])),
                             ("code.__new__", lambda: f.__code__.replace(co_name="x")), ("marshal.loads", lambda: marshal.loads(b"N")),
                             ("function.__new__", lambda: types.FunctionType(f.__code__, {})), ("gc.get_objects", lambda: gc.get_objects()),
                             ("array.__new__", lambda: array.array("b")), ("sys.settrace", lambda: sys.settrace(print)),
                             ("_thread.start_new_thread", lambda: _thread.start_new_thread(print, ())), ("os.listdir", lambda: os.listdir("."))):
        code_ = f.__code__
        forbidden.add(event)
        try:
            operation()
            print("allowed", event)
        except BaseException as e:
            print("forbidden", event, type(e).__name__, e, end="")
            print(" <-", repr(e.__cause__ or e.__context__)) if e.__cause__ or e.__context__ else print()
        forbidden.clear()
    print(sys.gettrace())
    sys.settrace(None)


sys.addaudithook(hook)
for part in (compiling, input_, attributes, system, threads, files, processes, network, importing, hooks):
    print("==", part.__name__)
    try:
        part()
    except BaseException as e:
        log = None
        print("stopped by", type(e).__name__, e)
        traceback.print_exc()
