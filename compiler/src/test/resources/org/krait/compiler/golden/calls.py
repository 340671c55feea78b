import json
json.dumps(a, indent=2)
text.join(parts, sep=",")
run(*args, 1, name=f"{a!r:>{width}} {b}", **options)
data = {"a": 1, "b": 2, **more}
values[1:n] += values[::2]
point.x: int = -1
assert values, "empty"
chained = a < b <= c and not d
{1, 2, 3}, [*values, 4], (yes if a or b else no)
