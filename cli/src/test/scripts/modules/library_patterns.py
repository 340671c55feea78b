"""The regular expressions of the library, which the build of Krait has compiled, are what re compiles them to, and
re is asked where a program has changed it or watches it."""
import re
import sys
from re import _compiler, _parser

import argparse, ast, calendar, csv, difflib, doctest, email.utils, fractions, gettext, html.parser, http.cookiejar
import imaplib, inspect, json, locale, logging, mimetypes, pdb, pprint, shlex, string, tarfile, textwrap, tokenize
import urllib.parse, uuid, xml.etree.ElementTree

found = {}
for name, module in sorted(sys.modules.items()):
    for owner in [module, *(value for value in list(vars(module).values()) if isinstance(value, type))]:
        for key, value in list(vars(owner).items()):
            if isinstance(value, re.Pattern) and owner.__name__ != "__main__":
                found[value.pattern, value.flags] = value
print(len(found) > 80)

# From the table, a new object each time.
text = textwrap.TextWrapper.wordsep_simple_re.pattern
first, second = _compiler.compile(text, 0), _compiler.compile(text, 0)
print(first == second, first is second, first.pattern is text, first.flags, type(first.flags), first.groups)
print(first.split("some  words\tand more"))
named = string.Template.pattern
print(named.groupindex, named.search("a $name ${other} $$").lastgroup, named.flags)
print([m.lastgroup for m in named.finditer("a $name ${other} $$ $!")])
print(_compiler.compile(text.encode(), 0).flags, _compiler.compile(text, re.I.value).flags)
for wrong in (text, 1.5), (text, None):
    try:
        print(_compiler.compile(*wrong))
    except TypeError as error:
        print(type(error).__name__)


class Text(str):
    pass


print(_compiler.compile(Text(text), 0).pattern.__class__.__name__, _compiler.compile(text, False).flags)

# Who watches sees the functions.
calls = []
sys.settrace(lambda frame, event, arg: calls.append(frame.f_code.co_name))
_compiler.compile(text, 0)
sys.settrace(None)
print(calls[:4], len(calls) > 20)

# A method that a program has replaced is called.
opened = []
original = _parser.State.opengroup
_parser.State.opengroup = lambda self, *args: opened.append(args) or original(self, *args)
_compiler.compile(named.pattern, named.flags)
_parser.State.opengroup = original
print(opened)

# As re compiles them once something has been changed.
_compiler.changed = True
for (pattern, flags), value in found.items():
    again = _compiler.compile(pattern, flags)
    if again != value or again.groupindex != value.groupindex or again.groups != value.groups:
        print("another pattern:", value)
kept = _parser.parse
_parser.parse = lambda text, flags: kept("b", flags)
print(_compiler.compile(text, 0).match("b"))
_parser.parse = kept
