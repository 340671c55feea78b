# packages: python3-markupsafe
"""Text that is safe in HTML: what escapes, what stays, and which class comes out."""
import markupsafe
from markupsafe import Markup, escape, escape_silent, soft_str


class Link:
    def __init__(self, place):
        self.place = place

    def __html__(self):
        return f"<a href={self.place!r}>"

    def __html_format__(self, spec):
        return Markup("<a {}>").format(spec or "plain")


print(escape("<script>alert('x') && \"y\"</script>"), escape(Link("/")), escape(12), repr(escape_silent(None)))
word = Markup("<em>Hello</em>")
for value in (word + "<b>", "<i>" + word, word * 2, word.join(["<1>", Markup("<2>")]), word.replace("l", "<L>"),
              word.upper(), word[1:3], Markup("%s %r %.1f %%") % ("<", "<'>", 2.55), Markup("%(a)s") % {"a": "&"},
              Markup("{0} {k!r} {link:wide}").format("<>", k="'", link=Link("x")), word.partition(">")[2],
              Markup("a<br>b").splitlines(), word.split("<"), Markup("&lt;&eacute;&#39;").unescape(),
              Markup("<p>a   <b>b</b>\n c</p><!-- no -->").striptags(), Markup.escape("<z>"), soft_str(word)):
    print(type(value).__name__, repr(value))
print(isinstance(word + 1 if False else word, str), hash(word) == hash("<em>Hello</em>"), word == "<em>Hello</em>")
try:
    print(Markup("{}").format(object()).startswith("&lt;object"), word + 1)
except TypeError as error:
    print(error)
print(escape.__module__ in ("markupsafe._native", "markupsafe._speedups"), markupsafe.__version__)
