"""Exceptions are made without a general call, so that functions that raise them need no frame."""


class Invalid(ValueError):
    def __init__(self, text, *, field="none", **others):
        super().__init__(text + "!")
        self.field = field
        self.others = others


class Lost(KeyError):
    def __init__(self, *names, default=None):
        self.default = default


def check(value):
    if value < 0:
        raise ValueError("negative", value)
    if value > 9:
        raise KeyError(value)
    return value


def count(values):
    seen = []
    for value in values:
        try:
            seen.append(check(value))
        except ValueError as error:
            seen.append(error.args)
        except LookupError as error:
            seen.append(str(error))
    return seen


def validate(value):
    if value < 0:
        raise Invalid("low", field=value)
    if value > 9:
        raise Invalid(text="high", limit=9, field="most")
    if value == 5:
        raise Lost("five", "six", default=value)
    return value


def fields(values):
    seen = []
    for value in values:
        try:
            seen.append(validate(value))
        except Invalid as error:
            seen.append((error.args, error.field, error.others))
        except Lost as error:
            seen.append((error.args, str(error), error.default))
    return seen


for _ in range(60):
    last = count([1, -2, 30])
    others = fields([-3, 1, 12, 5])
print(last, *others)
try:
    ValueError(key=1)
except TypeError as error:
    print(error)
