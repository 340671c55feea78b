# super() in machine code: one class and several, changed behind its back, several bases
class A:
    def __init__(self, v):
        self.v = v

    def f(self, x):
        return self.v + x

    def __repr__(self):
        return "A"


class B(A):
    def __init__(self, v, w=1):
        super().__init__(v)
        self.w = w

    def f(self, x):
        return super().f(x) * 2

    @classmethod
    def make(cls, v):
        return cls(v)


class C(B):
    def __init__(self, v):
        super().__init__(v, w=3)

    def f(self, x):
        return super().f(x) + self.w

    @classmethod
    def make(cls, v):
        return super().make(v + 1)


class Left(A):
    def f(self, x):
        return super().f(x) + 10


class Right(A):
    def f(self, x):
        return super().f(x) + 100


class Both(Left, Right):
    def f(self, x):
        return super().f(x) + 1000


class Listed(list):
    def append(self, x):
        super().append(x)
        super().append(-x)

    def __len__(self):
        return super().__len__() * 2


def work(n):
    total = 0
    for i in range(n):
        for cls in (B, C, Left, Right, Both):
            total += cls(i).f(1)
    made = Listed()
    for i in range(n):
        made.append(i)
    total += C.make(5).v
    return total, len(made), sum(made)


print(work(3000))
old = A.f
A.f = lambda self, x: -1
print(work(20))
A.f = old
print(work(20))
Right.f = lambda self, x: 7
print(work(2000))
C.__bases__ = (Right,)
C.f = lambda self, x: super(C, self).f(x)
C.__init__ = A.__init__
try:
    print(work(20))
except AttributeError as e:
    print(e)


def other(self, x):
    return __class__


class D(B):
    def f(self, x):
        def inner():
            return super(D, self).f(x)
        return inner() + super().f(x)


print(sum(D(i).f(2) for i in range(3000)))
