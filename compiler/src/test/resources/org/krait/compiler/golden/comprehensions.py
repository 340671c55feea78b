def squares(rows, limit):
    found = [(last := cell) * cell for row in rows if row for cell in row if cell < limit]
    callbacks = [lambda: item for item in found]
    return last, callbacks, {key: value for key, value in zip(found, callbacks)}

class Table:
    width = 3
    columns = [width for width in range(4)]

def lazily(values):
    return sum(value for value in values)
