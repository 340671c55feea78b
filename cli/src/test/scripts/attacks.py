"""Attacks by way of caches and made code, one line each: what ran, or the error, and whether a hook heard of it.

In structure mode CPython gives the same wherever it does not crash."""
import sys, os, importlib, importlib.util, marshal, struct, zipfile, types, shutil, _imp
root = sys.argv[1]
shutil.rmtree(root, ignore_errors=True)
os.makedirs(root)
sys.path.insert(0, root)
sys.dont_write_bytecode = True
GOOD = "x = 'source'\n"
EVIL = "x = 'EVIL'\n"
events = []
lib = os.path.dirname(os.__file__)
sys.addaudithook(lambda e, a: events.append(a) if e == 'krait.cache_refused' else None)

def write(p, b):
    with open(p, 'wb') as f:
        f.write(b)

def head(src, flags=0, size=None, mtime=None):
    st = os.stat(src)
    return importlib.util.MAGIC_NUMBER + struct.pack('<III', flags, int(st.st_mtime) if mtime is None else mtime, (st.st_size if size is None else size) & 4294967295)

def source(name, src=GOOD, sub=''):
    d = os.path.join(root, sub)
    os.makedirs(d + '/__pycache__' if sub or True else d, exist_ok=True)
    p = os.path.join(d, name + '.py')
    write(p, src.encode())
    return p

def cache(p):
    d, n = os.path.split(p)
    os.makedirs(d + '/__pycache__', exist_ok=True)
    return d + '/__pycache__/' + n[:-3] + '.cpython-312.pyc'

def code(src, name):
    return marshal.dumps(compile(src, name, 'exec'))

def attempt(label, f):
    n = len(events)
    importlib.invalidate_caches()
    try:
        r = f()
    except BaseException as e:
        r = type(e).__name__ + ': ' + str(e).replace(root, 'R').replace(lib, 'L')
    print('%-22s %s%s' % (label, r, '  [event]' if len(events) > n else ''))

def imp(n):
    return lambda: getattr(importlib.import_module(n), 'x', 'no x')
p = source('swapped')
write(cache(p), head(p) + code(EVIL, p))
attempt('swapped header', imp('swapped'))
p = source('unchecked')
write(cache(p), importlib.util.MAGIC_NUMBER + struct.pack('<I', 1) + b'12345678' + code(EVIL, p))
attempt('unchecked hash', imp('unchecked'))
p = source('checked')
write(cache(p), importlib.util.MAGIC_NUMBER + struct.pack('<I', 3) + _imp.source_hash(importlib.util._RAW_MAGIC_NUMBER, GOOD.encode()) + code(EVIL, p))
attempt('checked hash, evil', imp('checked'))
os.makedirs(root + '/pkg')
open(root + '/pkg/__init__.py', 'w').close()
write(root + '/pkg/alone.pyc', importlib.util.MAGIC_NUMBER + b'\x00' * 12 + code(EVIL, 'a'))
attempt('sourceless in package', imp('pkg.alone'))
os.makedirs(root + '/spkg')
write(root + '/spkg/__init__.pyc', importlib.util.MAGIC_NUMBER + b'\x00' * 12 + code(EVIL, 'a'))
attempt('sourceless __init__', imp('spkg'))
p = source('linked', sub='lnk')
shutil.rmtree(root + '/lnk/__pycache__')
os.makedirs(root + '/else')
os.symlink(root + '/else', root + '/lnk/__pycache__')
write(root + '/else/linked.cpython-312.pyc', head(p) + code(EVIL, p))
sys.path.insert(0, root + '/lnk')
attempt('linked __pycache__', imp('linked'))
os.makedirs(root + '/fil')
write(root + '/fil/filed.py', GOOD.encode())
write(root + '/fil/__pycache__', 'x'.encode())
sys.path.insert(0, root + '/fil')
attempt('__pycache__ a file', imp('filed'))
p = source('cut')
c = head(p) + code(GOOD, p)
write(cache(p), c[:-20])
attempt('truncated', imp('cut'))
p = source('cuthead')
write(cache(p), head(p)[:9])
attempt('truncated header', imp('cuthead'))
p = source('flags')
write(cache(p), head(p, flags=4) + code(EVIL, p))
attempt('future flags', imp('flags'))
p = source('magic')
write(cache(p), b'\xf2\r\r\n' + head(p)[4:] + code(EVIL, p))
attempt('other magic', imp('magic'))
p = source('tail')
write(cache(p), head(p) + code(GOOD, p) + b'N' * 99)
attempt('bytes after', imp('tail'))
p = source('huge')
write(cache(p), head(p) + b'l' + struct.pack('<i', 2147483647) + b'\x01\x00' * 50)
attempt('huge int', imp('huge'))
p = source('nocode')
write(cache(p), head(p) + marshal.dumps({'x': 1}))
attempt('no code', imp('nocode'))
p = source('deep')
write(cache(p), head(p) + b'(' + struct.pack('<i', 1) * 1 + (b'(' + struct.pack('<i', 1)) * 100000 + b'N')
attempt('deep tuple', imp('deep'))
p = source('bad')
k = compile(EVIL, p, 'exec')
b = bytearray(marshal.dumps(k))
i = bytes(b).index(k.co_code)
b[i + 2:i + 4] = bytes([1, 0])
write(cache(p), head(p) + b)
attempt('pop of nothing', imp('bad'))
os.makedirs(root + '/ns/__pycache__')
write(root + '/ns/__pycache__/m.cpython-312.pyc', importlib.util.MAGIC_NUMBER + b'\x00' * 12 + code(EVIL, 'a'))
attempt('orphan in namespace', imp('ns.m'))
z = root + '/z.zip'
with zipfile.ZipFile(z, 'w') as f:
    f.writestr('zm.py', GOOD)
    f.writestr('zm.pyc', importlib.util.MAGIC_NUMBER + struct.pack('<I', 1) + b'12345678' + code(EVIL, 'zm.py'))
    f.writestr('zs.pyc', importlib.util.MAGIC_NUMBER + struct.pack('<I', 1) + b'12345678' + code(EVIL, 'zs.py'))
sys.path.insert(0, z)
attempt('unchecked in zip', imp('zm'))
attempt('sourceless in zip', imp('zs'))
bad = bytes(b)

def look():

    def _compile_bytecode(data, name, bytecode_path, source_path):
        return marshal.loads(data)
    d = {}
    exec(_compile_bytecode(bad, 'n', os.__file__.replace('os.py', '__pycache__/os.cpython-312.pyc'), os.__file__), d)
    return d['x']
attempt('look-alike loader', look)

def frozen():
    d = {}
    exec(_imp.get_frozen_object('os', bad), d)
    return d['x']
attempt('frozen with data', frozen)

def repl():

    def f():
        return 1
    f.__code__ = f.__code__.replace(co_code=bytes([151, 0, 1, 0, 83, 0]))
    return f()
attempt('replaced code', repl)

def asm():
    import _testinternalcapi as t
    m = dict(name='f', qualname='f', consts={None: 0}, names={}, varnames={}, cellvars={}, freevars={}, argcount=0, posonlyargcount=0, kwonlyargcount=0, firstlineno=1)
    import opcode
    r = [(opcode.opmap['POP_TOP'], 0, 1, 1, 1, 1), (opcode.opmap['RETURN_VALUE'], 0, 1, 1, 1, 1)]
    c = t.assemble_code_object('f', r, m)
    return types.FunctionType(c, {})()
attempt('assembled code', asm)

def gen():

    def g():
        yield 1
    h = types.FunctionType(g.__code__.replace(co_code=bytes([151, 0, 1, 0, 83, 0])), {})
    return list(h())
attempt('generator', gen)
sys.pycache_prefix = root + '/prefix'
p = source('pre')
q = importlib.util.cache_from_source(p)
os.makedirs(os.path.dirname(q))
write(q, head(p) + code(EVIL, p))
attempt('cache prefix', imp('pre'))
sys.pycache_prefix = None
import pkgutil

def rc():
    with open(root + '/spkg/__init__.pyc', 'rb') as f:
        d = {}
        exec(pkgutil.read_code(f), d)
        return d['x']
attempt('pkgutil.read_code', rc)
import runpy
attempt('runpy sourceless', lambda: runpy.run_path(root + '/spkg/__init__.pyc')['x'])
attempt('runpy zip', lambda: runpy.run_module('zs')['x'])
write(root + '/evil.pth', ("import sys; exec(__import__('marshal').loads(%r)); sys.pth=x\n" % code(EVIL, 'p')).encode())
import site

def pth():
    site.addsitedir(root)
    return sys.pth
attempt('.pth', pth)
