"""Items of dicts that are taken apart at once, also where keys come and go meanwhile."""


def inverted(d):
    return {value: key for key, value in d.items()}


def total(d):
    found = 0
    for key, value in d.items():
        found += key * value
    return found


def changed(d, at, change):
    seen = []
    try:
        for key, value in d.items():
            seen.append((key, value))
            if len(seen) == at:
                change(d)
    except RuntimeError as error:
        seen.append(str(error))
    return seen


def again(items):
    """An iterator that goes on where it was left, and stays at its end."""
    found = []
    for key, value in items:
        found.append((key, value))
        if len(found) == 2:
            break
    for key, value in items:
        found.append((value, key))
    for key, value in items:
        found.append("more")
    return found


def anything(pairs):
    return [(b, a) for a, b in pairs]


def swap(d):
    del d[1]
    d[9] = 9


for _ in range(3):
    for i in range(300):
        inverted({i: 1, "a": 2})
        total({i: 1, 2: 3})
        changed({1: 2}, 9, None)
        again(iter({1: 2, 3: 4, 5: 6}.items()))
        anything({i: i}.items())
    print(inverted({}), inverted({1: "a", "b": 2.5}), total({1: 2, 3: 4.5}))
    gone = dict.fromkeys(range(6), 0)
    del gone[0], gone[3], gone[5]
    print(inverted({k: -k for k in gone}), anything(gone.items()), again(iter(gone.items())))
    print(changed({1: 2, 3: 4}, 1, lambda d: d.update({3: 5})))
    print(changed({1: 2, 3: 4}, 1, lambda d: d.update({7: 5})))
    print(changed({1: 2, 3: 4}, 1, lambda d: d.pop(3)))
    print(changed({1: 2, 3: 4}, 1, dict.clear))
    print(changed({1: 2, 3: 4}, 2, lambda d: d.update({7: 5})))
    print(changed({1: 2, 3: 4}, 1, swap), changed({1: 2, 3: 4}, 2, swap))
    print(anything([(1, 2), [3, 4], "ab"]), anything(zip("ab", [1, 2])), anything({1: 2}.items()))
