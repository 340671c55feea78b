def loop(a, b):
    a, b = b, a
    while a is None:
        if 0:
            del b


def cells(x):
    try:
        yield x
    finally:
        lambda: x
