import sys


def again(n):
    if n:
        return again(n - 1)
    return [x for x in (1, 2)][5] + 1


def chained():
    try:
        again(8)
    except IndexError as e:
        raise ValueError("bad\nvalue") from e


class Odd(Exception):
    __module__ = 5

    def __str__(self):
        raise RuntimeError


class Noted(Exception):
    def __init__(self, *args):
        self.__notes__ = ["n1", "n2\nline", 5]


class Named:
    def method(self):
        self.attribute = 1
        return attribut + attribute


def run(case):
    match case:
        case "chain":
            try:
                chained()
            finally:
                raise Odd()
        case "notes":
            raise Noted("x", 1)
        case "range":
            raise SyntaxError("bad bad", ("bad.py", 1, 2, "abcdefg", 1, 100))
        case "lines":
            raise SyntaxError("m", ("bad.py", 1, 4, "ab\ncdef", 2, 2))
        case "anchors":
            é = dict(b="ééé"); é["b"]["c"] ; 
        case "multi":
            print(1, 2, (3)
                  .foo.bar)
        case "self":
            Named().method()
        case "module":
            jason
        case "import":
            from package import __pat__
        case "limit":
            sys.tracebacklimit = 1
            again(2)
        case "from none":
            try:
                1 / 0
            except ZeroDivisionError:
                raise KeyError("k") from None


run(sys.argv[1])
