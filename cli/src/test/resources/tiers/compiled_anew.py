"""The same text compiled again and again: each time with names of its own."""

TEXT = """
def render(items):
    out = []
    for name, count in items:
        out.append(prefix + (name if count > limit else str(count)))
    return ",".join(out)
"""


def made(prefix, limit):
    names = {"prefix": prefix, "limit": limit}
    exec(compile(TEXT, "<made>", "exec"), names)
    return names["render"]


items = [("a", 1), ("b", 2), ("c", 3)]
for turn in range(6):
    render = made("p%d" % turn, turn)
    results = {render(items) for _ in range(400)}
    print(results)
render.__globals__["str"] = lambda value: "own"
print(render(items))
