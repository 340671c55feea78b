"""A template language compiled to Python source and executed; and string.Template."""

import re
import string

KIND = "library"
SIZE = 500

PAGE = """<html><head><title>{{ title }}</title></head><body>
{% for section in sections %}<h1>{{ section.name|upper }}</h1>
<ul>{% for item in section.entries %}<li class="{% if item.count > 5 %}many{% else %}few{% endif %}">
{{ item.name|escape }}: {{ item.count }}</li>{% endfor %}</ul>{% endfor %}</body></html>"""

ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def escape(value):
    return "".join(ESCAPES.get(char, char) for char in str(value))


FILTERS = {"upper": lambda value: str(value).upper(), "escape": escape}


def expression(text, local):
    name, *filters = text.strip().split("|")
    first, *rest = name.split(".")
    code = first if first in local else "context[%r]" % first
    for part in rest:
        code = "look(%s, %r)" % (code, part)
    for each in filters:
        code = "filters[%r](%s)" % (each, code)
    return code


def compile_template(text):
    lines = ["def render(context, look, filters):", "  out = []", "  add = out.append"]
    depth = 1
    local = set()
    for piece in re.split(r"(\{\{.*?\}\}|\{%.*?%\})", text):
        indent = "  " * depth
        if piece.startswith("{{"):
            lines.append("%sadd(str(%s))" % (indent, expression(piece[2:-2], local)))
        elif piece.startswith("{%"):
            words = piece[2:-2].split()
            if words[0] == "for":
                local.add(words[1])
                lines.append("%sfor %s in %s:" % (indent, words[1], expression(words[3], local)))
                depth += 1
            elif words[0] == "if":
                lines.append("%sif %s %s:" % (indent, expression(words[1], local), " ".join(words[2:])))
                depth += 1
            elif words[0] == "else":
                lines.append("  " * (depth - 1) + "else:")
            else:
                depth -= 1
        elif piece:
            lines.append("%sadd(%r)" % (indent, piece))
    lines.append("  return ''.join(out)")
    names = {}
    exec(compile("\n".join(lines), "<template>", "exec"), names)
    return names["render"]


def look(value, name):
    if isinstance(value, dict):
        return value[name]
    return getattr(value, name)


def run(n):
    sections = [
        {"name": "part %d" % i, "entries": [{"name": "<%d>" % j, "count": j} for j in range(12)]} for i in range(10)
    ]
    context = {"title": "Stock", "sections": sections}
    render = compile_template(PAGE)
    for _ in range(n):
        text = render(context, look, FILTERS)
        assert text.count("<li") == 120 and text.count('"many"') == 60 and "&lt;3&gt;" in text
    letter = string.Template("Dear $name, you owe $$${amount} to $whom.")
    for i in range(n * 4):
        assert letter.substitute(name="A", amount=i, whom="me") == "Dear A, you owe $%d to me." % i
    assert compile_template(PAGE)(context, look, FILTERS) == text
