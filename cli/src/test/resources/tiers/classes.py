"""Class bodies that run often have names of their own to look up and set."""


def make(n):
    class Base:
        size = n

        class Inner:
            twice = n * 2

        def total(self):
            return self.size + self.Inner.twice

    return Base


for i in range(400):
    made = make(i)
print(made().total(), made.Inner.twice, sorted(k for k in vars(made) if k[0] != "_"))
