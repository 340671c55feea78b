# packages: python3-jinja2 python3-markupsafe
"""Pages from templates: inheritance, macros, loops, filters, escaping, a sandbox, errors with their places."""
import jinja2
from jinja2 import Environment, DictLoader, StrictUndefined, select_autoescape
from jinja2.sandbox import SandboxedEnvironment, SecurityError
from markupsafe import Markup, escape

TEMPLATES = {
    "base.html": "<title>{% block title %}None{% endblock %}</title>\n<body>{% block body %}{% endblock %}</body>",
    "forms.html": "{% macro field(name, kind='text') -%}<input name={{ name }} type={{ kind }}>{%- endmacro %}",
    "shop.html": """{% extends "base.html" %}{% from "forms.html" import field %}
{% block title %}Shop of {{ owner|title }}{% endblock %}
{% block body %}
{% for item in items if item.price > 1 -%}
{{ loop.index }}/{{ loop.length }} {{ item.name }}: {{ "%.2f"|format(item.price) }}{{ ", " if not loop.last }}
{% else %}nothing{% endfor %}
{% set ns = namespace(total=0) %}{% for i in items %}{% set ns.total = ns.total + i.price %}{% endfor -%}
total {{ ns.total|round(1) }} {{ field("code") }} {{ field("word", kind="password") }}
{% call(x) twice() %}<b>{{ x }}</b>{% endcall %}
{% filter upper %}quiet {{ owner }}{% endfilter %}
{{ items|map(attribute="name")|sort|join("; ") }} {{ items|groupby("kind")|map("first")|list }}
{{ text|wordcount }} {{ text|truncate(12) }} {{ missing|default("none") }} {{ {"b": 1, "a": [2]}|tojson }}
{% endblock %}
{% macro twice() %}{{ caller(1) }}{{ caller(2) }}{% endmacro %}""",
    "broken.html": "line one\n{% if x %}\n{{ x | nosuch }}\n{% endif %}",
    "fails.html": "a\n{{ 1 // number }}",
}

env = Environment(loader=DictLoader(TEMPLATES), autoescape=select_autoescape(), undefined=StrictUndefined)
items = [dict(name="<tea>", price=3.5, kind="drink"), dict(name="pen", price=1, kind="tool"), dict(name="cup", price=12.25, kind="tool")]
print(env.get_template("shop.html").render(owner="ann & co", items=items, text="one two three four"))
print(Markup("<i>%s</i> %s") % ("<x>", Markup("<y>")), escape("'\"&"), Markup("<p>a</p> &amp; b").striptags())
for name, values in (("broken.html", {}), ("fails.html", {"number": 0}), ("shop.html", {"items": []})):
    try:
        env.get_template(name).render(**values)
    except Exception as error:
        place = error.__traceback__
        while place.tb_next:
            place = place.tb_next
        print(type(error).__name__, error, getattr(error, "lineno", place.tb_lineno))
try:
    SandboxedEnvironment().from_string("{{ ().__class__.__mro__[1].__subclasses__() }}").render()
except SecurityError as error:
    print("sandbox:", error)
print(sorted(jinja2.meta.find_undeclared_variables(env.parse("{{ a }}{% set b = c %}{{ b }}"))) if hasattr(jinja2, "meta") else "")
print(env.compile_expression("a * 2 + b|length")(a=4, b="xyz"))
for part in env.from_string("{% for i in range(3) %}<{{ i }}>{% endfor %}").generate():
    print(repr(part), end=" ")
print()
