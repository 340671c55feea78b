"""min, max, sorted, list over generators and lists of numbers: the first of equals, kinds that change on the way."""


def attempt(function, *args, **names):
    try:
        return function(*args, **names)
    except (TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


def of(values):
    return [
        attempt(min, (x for x in values)), attempt(max, (x for x in values)),
        attempt(min, list(values)), attempt(max, list(values)),
        attempt(list, (x for x in values)), attempt(sorted, (x for x in values)),
        attempt(min, (x for x in values), default="none"), attempt(max, values, key=lambda x: -x),
    ]


def count(n):
    return [
        max(i * 7 % 31 for i in range(n)), min(i * 0.5 - n for i in range(n)), max(i % 3 == 1 for i in range(n)),
        list(i * i for i in range(n)), min([i ^ 5 for i in range(n)]), max([1.5 * i for i in range(n)]),
        min([1, 1.0, True][i % 3] for i in range(n)), max([True, 1.0, 1][i % 3] for i in range(n)),
    ]


def main():
    nan = float("nan")
    for _ in range(60):
        for n in (1, 2, 40):
            found = count(n)
    print(found)
    for values in (
        [], [3], [2, 1, 3], [2.5, 1.5], [1, 1.0, True], [True, 1, 1.0], [0.0, -0.0], [-0.0, 0.0], [1, 2.5, 2**70],
        [2**70, 1], [nan, 1.0], [1.0, nan], [1, "a"], ["b", "a"], [None], [1.5, 2, "a"], [10**18, -(10**18)],
    ):
        print(of(values))
    a, b = [1], [1]
    print(min(x for x in (a, b)) is a, max(x for x in (a, b)) is a, min([a, b]) is a)
    print(attempt(max, (x for x in ())), attempt(min, 5), attempt(min, [1], 2, default=3))


main()
