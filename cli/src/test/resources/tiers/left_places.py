# Sets whose elements come and go: where new ones go shows in their order.


def churn(elements, keys, seed):
    found = []
    for turn in range(60):
        seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
        key = keys[seed >> 8 & 31]
        if key in elements:
            elements.remove(key)
        else:
            elements.add(key)
        elements.discard(keys[seed >> 13 & 31])
        if turn % 6 == 0:
            found.append([each for each in elements])
    return found


def churn_ints(elements, offset, factor, seed):
    for turn in range(200):
        seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
        key = (seed >> 9) % 40 * factor + offset
        elements.add(key)
        elements.discard((seed >> 15) % 40 * factor + offset)
    copy = set(elements)
    copy.add(offset)
    return list(elements), list(copy), list(elements | {1000}), list(elements - {offset})


def absent(elements, key):
    try:
        elements.remove(key + 0)
    except KeyError as error:
        return error.args


class Named(set):
    pass


floats = [n / 2 for n in range(32)]
mixed = [n if n % 3 else float(n) if n % 2 else (n, -n) for n in range(32)]
for _ in range(40):
    results = [churn(set(), floats, 7), churn(Named(), mixed, 11), churn({-1, -2, 0, True}, mixed, 13)]
    numbers = [
        churn_ints(set(), offset, factor, seed)
        for offset in (0, -20, -1, 2**61 - 2, -(2**61))
        for factor, seed in ((1, 5), (8, 17), (64, 3), (-3, 29))
    ]
    gone = absent({1, 2}, 3), absent({1, 2.0}, 200), absent(set(), -1), absent({2.0}, 2)
print(results)
print(numbers)
print(gone)
