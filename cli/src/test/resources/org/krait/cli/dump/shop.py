"""A small program for --dump."""


class Basket:
    def __init__(self, items=()):
        self.items = list(items)

    @property
    def total(self):
        return sum(price for _, price in self.items)


def label(basket, *, unit="EUR"):
    def line(item):
        name, price = item
        return f"{name}: {price:.2f} {unit}"

    return [line(item) for item in basket.items if item]
