# What _warnings refuses, and what stays in use when the module warnings has lost it.
import _warnings, warnings, sys
sys.stderr = sys.stdout
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: _warnings.warn_explicit('m', UserWarning, 'f', 42, module_globals=True))
t(lambda: _warnings.warn_explicit('m', UserWarning, 'f', 42, module_globals={}))
t(lambda: _warnings.warn('m', skip_file_prefixes=[]))
t(lambda: _warnings.warn('m', skip_file_prefixes=(b'x',)))
t(lambda: _warnings.warn('m', skip_file_prefixes='x'))
t(lambda: _warnings.warn('m', skip_file_prefixes=('a',3)))
class L:
    def get_source(self, name): return 'one\ntwo\nthree\n'
class L2:
    def get_source(self, name): raise ImportError('x')
class L3:
    def get_source(self, name): return None
for l in (L(),L2(),L3(),None,3):
    t(lambda: _warnings.warn_explicit('m2', UserWarning, 'f.py', 2, module_globals={'__name__':'mod','__loader__':l}))
t(lambda: _warnings.warn_explicit('m2', UserWarning, 'f.py', 2, module_globals={'__loader__':L()}))
t(lambda: _warnings.warn_explicit('m2', UserWarning, 'f.py', 9, module_globals={'__name__':'mod','__loader__':L()}))
t(lambda: _warnings.warn_explicit('m2', UserWarning, 'f.py', 2, registry=3))
t(lambda: _warnings.warn_explicit('m2', int, 'f.py', 2))
with warnings.catch_warnings():
    warnings.filterwarnings('error','',Warning,'',0)
    t(lambda: _warnings.warn('a'))
    del warnings.filters
    t(lambda: _warnings.warn('a'))
    del warnings.defaultaction
    t(lambda: _warnings.warn('a'))
    warnings.filters=3
    t(lambda: _warnings.warn('a'))
    warnings.filters=[3]
    t(lambda: _warnings.warn('a'))
    warnings.filters=[(1,2,3)]
    t(lambda: _warnings.warn('a'))
    warnings.filters=[(3,None,Warning,None,0)]
    t(lambda: _warnings.warn('a'))
    warnings.filters=[('error',None,Warning,None,'x')]
    t(lambda: _warnings.warn('a'))
    warnings.filters=[]
    warnings.defaultaction=3
    t(lambda: _warnings.warn('a'))
    warnings.defaultaction='foo'
    t(lambda: _warnings.warn('a'))
