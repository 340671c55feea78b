"""Properties in hot code: read, set, replaced, initialised again, with raising functions."""
import sys


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError("overdrawn")
        self._balance = value

    @property
    def caller(self):
        return sys._getframe(1).f_code.co_name

    @property
    def method(self):
        return lambda x: (self.owner, x)

    @property
    def broken(self):
        raise KeyError("broken")


class Savings(Account):
    pass


class Other(Account):
    @property
    def balance(self):
        return -1


def total(accounts, n):
    found = 0
    refused = 0
    for i in range(n):
        for account in accounts:
            found += account.balance
            try:
                account.balance = account.balance + i - 100
            except ValueError:
                refused += 1
            except AttributeError as error:
                refused += 1000
                text = str(error)
    return found, refused


def called(account, n):
    for i in range(n):
        pair = account.method(i), account.caller
        try:
            account.broken
        except KeyError as error:
            depth = error.__traceback__.tb_next.tb_frame.f_code.co_name
    return pair, depth


first = [Account("a"), Savings("b", 5)]
print(total(first, 400), total([Savings("c", 3)], 400), total(first + [Other("d")], 300))
print(called(first[0], 400), called(first[1], 400))


def sums(account, n):
    found = 0
    for i in range(n):
        found += account.balance
        if i == n - 100:
            Account.balance.__init__(lambda self: 1000)
    return found


account = Savings("e", 1)
print(sums(account, 3000), account.balance)
Account.balance = property(lambda self: 7)
print(sums(account, 300))
