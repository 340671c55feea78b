# packages: python3-pygments
"""Coloured sources: several languages to several formats, styles, filters, guesses."""
import pygments
from pygments import highlight, lex
from pygments.filters import KeywordCaseFilter, VisibleWhitespaceFilter
from pygments.formatters import HtmlFormatter, LatexFormatter, NullFormatter, RawTokenFormatter, SvgFormatter, Terminal256Formatter, TerminalFormatter
from pygments.lexers import get_all_lexers, get_lexer_by_name, get_lexer_for_filename, guess_lexer
from pygments.styles import get_all_styles, get_style_by_name
from pygments.token import Token, is_token_subtype

PYTHON = '''@cache
async def f(x: int = 0x1F, *, y: "str" = f"{x!r:>{10}}") -> None:
    """Doc."""
    return await g(lambda a: a ** 2 if a else None)  # done
'''
SOURCES = {
    "python": PYTHON, "java": 'class A<T> { @Override int x = 0b11; // c\n String s = "a\\n"; }', "c": "#include <a.h>\nint main(void) { return 'x' + 1.5e3f; /* c */ }",
    "html": "<p class=a>text &amp; <script>var x = 1;</script><style>b { color: red }</style></p>", "json": '{"a": [1, -2.5e3, true, null, "x\\u00e9"]}',
    "bash": 'for i in $(ls "$HOME"); do echo ${i%.*}; done | grep -v x && exit 1', "sql": "SELECT a, COUNT(*) FROM t WHERE b LIKE 'x%' -- c\nGROUP BY a;",
    "yaml": "a: &x [1, 'two']\nb: *x # c\n", "rust": "fn main() { let x: &'static str = r#\"a\"#; println!(\"{}\", x); }", "pycon": ">>> 1 / 0\nTraceback (most recent call last):\n  File \"<stdin>\", line 1, in <module>\nZeroDivisionError: division by zero\n",
    "diff": "--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new\n", "ini": "[part]\nkey = value ; c\n", "js": "const f = async (x) => `a${x}b` ?? /re+/g; class A extends B {}", "make": "all: a.o\n\t$(CC) -o $@ $<\n",
}
for name, source in SOURCES.items():
    print(name, [(str(kind)[6:], text) for kind, text in lex(source, get_lexer_by_name(name)) if text.strip()])
lexer = get_lexer_by_name("python", stripall=True)
print(highlight(PYTHON, lexer, HtmlFormatter(linenos="inline", cssclass="code", hl_lines=[2], lineanchors="l")))
print(HtmlFormatter(style="monokai").get_style_defs(".m")[:300])
for formatter in (TerminalFormatter(bg="dark"), Terminal256Formatter(style="vim"), LatexFormatter(), RawTokenFormatter(), NullFormatter(), SvgFormatter()):
    text = highlight("x = 'é' + 1\n", lexer, formatter)
    print(type(formatter).__name__, ascii(text))
lexer.add_filter(KeywordCaseFilter(case="upper"))
lexer.add_filter(VisibleWhitespaceFilter(spaces=True))
print(highlight("if a: pass", lexer, NullFormatter()), end="")
print(len(list(get_all_lexers())), len(list(get_all_styles())), get_lexer_for_filename("x.rb").name, guess_lexer("#!/usr/bin/perl\nprint 1").name)
print(is_token_subtype(Token.Name.Function, Token.Name), get_style_by_name("default").style_for_token(Token.Keyword), pygments.__version__)
