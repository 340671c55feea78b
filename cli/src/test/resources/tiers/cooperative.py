"""Methods behind a class as values: super().name(*args, **kwargs), and super().name without a call."""


class Root:
    def __init__(self, **others):
        if others:
            raise TypeError("left over: " + ", ".join(others))
        self.order = ["Root"]

    def tell(self, *words, end="."):
        return " ".join(words) + end


class Named(Root):
    def __init__(self, *, name="nobody", **others):
        super().__init__(**others)
        self.name = name
        self.order.append("Named")

    def tell(self, *words, **how):
        return super().tell(self.name, *words, **how)


class Sized(Root):
    def __init__(self, *, size=1, **others):
        super().__init__(**others)
        self.size = size
        self.order.append("Sized")

    def tell(self, *words, **how):
        method = super().tell
        return method(str(self.size), *words, **how)


class Both(Named, Sized):
    def __init__(self, *args, **others):
        super().__init__(*args, **others)
        self.order.append("Both")


class Numbers(list):
    def append(self, *items):
        add = super().append
        for item in items:
            add(item)
        return super().__len__

    @classmethod
    def made(cls, *items):
        return cls(items)


class More(Numbers):
    @classmethod
    def made(cls, *items):
        make = super().made
        return make(*items, 0)


def run(turn):
    both = Both(size=turn, name="both")
    found = [both.order, both.tell("a", end="!"), Named(name="x").tell("b"), Sized().tell("c", "d")]
    try:
        Both(size=2, colour="red")
    except TypeError as error:
        found.append(str(error))
    try:
        Both(2)
    except TypeError as error:
        found.append(str(error))
    numbers = More.made(1, 2)
    found.append((numbers.append(3, 4)(), numbers))
    return found


for turn in range(120):
    last = run(turn)
print(*last, sep="\n")
Root.tell = lambda self, *words, end="": "changed" + end
print(run(0)[1:4])
