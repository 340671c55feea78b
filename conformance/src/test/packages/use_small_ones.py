# packages: python3-more-itertools python3-toolz python3-sortedcontainers python3-cachetools python3-decorator python3-ply python3-lark python3-jsonschema python3-pyrsistent python3-attr python3-marshmallow python3-packaging
"""Many small packages, each for what it is for: iteration, containers, caches, parsers, checks of data."""
import decorator
import lark
import marshmallow
import more_itertools
import ply.lex
import ply.yacc
import sortedcontainers
import toolz
from cachetools import LRUCache, TTLCache, cached
from jsonschema import Draft202012Validator, ValidationError, validate
from pyrsistent import freeze, m, pmap, pvector, s, thaw, v

print(list(more_itertools.chunked(range(7), 3)), list(more_itertools.windowed("abcd", 2)), more_itertools.first([], 1), list(more_itertools.collapse([1, [2, [3]]])), more_itertools.bucket("aAb", str.lower)["a"].__class__.__name__)
print(list(more_itertools.set_partitions([1, 2, 3], 2)), more_itertools.peekable([1, 2]).peek(), list(more_itertools.run_length.encode("aab")), list(more_itertools.split_at("a.b", lambda c: c == ".")))
print(toolz.pipe([1, 2, 3], toolz.curried.map(lambda x: x * 2), list), toolz.groupby(len, ["a", "bb", "c"]), toolz.assoc_in({"a": {"b": 1}}, ["a", "c"], 2), toolz.merge_with(sum, {"x": 1}, {"x": 2}), list(toolz.sliding_window(2, "abc")), toolz.compose(str, abs)(-3))
d = sortedcontainers.SortedDict(b=1, a=2, c=0)
print(d, d.peekitem(0), list(d.irange("b")), sortedcontainers.SortedList("hello")[1:3], sortedcontainers.SortedSet([3, 1]) | {2}, sortedcontainers.SortedKeyList([3, -4], key=abs).bisect_left(4))
calls = []
cache = LRUCache(maxsize=2)


@cached(cache)
def square(x):
    calls.append(x)
    return x * x


print([square(x) for x in (1, 2, 1, 3, 2)], calls, dict(cache), TTLCache(2, 1, timer=lambda: 0).currsize)


@decorator.decorator
def twice(function, times=2, *args, **kwargs):
    return [function(*args, **kwargs) for _ in range(times)]


@twice
def hello(name, *, mark="!"):
    return name + mark


print(hello("a", mark="?"), decorator.getfullargspec(hello).kwonlydefaults, hello.__wrapped__("x"))

tokens = ("NUMBER", "PLUS", "TIMES", "LPAREN", "RPAREN")
t_PLUS, t_TIMES, t_LPAREN, t_RPAREN, t_ignore = r"\+", r"\*", r"\(", r"\)", " "


def t_NUMBER(t):
    r"\d+"
    t.value = int(t.value)
    return t


def t_error(t):
    print("bad", t.value[0])
    t.lexer.skip(1)


precedence = (("left", "PLUS"), ("left", "TIMES"))


def p_binary(p):
    """e : e PLUS e
         | e TIMES e"""
    p[0] = p[1] + p[3] if p[2] == "+" else p[1] * p[3]


def p_group(p):
    "e : LPAREN e RPAREN"
    p[0] = p[2]


def p_number(p):
    "e : NUMBER"
    p[0] = p[1]


def p_error(p):
    print("syntax error at", p and p.value)


lexer = ply.lex.lex()
parser = ply.yacc.yacc(write_tables=False, debug=False)
print([parser.parse(text, lexer=lexer) for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 $ * 4", "1 +")])

GRAMMAR = r"""
start: pair*
pair: NAME "=" value ";"
?value: NUMBER -> number | ESCAPED_STRING -> text | "[" [value ("," value)*] "]" -> list
%import common.CNAME -> NAME
%import common.SIGNED_NUMBER -> NUMBER
%import common.ESCAPED_STRING
%import common.WS
%ignore WS
"""


class ToDict(lark.Transformer):
    start = dict
    pair = tuple
    list = lambda self, items: [i for i in items if i is not None]

    def number(self, items):
        return float(items[0])

    def text(self, items):
        return items[0][1:-1]


for kind in ("lalr", "earley"):
    grammar = lark.Lark(GRAMMAR, parser=kind)
    tree = grammar.parse('a = 1.5; b = [1, "x", []];')
    print(ToDict().transform(tree), tree.pretty().count("\n"))
    try:
        grammar.parse("a = ;")
    except lark.UnexpectedInput as error:
        print(type(error).__name__, error.line, error.column, error.get_context("a = ;").strip())

schema = {"type": "object", "properties": {"n": {"type": "integer", "minimum": 1}, "s": {"pattern": "^a+$"}, "l": {"items": {"$ref": "#/$defs/t"}, "uniqueItems": True}}, "required": ["n"], "additionalProperties": False, "$defs": {"t": {"enum": [1, "x"]}}}
validate({"n": 1, "l": [1, "x"]}, schema)
print(sorted((list(e.absolute_path), e.message, e.validator) for e in Draft202012Validator(schema).iter_errors({"n": 0, "s": "b", "l": [2, 2], "z": 1})))
try:
    validate({}, schema)
except ValidationError as error:
    print(str(error).splitlines()[0], error.schema_path)


class Person(marshmallow.Schema):
    name = marshmallow.fields.Str(required=True, validate=marshmallow.validate.Length(min=2))
    born = marshmallow.fields.Date()
    friends = marshmallow.fields.List(marshmallow.fields.Nested(lambda: Person(only=["name"])))

    @marshmallow.post_load
    def upper(self, data, **kwargs):
        return data | {"name": data["name"].upper()}


print(Person().load({"name": "ann", "born": "2026-01-02", "friends": [{"name": "bo"}]}), Person().dump({"name": "x", "born": __import__("datetime").date(2026, 1, 2)}))
try:
    Person().load({"name": "a", "born": "x", "z": 1})
except marshmallow.ValidationError as error:
    print(error.messages)
p = pmap({"a": v(1, 2)})
print(p.set("b", 3)["b"], p, thaw(freeze({"x": [1, {2}]})), p.transform(["a", 0], lambda x: x + 5), m(a=1) + m(b=2), s(1, 1), pvector(range(3)).append(9), v(1) == v(1), hash(v(1)) == hash(v(1)))
