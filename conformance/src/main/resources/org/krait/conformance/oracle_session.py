"""Answers questions of OracleSession about CPython: one marshalled tuple in, one out."""

import ast
import contextlib
import dis
import importlib.util
import io
import marshal
import os
import re
import resource
import struct
import sys
import types
import warnings

FIELDS = [name for name in dir(types.CodeType)
          if name.startswith("co_") and name not in ("co_lnotab", "co_lines", "co_positions",
                                                     "co_consts", "_co_code_adaptive")]


def compile_file(path, filename, level):
    """The marshalled code of a file."""
    with open(path, "rb") as file:
        return compile_source(file.read(), filename, level)


def compile_source(source, filename, level):
    return marshal.dumps(compile(source, filename, "exec", dont_inherit=True, optimize=level))


def pyc(source, filename, level, mode, mtime):
    """A .pyc as py_compile writes it; mode is timestamp, checked-hash or unchecked-hash."""
    code = compile(source, filename, "exec", dont_inherit=True, optimize=level)
    external = sys.modules["_frozen_importlib_external"]
    if mode == "timestamp":
        return bytes(external._code_to_timestamp_pyc(code, mtime, len(source)))
    return bytes(external._code_to_hash_pyc(code, importlib.util.source_hash(source),
                                            mode == "checked-hash"))


def nested(code):
    """A code object and all within it, outermost first."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from nested(constant)


def difference(a, b, where=""):
    """What differs between two constants or code objects, types and all; empty if nothing."""
    if type(a) is not type(b):
        return f"{where}: {type(a)} {type(b)}"
    if isinstance(a, types.CodeType):
        for name in FIELDS:
            if found := difference(getattr(a, name), getattr(b, name), f"{where}.{name}"):
                return found
        return difference(a.co_consts, b.co_consts, f"{where}.co_consts")
    if isinstance(a, tuple):
        if len(a) != len(b):
            return f"{where}: {len(a)} items, {len(b)} items"
        return next(filter(None, (difference(x, y, f"{where}[{i}]")
                                  for i, (x, y) in enumerate(zip(a, b)))), "")
    if isinstance(a, frozenset):
        kinds = lambda s: sorted((repr(type(x)), repr(x)) for x in s)
        return "" if kinds(a) == kinds(b) else f"{where}: {a!r} {b!r}"
    return "" if repr(a) == repr(b) else f"{where}: {a!r} {b!r}"


def same(expected, actual):
    """Whether two streams hold the same; the first difference in words."""
    return difference(marshal.loads(expected), marshal.loads(actual))


def disassemble(stream, show_caches):
    """dis.dis of marshalled code, without addresses."""
    out = io.StringIO()
    dis.dis(marshal.loads(stream), file=out, show_caches=show_caches)
    return re.sub(r"(<code object .*?) at 0x[0-9a-f]+(, file )", r"\1\2", out.getvalue())


def locations(stream):
    """For each code object its lines, and the position of each code unit, -1 for None."""
    number = lambda n: -1 if n is None else n
    return tuple((tuple((s, e, number(l)) for s, e, l in code.co_lines()),
                  tuple(tuple(map(number, p)) for p in code.co_positions()))
                 for code in nested(marshal.loads(stream)))


def loads(streams):
    """For each stream the repr of what it holds, or the exception's class and text."""
    # A damaged size makes CPython ask for gigabytes before it looks at the rest.
    resource.setrlimit(resource.RLIMIT_AS, (1 << 28, 1 << 28))

    def load(stream):
        try:
            return repr(marshal.loads(stream))
        except Exception as e:
            return f"{type(e).__name__}: {e}"
    return tuple(map(load, streams))


def dumps(expression):
    """The streams of a value, given as an expression, in every version."""
    return tuple(marshal.dumps(eval(expression), version) for version in range(5))


def dump_tree(source, filename, mode, flags=0, feature=-1):
    """The text of the tree, with places, after the warnings of parsing it."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        tree = compile(source, filename, mode, flags | ast.PyCF_ONLY_AST, dont_inherit=True,
                       _feature_version=feature)
    said = [f"{w.category.__name__}: {w.message} {w.lineno}\n" for w in caught]
    return "".join(said) + ast.dump(tree, include_attributes=True)


def tokens(source, extra):
    """The text of the tokens, one a line, and of the error that ends them."""
    import _tokenize
    lines = iter(source.splitlines(True))
    said = []
    try:
        for t in _tokenize.TokenizerIter(lines.__next__, extra_tokens=extra):
            said.append(f"{t[0]} {t[1]!r} {t[2]} {t[3]} {t[4]!r}")
    except SyntaxError as e:
        said.append(f"{type(e).__name__}: {e.msg} {e.lineno} {e.offset} {e.text!r}")
    return "\n".join(said)


def evaluate(expression):
    """The repr of an expression, in which modules with one name may stand."""
    return repr(eval(expression, {name: importlib.import_module(name)
                                  for name in re.findall(r"[a-z_]\w*(?=\.)", expression)
                                  if importlib.util.find_spec(name)}))


def optimize_graph(instructions, constants, local_count):
    """What the passes over the flow graph make of instructions."""
    import _testinternalcapi
    return tuple(_testinternalcapi.optimize_cfg(list(instructions), list(constants), local_count))


def fold(operator, left, right):
    """The result of folding an operation on two constants, in a tuple; empty if it stays."""
    kind = getattr(ast, operator)
    left, right = ast.Constant(left), ast.Constant(right)
    node = (ast.Subscript(left, right, ast.Load()) if kind is ast.Subscript else
            ast.UnaryOp(kind(), left) if issubclass(kind, ast.unaryop) else
            ast.BinOp(left, kind(), right))
    code = compile(ast.fix_missing_locations(ast.Expression(node)), "", "eval")
    names = [(i.opname, i.argval) for i in dis.get_instructions(code)]
    return (names[1][1],) if len(names) == 2 and names[1][0] == "RETURN_CONST" else ()


COMMANDS = {f.__name__: f for f in (compile_file, compile_source, pyc, same, disassemble, locations,
                                    loads, dumps, dump_tree, tokens, evaluate, optimize_graph,
                                    fold)}


def answer(request):
    command, *arguments = marshal.loads(request)
    try:
        return (True, COMMANDS[command](*arguments))
    except SyntaxError as e:
        return (False, type(e).__name__, str(e.msg), e.lineno, e.offset, e.end_lineno,
                e.end_offset, e.text)
    except BaseException as e:
        return (False, type(e).__name__, str(e))


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(100_000)
    sys.intern("*")  # as after any `import *`
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while head := requests.read(4):
        body = marshal.dumps(answer(requests.read(struct.unpack("<I", head)[0])))
        answers.write(struct.pack("<I", len(body)) + body)
        answers.flush()


main()
