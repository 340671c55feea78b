"""Calls with keywords where machine code is left at the call: the keywords are not lost."""


def describe(*args, sep="-", end="."):
    return sep.join(map(str, args)) + end


for name in ["a", "b"]:
    check = 0
    for i in range(3000):
        try:
            check = (check * 31 + i) % 1000003
        except ValueError:
            pass
    print(name, check, end=" ")
    for i in range(3000):
        check = (check * 17 + i) % 1000003
    print(check, describe(name, check, sep="/"), describe(name, end="!"))


def one(x, flag):
    if flag:
        return describe(x, x, sep="+")
    return describe(x, end=";", sep="*")


for i in range(300):
    r = one(i, False)
print(r, one(1, True), one("s", True))
