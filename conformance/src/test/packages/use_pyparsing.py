# packages: python3-pyparsing
"""Grammars by pyparsing: arithmetic, a configuration language, named results, actions, errors, scanning."""
import operator

import pyparsing as pp
from pyparsing import pyparsing_common as ppc

pp.ParserElement.enable_packrat()
number = ppc.number.copy()
name = ppc.identifier
OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "**": operator.pow}


def binary(tokens):
    values = tokens[0]
    total = values[0]
    for op, right in zip(values[1::2], values[2::2]):
        total = OPS[op](total, right)
    return total


expr = pp.infix_notation(number, [
    (pp.Literal("**"), 2, pp.OpAssoc.RIGHT, lambda t: t[0][0] ** t[0][2]),
    (pp.one_of("+ -"), 1, pp.OpAssoc.RIGHT, lambda t: -t[0][1] if t[0][0] == "-" else t[0][1]),
    (pp.one_of("* /"), 2, pp.OpAssoc.LEFT, binary), (pp.one_of("+ -"), 2, pp.OpAssoc.LEFT, binary)])
for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-(4 - 6) / 4", "1.5e2 - 0.5"):
    print(text, "=", expr.parse_string(text, parse_all=True)[0])

LBRACE, RBRACE, EQ, SEMI = map(pp.Suppress, "{}=;")
value = pp.Forward()
items = pp.Group(pp.Suppress("[") + pp.Optional(pp.delimited_list(value)) + pp.Suppress("]")).set_name("list")
value <<= number | pp.QuotedString('"', esc_char="\\") | items | pp.Keyword("true").add_parse_action(lambda: True) | name
block = pp.Forward()
entry = pp.Group(name("key") + EQ + value("value") + SEMI)
block <<= pp.Group(name("name") + LBRACE + pp.ZeroOrMore(entry | block)("body") + RBRACE)
block.ignore(pp.c_style_comment)
SOURCE = 'server { port = 80; /* c */ names = ["a\\"b", x, []]; on = true; inner { level = -2; } }'
result = block.parse_string(SOURCE)[0]
print(result.as_list(), result.name, result.body[0].key, result.as_dict(), sep="\n")
print(result.dump())
print(pp.Dict(pp.OneOrMore(pp.Group(name + EQ + value + SEMI))).parse_string("a = 1; b = 2;").as_dict())
for text in ("server { port 80; }", "server { port = ; }", "1 + "):
    try:
        (expr if text[0] == "1" else block).parse_string(text, parse_all=True)
    except pp.ParseBaseException as error:
        print(type(error).__name__, error, error.lineno, error.column, repr(error.line), error.explain(depth=0))
date = pp.Combine(ppc.integer("y") + "-" + pp.Word(pp.nums, exact=2)("m"), adjacent=True)
print([(t[0], s, e) for t, s, e in date.scan_string("from 2025-01 to 2026-12.")], date.copy().add_parse_action(lambda t: "<%s>" % t[0]).transform_string("x 2025-01 y"))
print(pp.nested_expr().parse_string("(a (b c) ((d)))").as_list(), pp.Word(pp.alphas).search_string("ab 1 cd").as_list())
print((pp.Each([pp.Keyword("a"), pp.Optional(pp.Keyword("b")), pp.Keyword("c")])).parse_string("c a").as_list(), pp.Regex(r"(?P<h>\d+):(?P<m>\d+)").parse_string("12:34").as_dict())
print(expr, block, pp.srange("[a-eX]"), (pp.Word("ab")[1, 3] + ~pp.Literal("c") + pp.SkipTo(";")).parse_string("ab ba rest;").as_list())
print(ppc.iso8601_datetime.parse_string("2026-01-02T03:04:05")[0], ppc.ipv4_address.matches("1.2.3.4"), ppc.fraction.parse_string("3/4")[0], expr.run_tests("1+1\n# no\n1++", print_results=False)[0])
indented = pp.IndentedBlock(name, recursive=True)
print((name + pp.Suppress(":") + indented).parse_string("top:\n  one\n  two\n").as_list(), pp.counted_array(pp.Word(pp.alphas)).parse_string("2 a b c").as_list())
