"""issubclass of classes, of several, of what is none, and where a metaclass answers."""


class Odd(type):
    def __subclasscheck__(cls, other):
        return other is int


class Asked(metaclass=Odd):
    pass


class Base:
    pass


class Claimed(Base):
    pass


class Based:
    __bases__ = (Base,)


KINDS = (int, bool, KeyError, LookupError, Base, Claimed, Asked, Odd, Based(), 3)


def ask(kind):
    found = []
    for question in (one, several, asked):
        try:
            found.append(question(kind))
        except TypeError as error:
            found.append(str(error))
    return found


def one(kind):
    return issubclass(kind, LookupError), issubclass(kind, Base)


def several(kind):
    return issubclass(kind, (int, Base))


def asked(kind):
    return issubclass(kind, Asked)


class Quiet:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        return kind is not None and issubclass(kind, LookupError)


def quietly(error):
    with Quiet():
        raise error
    return "swallowed"


for turn in range(100):
    last = [ask(kind) for kind in KINDS]
    for error in (KeyError(turn), ValueError(turn)):
        try:
            last.append(quietly(error))
        except ValueError as raised:
            last.append(raised.args)
print(*last, sep="\n")
