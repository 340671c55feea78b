"""Caches that are right, changed, forged, without source: what -X verify-pyc lets through.

Usage: verify_pyc.py FOLDER KEYFILE source|structure|nokey
"""
import hashlib, hmac, importlib, importlib.util, os, runpy, struct, sys, zipfile

folder, keyfile, mode = sys.argv[1:]
sys.path.insert(0, folder)
sys.dont_write_bytecode = True  # of this program; the records are the runtime's
hook = lambda event, args: event.startswith("krait.") and print(" ", event, *map(short, args))


def short(value):
    return str(value).replace(folder, "FOLDER")


def cache_of(name):
    return importlib.util.cache_from_source(os.path.join(folder, name + ".py"))


def record_of(name):
    return cache_of(name)[:-4] + ".krait-sha256"


def body(code):
    import marshal
    return marshal.dumps(code)


def make(name, source, code=None, flags=0):
    """A module and its cache, which has another code when one is given."""
    path = os.path.join(folder, name + ".py")
    with open(path, "w") as file:
        file.write(source)
    os.utime(path, (1_000_000_000, 1_000_000_000))
    code = compile(source, path, "exec") if code is None else code
    write(cache_of(name), source, code, flags)


def write(cache, source, code, flags=0):
    stamp = (b"8bytes.." if flags else struct.pack("<II", 1_000_000_000, len(source)))
    os.makedirs(os.path.dirname(cache), exist_ok=True)
    with open(cache, "wb") as file:
        file.write(importlib.util.MAGIC_NUMBER + struct.pack("<I", flags) + stamp + body(code))


def forged(name, source):
    return compile(source, os.path.join(folder, name + ".py"), "exec")


def attempt(what, name, run=None):
    importlib.invalidate_caches()
    sys.modules.pop(name, None)
    try:
        value = run() if run else importlib.import_module(name).value
        print(what, "->", value)
    except ImportError as e:
        print(what, "-> ImportError", e.name, short(e.path))
        print("   ", short(e))
    except Exception as e:
        print(what, "->", type(e).__name__, short(e))


def read(path):
    with open(path, "rb") as file:
        return file.read()


def mac(name, source, key):
    """What docs/security.md says a record is."""
    stream = read(cache_of(name))[16:]
    sizes = struct.pack(">IIII", int.from_bytes(importlib.util.MAGIC_NUMBER, "little"), 0, len(stream), len(source))
    text = b"krait compiler 1 of CPython 3.12.1\0" + sizes + stream + source.encode()
    line = "krait-record-1 " + hmac.new(key, text, hashlib.sha256).hexdigest() + "\n"
    with open(record_of(name), "w") as file:
        file.write(line)


def archive(name, files):
    path = os.path.join(folder, name)
    with zipfile.ZipFile(path, "w") as zip:
        for each, content in files.items():
            zip.writestr(zipfile.ZipInfo(each, (2001, 9, 9, 1, 46, 40)), content)
    sys.path.insert(0, path)
    return path


def unchecked(code):
    return importlib.util.MAGIC_NUMBER + struct.pack("<I", 1) + b"8bytes.." + body(code)


def in_structure():
    good = compile("def f():\n  return 1\nvalue = 1\n", "there", "exec")
    inner = good.co_consts[0].replace(co_code=bytes([151, 0, 1, 0, 83, 0]))
    bad_inside = good.replace(co_consts=(inner,) + good.co_consts[1:])
    bad = good.replace(co_stacksize=0)
    make("plain", "value = 1\n")
    attempt("sound", "plain")
    make("bad", "value = 2\n", bad)
    attempt("broken module", "bad")
    make("inside", "value = 2\n", bad_inside)
    attempt("broken function", "inside", lambda: importlib.import_module("inside").f())
    cache = os.path.join(folder, "alone.pyc")
    with open(cache, "wb") as file:
        file.write(unchecked(bad))
    attempt("sourceless", "alone")
    attempt("runpy", "alone", lambda: runpy.run_path(cache)["value"])
    archive("a.zip", {"zipped.pyc": unchecked(bad)})
    attempt("archive", "zipped")


def in_source():
    key = lambda: read(keyfile)
    make("first", "value = 1\n")
    attempt("no record yet", "first")
    line = read(record_of("first"))
    print("  a record:", line[:15], len(line), "key", len(key()), oct(os.stat(keyfile).st_mode & 0o777))
    attempt("with the record", "first")
    with open(record_of("first"), "wb") as file:
        file.write(line.replace(line[-5:], b"0000\n"))
    attempt("record changed", "first")
    print("  made anew:", read(record_of("first")) == line)

    make("first", "value = 1\n", forged("first", "value = 6\n"))
    attempt("cache changed", "first")
    make("first", "value = 2\n", forged("first", "value = 1\n"))
    attempt("source changed, time and size kept", "first")
    with open(os.path.join(folder, "first.py"), "w") as file:
        file.write("value = 33\n")
    attempt("source changed", "first")

    make("hashed", "value = 1\n", forged("hashed", "value = 6\n"), flags=1)
    attempt("unchecked hash, forged", "hashed")
    make("hashed", "value = 1\n", flags=1)
    attempt("unchecked hash, right", "hashed")

    make("lines", "def f(): pass\nvalue = 1\n", forged("lines", "def f(): pass\n\nvalue = 1\n"))
    attempt("other lines only", "lines")
    make("broken", "value = \n", forged("broken", "value = 1\n"))
    attempt("source is not Python", "broken")

    make("mine", "value = 1\n", forged("mine", "value = 6\n"))
    mac("mine", "value = 1\n", b"k" * 32)
    attempt("record under another key", "mine")
    mac("mine", "value = 1\n", key())
    attempt("record under this user's key", "mine")

    make("fixed", "value = 1\n")
    os.mkdir(record_of("fixed"))
    attempt("record cannot be written", "fixed")
    make("fixed", "value = 1\n", forged("fixed", "value = 6\n"))
    attempt("record cannot be read", "fixed")

    code = forged("alone", "value = 1\n")
    cache = os.path.join(folder, "alone.pyc")
    with open(cache, "wb") as file:
        file.write(unchecked(code))
    attempt("sourceless", "alone")
    attempt("runpy, sourceless", "alone", lambda: runpy.run_path(cache)["value"])
    make("run", "value = 1\n")
    attempt("runpy", "run", lambda: runpy.run_path(cache_of("run"))["value"])
    make("run", "value = 1\n", forged("run", "value = 6\n"))
    attempt("runpy, forged", "run", lambda: runpy.run_path(cache_of("run"))["value"])

    archive("a.zip", {"za.pyc": unchecked(code)})
    attempt("archive, sourceless", "za")
    archive("b.zip", {"zb.py": "value = 1\n", "zb.pyc": unchecked(code)})
    attempt("archive, right", "zb")
    archive("c.zip", {"zc.py": "value = 2\n", "zc.pyc": unchecked(code)})
    attempt("archive, forged: the source beside it", "zc")
    own_loader()


def own_loader():
    """A loader that compiles in its own way: its caches are what it makes of the source."""
    from importlib.machinery import SourceFileLoader

    class Doubling(SourceFileLoader):
        def source_to_code(self, data, path, *, _optimize=-1):
            return compile(data.replace(b"1", b"2"), path, "exec")

    def load():
        spec = importlib.util.spec_from_loader("own", Doubling("own", os.path.join(folder, "own.py")))
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module.value

    make("own", "value = 1\n", forged("own", "value = 2\n"))
    attempt("loader with its own compiler", "own", load)
    make("own", "value = 1\n")
    attempt("loader with its own compiler, other cache", "own", load)


def without_key():
    make("first", "value = 1\n")
    attempt("right", "first")
    print("  a record:", os.path.exists(record_of("first")))
    make("second", "value = 1\n", forged("second", "value = 6\n"))
    mac("second", "value = 1\n", b"k" * 32)
    attempt("forged, with a record under the key that others could read", "second")


import marshal
sys.addaudithook(hook)
{"structure": in_structure, "source": in_source, "nokey": without_key}[mode]()
