"""Lists of comprehensions get room for what the last ones had; zip takes items of lists in one go."""


def chosen(items, least):
    return [item for item in items if item >= least]


def flat(rows):
    return [cell for row in rows for cell in row]


def nested(sizes):
    return [[number for number in range(size) if number % 3] for size in sizes if size]


for turn in range(60):
    assert len(chosen(list(range(turn)), turn // 2)) == turn - turn // 2
    assert flat([list(range(turn)), [], ["text"] * (turn % 3)])[turn:] == ["text"] * (turn % 3)
    assert flat([[0.5] * (turn % 7), [1]])[-1] == 1
    assert [len(row) for row in nested([3, 0, turn])] == [2, turn - (turn + 2) // 3][: 1 + (turn > 0)]
    # What comes first decides, whatever the last lists had.
    assert chosen(["a", "b"] if turn % 5 == 4 else [1, 2.5], "b" if turn % 5 == 4 else 2) == (
        ["b"] if turn % 5 == 4 else [2.5]
    )
found = chosen([5, 1, 7], 2)
found.append("more")
print(found, chosen([], 0), flat([]), nested([]))


class Ending(list):
    def __iter__(self):
        print("asked")
        return super().__iter__()


def columns(rows, times):
    for _ in range(times):
        found = [column for column in zip(*rows)]
    return found


print(columns([[1, 2, 3], [4, 5, 6]], 50), columns([[1, "a"], [2.5, None]], 50), columns([[1, 2], []], 50))
print(columns([[1, 2], (3, 4), "xy", {"k": 1, "l": 2}], 50), columns([Ending([1])], 1))
long, short = iter([1, 2, 3, 4]), [10, 20]
print(list(zip(long, short)), list(long))
long, short = iter([1, 2, 3, 4]), [10, 20]
print(list(zip(short, long)), list(long))
same = iter(["a", "b", "c", "d", "e"])
print(list(zip(same, same)), list(same))
growing = [1]
paired = []
for a, b in zip(growing, growing):
    paired.append((a, b))
    if len(growing) < 4:
        growing.append(a * 300)
print(paired)
for kind in (ValueError, TypeError):
    try:
        print(list(zip([1, 2], [3], strict=True)) if kind is ValueError else list(zip([1], 5)))
    except kind as error:
        print(error)
ends = zip([1], [2])
print(next(ends), next(ends, "end"), next(ends, "end"))
