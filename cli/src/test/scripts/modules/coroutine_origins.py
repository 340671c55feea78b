"""Where coroutines were made, trees that are checked, names that are suggested, compiler stages."""
import ast
import sys
import traceback
import weakref
import _testinternalcapi


async def nothing():
    pass


def made():
    return nothing()


sys.set_coroutine_origin_tracking_depth(2)
coroutine = made()
print([(line, name) for _, line, name in coroutine.cr_origin])
coroutine.close()
sys.set_coroutine_origin_tracking_depth(0)
coroutine = made()
print(coroutine.cr_origin)
coroutine.close()

tree = ast.Expression(ast.NamedExpr(ast.Constant(1), ast.Constant(3)))
try:
    compile(ast.fix_missing_locations(tree), "<tree>", "eval")
except TypeError as e:
    print(e)


class Bare:
    blech = None

    def __getattr__(self, name):
        raise AttributeError()


try:
    Bare().bluch
except AttributeError as e:
    print(e.name, type(e.obj).__name__, traceback.format_exception_only(e))


def unbound():
    something = 1
    somethong
    somethong = 2


try:
    unbound()
except UnboundLocalError as e:
    print(e.name, traceback.format_exception_only(e))

print(weakref.ref(unbound.__code__)() is unbound.__code__)


class Base:
    pass


class Meta(Base, type):
    pass


class Made(metaclass=Meta):
    spam = 1


print(Made.__dict__["spam"])
for change in (lambda: setattr(Made, "__dict__", {}), lambda: Base.__dict__["__dict__"].__set__(Made, {})):
    try:
        change()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__)

names = {"LOAD_CONST": 100, "POP_TOP": 1, "RETURN_VALUE": 83, "NOP": 9}
rows = [(100, 0, 1, 1, 0, 1), (1, None, 1, 1, 0, 1), (9, None, 2, 2, 0, 0), (100, 1, 3, 3, 0, 1), (83, None, 3, 3, 0, 1)]
consts = [0, 1]
print(_testinternalcapi.optimize_cfg(rows, consts, 0), consts)
print(_testinternalcapi.compiler_codegen(ast.parse("x = 1"), "f.py", 0, 0)[0])
