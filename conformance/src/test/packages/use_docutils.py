# packages: python3-docutils python3-mako python3-markupsafe python3-mistune python3-unidecode python3-docopt python3-roman
"""Documents: reStructuredText to HTML, LaTeX and a tree; templates of Mako; Markdown of mistune; arguments from a help text."""
import tempfile

import docopt
import mistune
from docutils import nodes
from docutils.core import publish_doctree, publish_parts, publish_string
from docutils.parsers.rst import Directive, directives, roles
from mako.lookup import TemplateLookup
from mako.template import Template
from unidecode import unidecode

TEXT = """
Title
=====

:Author: Ann
:Date: 2026-01-02

.. contents::

Part *one*
----------
Text with ``code``, **strong**, `a link <http://x.y>`_, ref_, |sub|, footnote [1]_ and :own:`role`.

.. _ref: http://z
.. |sub| replace:: replaced
.. [1] The note.

+-----+------+
| a   | b    |
+=====+======+
| 1   | - x  |
|     | - y  |
+-----+------+

1. one

   a. deep
2. two

term : kind
    definition

.. note:: Be *careful*.

.. code-block:: python
   :number-lines:

   def f(): return "<x>"

.. shout:: loud
   :times: 2

.. math:: \\frac{a}{b}

Bad `reference`_ and ``open
"""


class Shout(Directive):
    required_arguments = 1
    option_spec = {"times": directives.nonnegative_int}

    def run(self):
        return [nodes.paragraph(text=self.arguments[0].upper() * self.options["times"])]


directives.register_directive("shout", Shout)
roles.register_local_role("own", lambda name, raw, text, line, inliner, options={}, content=[]: ([nodes.emphasis(raw, text[::-1])], []))
settings = {"report_level": 5, "syntax_highlight": "none", "datestamp": None, "generator": None, "embed_stylesheet": False, "stylesheet_path": ""}
print(publish_string(TEXT, settings_overrides=settings).decode())
with tempfile.NamedTemporaryFile("w", suffix=".txt") as template:
    template.write("%(body)s")
    template.flush()
    for writer in ("html5", "html4", "xml", "manpage"):
        print(publish_parts(TEXT, writer_name=writer, settings_overrides=settings | {"template": template.name})["whole"][-2500:])
print([n.astext() for n in publish_doctree(TEXT, settings_overrides=settings).findall(nodes.system_message)])
lookup = TemplateLookup()
lookup.put_string("base.mako", "<${self.title()}>${next.body()}</>")
lookup.put_string("page.mako", """<%inherit file="base.mako"/><%def name="title()">T</%def>
<%! import math %>
% for i in range(3):
${loop.index}: ${i ** 2}${'' if loop.last else ','}
% endfor
<%block name="b">${"<x>" | h} ${math.floor(2.5)} ${undefined_name}</%block>
## gone
<%text>${raw}</%text> ${capture(lambda: context.write("caught"))}""")
print(lookup.get_template("page.mako").render(undefined_name="é"))
try:
    Template("a\n${1 // 0}").render()
except ZeroDivisionError as error:
    from mako.exceptions import text_error_template
    print(text_error_template().render().splitlines()[-1])
print(mistune.html("# A\n\n- [x](y)\n- `c`\n\n|a|b|\n|-|-|\n|1|2|\n\n~~s~~ <b>"), mistune.create_markdown(renderer="ast")("*a*"))
print(unidecode("Köln — 北京 Прага ½"), docopt.docopt("Usage: p [--n=<n>] <file>... | p -v\n\nOptions: --n=<n>  Count [default: 3]", ["a", "b", "--n", "4"]))
