"""The results as a picture: bars of ratios, and a warm-up curve for every program."""

import html
import math

import figures

COLOURS = {"krait": "#2a7f3f", "cpython": "#3465a4", "pypy": "#c4570a"}
SPARE = ["#7a3fa0", "#8a8a00", "#008a8a"]
WIDTH, ROW = 1000, 16
CURVE_WIDTH, CURVE_HEIGHT, COLUMNS = 240, 120, 4


def colour(name, names):
    return COLOURS.get(name) or SPARE[[n for n in names if n not in COLOURS].index(name) % len(SPARE)]


def good(result):
    return result is not None and "error" not in result


def words(x, y, text, size=11, anchor="start", fill="#222"):
    form = '<text x="%.1f" y="%.1f" font-size="%d" text-anchor="%s" fill="%s">%s</text>'
    return form % (x, y, size, anchor, fill, html.escape(text))


def bars(results, names, top):
    """Speed against CPython on a logarithmic scale, one row a program."""
    programs = sorted(results["programs"].items())
    others = [name for name in names if name != "cpython"]
    low, high = math.log(0.05), math.log(100)
    left, right = 130, WIDTH - 20

    def x(ratio):
        return left + (min(max(math.log(ratio), low), high) - low) / (high - low) * (right - left)

    bottom = top + 20 + ROW * len(programs)
    out = [words(10, top, "Speed at peak, CPython 3.12.1 = 1 (logarithmic)", 14)]
    for mark in (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100):
        line = '<line x1="%.1f" x2="%.1f" y1="%d" y2="%d" stroke="%s"/>'
        out.append(line % (x(mark), x(mark), top + 18, bottom, "#222" if mark == 1 else "#ddd"))
        out.append(words(x(mark), top + 14, "%g" % mark, 9, "middle"))
    for at, (name, entry) in enumerate(programs):
        y = top + 22 + at * ROW
        out.append(words(left - 6, y + 9, name, 10, "end"))
        height = (ROW - 3) / max(1, len(others))
        for place, other in enumerate(others):
            if good(entry.get(other)) and good(entry.get("cpython")):
                ratio = figures.peak(entry["cpython"]["times"]) / figures.peak(entry[other]["times"])
                a, b = sorted((x(1), x(ratio)))
                form = '<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s"/>'
                out.append(form % (a, y + place * height, b - a, height, colour(other, names)))
    return out, bottom + 30


def curve(entry, names, name, left, top):
    """Milliseconds of an iteration over the seconds of the process, both from their own start."""
    results = [(each, entry[each]) for each in names if good(entry.get(each))]
    out = [words(left, top + 10, name, 10)]
    if not results:
        return out
    end = max(r["start"] + r["load"] + sum(r["times"]) for _, r in results)
    low = math.log(min(min(r["times"]) for _, r in results))
    high = math.log(max(max(r["times"]) for _, r in results))
    span = max(high - low, 0.1)
    frame = '<rect x="%d" y="%d" width="%d" height="%d" fill="none" stroke="#ccc"/>'
    out.append(frame % (left, top + 14, CURVE_WIDTH - 30, CURVE_HEIGHT - 34))
    for each, result in results:
        elapsed = result["start"] + result["load"]
        points = []
        step = max(1, len(result["times"]) // 150)
        for i, seconds in enumerate(result["times"]):
            elapsed += seconds
            if i < 20 or i % step == 0:
                px = left + elapsed / end * (CURVE_WIDTH - 30)
                py = top + 14 + (high - math.log(seconds)) / span * (CURVE_HEIGHT - 34)
                points.append("%.1f,%.1f" % (px, py))
        form = '<polyline points="%s" fill="none" stroke="%s"/>'
        out.append(form % (" ".join(points), colour(each, names)))
    label = "%.3g to %.3g ms, %.1f s" % (math.exp(low) * 1000, math.exp(high) * 1000, end)
    out.append(words(left, top + CURVE_HEIGHT - 10, label, 9, fill="#666"))
    return out


def svg(results):
    """The whole picture."""
    names = list(results["implementations"])
    out = [words(10, 22, "Krait's benchmark: " + results["machine"], 12)]
    for at, name in enumerate(names):
        out.append(words(10 + at * 110, 42, "■ " + name, 12, fill=colour(name, names)))
    rows, top = bars(results, names, 66)
    out += rows
    out.append(words(10, top, "Warm-up: time of an iteration (logarithmic) over time since the process began", 14))
    top += 10
    for at, (name, entry) in enumerate(sorted(results["programs"].items())):
        left = 10 + at % COLUMNS * (CURVE_WIDTH + 5)
        out += curve(entry, names, name, left, top + at // COLUMNS * CURVE_HEIGHT)
    height = top + (len(results["programs"]) + COLUMNS - 1) // COLUMNS * CURVE_HEIGHT + 20
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif">'
    background = '<rect width="100%" height="100%" fill="white"/>'
    return "\n".join([head % (WIDTH, height), background, *out, "</svg>\n"])
