"""The protocols of objects: properties, descriptors, __getattr__, operators, super, class bodies."""

KIND = "pure"
SIZE = 11000


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.name)

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(self.name)
        setattr(instance, self.name, value)


class Account:
    balance = Positive()
    opened = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        Account.opened += 1

    @property
    def rich(self):
        return self.balance > 1000

    @classmethod
    def empty(cls, owner):
        return cls(owner)

    @staticmethod
    def fee(amount):
        return amount // 100

    def deposit(self, amount):
        self.balance += amount - self.fee(amount)


class Savings(Account):
    def __init__(self, owner, balance=0, rate=2):
        super().__init__(owner, balance)
        self.rate = rate

    def deposit(self, amount):
        super().deposit(amount)
        self.balance += amount * self.rate // 100


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        return getattr(self._target, name)


class Money:
    __slots__ = ("cents",)

    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other.cents)

    def __eq__(self, other):
        return self.cents == other.cents

    def __lt__(self, other):
        return self.cents < other.cents

    def __hash__(self):
        return hash(self.cents)

    def __bool__(self):
        return self.cents != 0

    def __len__(self):
        return self.cents // 100

    def __getitem__(self, index):
        return self.cents >> index & 1


def run(n):
    accounts = [Account("a"), Savings("b"), Account.empty("c"), Savings("d", 5, rate=3)]
    proxy = Proxy(accounts[1])
    for i in range(n):
        for account in accounts:
            account.deposit(100 + i % 7)
        proxy.deposit(3)
        assert proxy.rich == accounts[1].rich
    assert accounts[0].balance == accounts[2].balance > 99 * n
    assert accounts[1].balance > accounts[0].balance
    try:
        accounts[0].balance = -1
    except ValueError:
        pass
    else:
        raise AssertionError
    total = Money(0)
    seen = set()
    for i in range(n):
        money = Money(i)
        total = total + money
        if money and not money < Money(5):
            seen.add(Money(i % 50))
        money[i & 7]
    assert total == Money(n * (n - 1) // 2) and len(seen) == 50
    assert len(total) == total.cents // 100
