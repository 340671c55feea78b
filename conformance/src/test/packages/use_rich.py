# packages: python3-rich python3-commonmark python3-pygments python3-typing-extensions python3-tabulate python3-tqdm python3-wcwidth python3-prettytable python3-humanize python3-natsort python3-colorama python3-markdown-it python3-mdurl
"""Text for terminals: tables, trees, colours, progress, sizes, order."""
import datetime
import io

import humanize
import natsort
import prettytable
import tabulate
import tqdm
import wcwidth
from rich import box
from rich.console import Console
from rich.markdown import Markdown
from rich.panel import Panel
from rich.pretty import Pretty
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

out = io.StringIO()
console = Console(file=out, width=60, force_terminal=True, color_system="truecolor", legacy_windows=False, _environ={})
table = Table(title="Things", box=box.ROUNDED, show_footer=True)
table.add_column("Name", style="cyan", footer="sum")
table.add_column("Price", justify="right", footer="5.5")
for row in (("tea", "3.5"), ("[b]pot[/b] 日本", "2")):
    table.add_row(*row)
tree = Tree("root")
tree.add("one").add("[red]two[/]")
tree.add(Panel("in a panel", title="t", expand=False))
for thing in (table, tree, Markdown("# Head\n\n* a\n* **b** `c`\n\n> quote\n\n```python\nx = 1\n```"), Syntax("def f(x):\n    return x + 1", "python", line_numbers=True),
              Pretty({"a": [1, 2.5, None, "x" * 30], "b": {"c": (1,)}}), Text.from_markup("[bold]a[/bold] [on blue]y[/]"), ":smiley: 12 'str' http://a.b True"):
    console.print(thing)
console.rule("end")
console.print_json('{"a": [1, null]}')
try:
    1 / 0
except ZeroDivisionError:
    console.print_exception(width=60, extra_lines=0)
text = out.getvalue()
print(ascii(text).replace("\\n", "\n").replace(__file__, "FILE").replace(__file__.rpartition("/")[0], "FOLDER"))
rows = [["tea", 3.5, None], ["pot", -12.25, "x|y"], ["日本", 1000, "é"]]
for style in ("plain", "grid", "fancy_grid", "github", "html", "latex", "rst", "tsv", "orgtbl"):
    print(tabulate.tabulate(rows, headers=["name", "price", "note"], tablefmt=style, floatfmt=".1f", missingval="-"))
pretty = prettytable.PrettyTable(["a", "b"], sortby="b", align="l")
pretty.add_rows([[1, "z"], [22, "y"]])
print(pretty, pretty.get_json_string(), pretty.get_html_string(), sep="\n")
bar = io.StringIO()
for i in tqdm.tqdm(range(3), file=bar, ascii=True, ncols=40, bar_format="{l_bar}{bar}|{n}/{total}", mininterval=0):
    pass
print(bar.getvalue().split("\r")[-1], tqdm.tqdm.format_sizeof(123456), tqdm.tqdm.format_interval(3700))
print(wcwidth.wcswidth("日本 é\u0301"), wcwidth.wcwidth("\x00"), natsort.natsorted(["a10", "a2", "b1.5", "A1"], alg=natsort.ns.IGNORECASE), natsort.os_sorted(["f10", "f9"]))
print(humanize.naturalsize(10 ** 9, binary=True), humanize.intword(1234567), humanize.ordinal(22), humanize.naturaldelta(datetime.timedelta(days=400)), humanize.precisedelta(datetime.timedelta(seconds=3661)), humanize.fractional(0.75), humanize.intcomma(1234567.891))
