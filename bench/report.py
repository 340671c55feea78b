"""The results as a table in Markdown."""

import statistics

import figures

BASE = "krait"


def short(result):
    """A result in a word: its peak, or that it failed."""
    return "failed: " + result["error"] if "error" in result else "%.1f ms" % (figures.peak(result["times"]) * 1000)


def good(result):
    return result is not None and "error" not in result


def speed(entry, base, other):
    """How many times quicker `base` is than `other` at peak."""
    one, two = entry.get(base), entry.get(other)
    return figures.peak(two["times"]) / figures.peak(one["times"]) if good(one) and good(two) else None


def cell(value, form="%.2f"):
    return "–" if value is None else form % value


def table(head, rows):
    widths = [max(len(str(row[i])) for row in [head, *rows]) for i in range(len(head))]

    def line(row):
        cells = [str(row[0]).ljust(widths[0])] + [str(c).rjust(w) for c, w in zip(row[1:], widths[1:])]
        return "| " + " | ".join(cells) + " |"

    rule = "| " + "-" * widths[0] + " | " + " | ".join("-" * (w - 1) + ":" for w in widths[1:]) + " |"
    return "\n".join([line(head), rule, *map(line, rows)])


def program_rows(results, names, mine):
    """A row a program: peak, ratios, first iteration, warm-up, first two seconds, memory."""
    others = [name for name in names if name != mine]
    rows = []
    for name, entry in sorted(results["programs"].items()):
        own = entry.get(mine)
        if own is None:
            continue
        if not good(own):
            rows.append([name, "failed"] + [""] * (len(others) + 4))
            continue
        base = entry.get("cpython")
        rows.append(
            [
                name,
                cell(figures.peak(own["times"]) * 1000, "%.2f"),
                *(cell(speed(entry, mine, other)) for other in others),
                cell(own["times"][0] * 1000, "%.0f"),
                cell(figures.warm_up(own), "%.2f"),
                cell(figures.first_work(own, base) if good(base) else None),
                cell(own["memory"] / 1024, "%.0f"),
            ]
        )
    return rows


def means(results, mine, other):
    """Geometric means of the ratios: all, by kind, and the count they are over."""
    by_kind = {}
    for entry in results["programs"].values():
        ratio = speed(entry, mine, other)
        if ratio:
            by_kind.setdefault("all", []).append(ratio)
            by_kind.setdefault(entry["kind"], []).append(ratio)
    return {kind: (figures.geometric_mean(ratios), len(ratios), min(ratios)) for kind, ratios in by_kind.items()}


def failures(results):
    lines = []
    for name, entry in sorted(results["programs"].items()) + sorted(results["startup"].items()):
        for implementation, result in entry.items():
            if isinstance(result, dict) and "error" in result:
                lines.append("- %s in %s: %s" % (name, implementation, result["error"]))
    return lines


def start_rows(results, names):
    rows = []
    for name, entry in results["startup"].items():
        row = [name]
        base = entry.get("cpython")
        for implementation in names:
            result = entry.get(implementation)
            if not good(result):
                row += ["–", "–", "–"]
                continue
            middle = statistics.median(result["times"])
            ratio = middle / statistics.median(base["times"]) if good(base) else None
            row += [cell(middle * 1000, "%.0f"), cell(ratio, "%.1f"), cell(result["memory"] / 1024, "%.0f")]
        rows.append(row)
    return rows


def text(results):
    """The whole report."""
    names = list(results["implementations"])
    parts = ["Machine: %s; %g s a program." % (results["machine"], results["seconds"])]
    parts += ["- %s: %s" % (name, version) for name, version in results["implementations"].items()]
    for mine in names:
        if mine in ("cpython", "pypy"):
            continue
        others = [name for name in names if name != mine]
        head = [mine, "peak ms", *("× " + other for other in others)]
        head += ["first ms", "to 80 % s", "2 s of CPython", "MB"]
        rows = program_rows(results, names, mine)
        parts += ["", table(head, rows), ""]
        for other in others:
            for kind, (mean, count, least) in means(results, mine, other).items():
                words = "%s against %s, %s programs: %.2f (geometric mean of %d; least %.2f)"
                parts.append("- " + words % (mine, other, kind, mean, count, least))
        warm = [figures.warm_up(e[mine]) for e in results["programs"].values() if good(e.get(mine))]
        if warm:
            parts.append("- %s, time to 80 %% of peak: %.2f s in the median program" % (mine, statistics.median(warm)))
    if results["startup"]:
        head = ["whole process"]
        for name in names:
            head += [name + " ms", "/ cpython", "MB"]
        parts += ["", table(head, start_rows(results, names))]
    failed = failures(results)
    if failed:
        parts += ["", "Failed:", *failed]
    return "\n".join(parts)
