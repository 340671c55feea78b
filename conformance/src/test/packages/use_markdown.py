# packages: python3-markdown python3-pygments
"""Markdown to HTML: everyday text, the extensions, and an extension of one's own."""
import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.treeprocessors import Treeprocessor

TEXT = """Title: of it

# Head *one* {#top}

A paragraph with **strong**, _em_, `code <x>`, [a link](http://x.y/z?a=1&b=2 "tip"), ![pic](p.png), <http://auto.link>
and a hard  
break. [ref][1] &copy; AT&T \\*not em\\* ~~gone~~ HTML *[none].

[1]: /path 'Ref title'
*[HTML]: Hyper Text

1. first
2. second
    - nested

        code in list
    - more

> quote
> > deeper

---

Term
:   Definition

| a | b |
|:--|--:|
| 1 | `x|y` |

```python linenums="1"
def f(x): return "<é>"
```

Note[^1] here. ==Sub== H~2~O

[^1]: The note.

!!! warning "Careful"
    Inside *it*.

<div markdown="1">
*in* html
</div>

Second head
-----------
"""


class Shift(Treeprocessor):
    def run(self, root):
        for element in root.iter("h2"):
            element.set("class", "shifted")


class Own(Extension):
    def extendMarkdown(self, md):
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"(==)(.+?)==", "mark"), "mark", 175)
        md.treeprocessors.register(Shift(md), "shift", 5)


print(markdown.markdown(TEXT))
print("=" * 20)
md = markdown.Markdown(extensions=["extra", "toc", "meta", "admonition", "codehilite", "sane_lists", "smarty", "nl2br", "wikilinks", Own()],
                       extension_configs={"toc": {"permalink": True, "baselevel": 1}, "codehilite": {"guess_lang": False}})
print(md.convert(TEXT))
print(md.Meta, md.toc_tokens)
print(md.reset().convert("[[Wiki Page]] \"quoted\" -- it's... & <b>x</b>"), markdown.markdown("a\n\n* b\n* c", output_format="html"))
for odd in ("", "*a **b* c**", "`` a ` b ``", "[a](b (c) d)", "<p>raw\n\n*x*</p>", "1986\\. A", "a\n===\nb\n---", "***both***", "[x]: <a b>\n\n[x]", "\t tab", "&#x41; &bad; <!-- c -->", "<script>1 < 2</script>"):
    print(repr(markdown.markdown(odd)))
