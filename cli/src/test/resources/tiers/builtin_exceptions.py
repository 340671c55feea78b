"""Exceptions of builtin classes are made without a call, so that functions that raise them need no frame."""


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


for _ in range(60):
    last = count([1, -2, 30])
print(last)
try:
    ValueError(key=1)
except TypeError as error:
    print(error)
