# Few texts sorted, with a long common beginning and with equal ones, which keep their order.


class Word(str):
    pass


def orders(words):
    found = [sorted(words), sorted(words, reverse=True)]
    keyed = list(enumerate(words))
    found.append(sorted(keyed, key=lambda each: each[1]))
    found.append(sorted(keyed, key=lambda each: each[1], reverse=True))
    own = words[:]
    own.sort()
    found.append(own == found[0])
    found.append(sorted(words, key=str.upper))
    return found


LISTS = [
    ["prefix_of_some_length_%d" % (n * 7 % 5) for n in range(count)] for count in (2, 8, 23, 32, 33)
] + [
    ["same long beginning", "same long beginning\0", "same long begin", "", "same", "same long beginning"],
    ["beyond \U0001F600 two", "beyond \uffff two", "beyond \U0001F600 one", "beyond one"],
    ["é with a long end", "e with a long end", "€ with a long end", "z", "é"],
]
for _ in range(60):
    found = [orders(each) for each in LISTS]
print(ascii(found))
print(sorted([Word("b is a longer text"), "a is a longer text", Word("a is a longer text")]))
