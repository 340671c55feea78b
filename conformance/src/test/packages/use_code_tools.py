# packages: black python3-packaging python3-toml isort python3-isort python3-click python3-pathspec python3-platformdirs python3-mypy-extensions python3-tomli python3-typing-extensions python3-pycparser python3-ply python3-astroid python3-lazy-object-proxy python3-wrapt
"""Formatters and readers of source text: black, isort, pycparser, astroid."""
import io

import astroid
import black
import isort
from pycparser import c_generator, c_parser

SOURCE = '''
import sys, os
from   collections import OrderedDict , defaultdict
import requests
from . import mine
class A( object ):
  x = { 'a':1,'b' : [1,2,  3] }
  def method(self,a,b = 3,*args,**kw)->None:
     if a == 1 and b in (1,2,3) or not kw and self.x['a'] is not None and len(args) > 100000 : return lambda x : x**2
     print ( "hello %s" % a , file = sys.stderr )
     with open('f') as f, open('g') as g : pass
     match a:
        case [1, *rest] if rest: pass
        case {"k": v, **o}: print(f"{v!r:>{10}}")
async def g():
    return [x async for x in y if await z]
'''
print(black.format_str(SOURCE, mode=black.Mode(line_length=60, target_versions={black.TargetVersion.PY310})))
for bad in ("def f(:\n", "x = = 1\n"):
    try:
        black.format_str(bad, mode=black.Mode())
    except black.InvalidInput as error:
        print(error)
print(black.format_str("x = ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'c')\n", mode=black.Mode(magic_trailing_comma=False)))
print(isort.code(SOURCE, config=isort.Config(profile="black", known_third_party=["requests"], force_sort_within_sections=True)))
print(isort.check_code("import a\nimport b\n"))

C = r"""
typedef unsigned int u32;
struct point { int x, y; struct point *next; } origin = { .x = 1, .y = 2 };
static u32 f(const char *s, int (*cb)(int, void *), ...) {
  for (int i = 0; i < 10; i++) { if (s[i] == '\n') continue; else s += cb(i, (void *)s) ? sizeof(struct point) : ~0u; }
  switch (*s) { case 'a': return 1; default: goto end; }
end: do { u32 a[3][4] = {{0}}; } while (0);
  return x->y.z << 2 | 3;
}
"""
tree = c_parser.CParser().parse(C, filename="<c>")
out = io.StringIO()
tree.ext[1].show(buf=out, attrnames=True, nodenames=True, showcoord=True)
print(out.getvalue())
print(c_generator.CGenerator().visit(tree))
try:
    c_parser.CParser().parse("int f( {")
except Exception as error:
    print(type(error).__name__, error)

module = astroid.parse("""
import os
class B:
    def __init__(self): self.v = [1, 2]
class C(B):
    def get(self, k=3): return self.v[0] + k
c = C()
value = c.get() * 2
s = "%s-%s" % ("a", 1)
t = [i for i in range(3)]
""")
print(module.repr_tree()[:600])
print([i.as_string() for i in module["value"].infer()], [i.name for i in module["C"].ancestors()], module["s"].inferred()[0].value)
print(module["B"].instance_attrs["v"][0].as_string(), module["C"]["get"].args.as_string(), next(module["c"].infer()))
print(module.as_string())
