# Items of arrays and bytearrays as machine numbers, and where they stop being such.
from array import array


def total(numbers, count):
    result = 0
    for i in range(-1, count - 1):
        result += numbers[i]
    return result


def fill(numbers, value, step):
    for i in range(len(numbers)):
        numbers[i] = value
        value += step
    return numbers


def attempt(call, *args):
    try:
        return call(*args)
    except Exception as e:
        return type(e).__name__, str(e)


class Own(array):
    def __getitem__(self, index):
        return 7


for _ in range(3):
    for code in "bBhHiIlLqQfd":
        numbers = array(code, range(100))
        for _ in range(60):
            fill(numbers, 1, 1)
            total(numbers, 100)
        print(code, total(numbers, 100), numbers[-1], type(numbers[3]).__name__)
        print(attempt(total, numbers, 200), attempt(fill, numbers, -1, 1) == numbers)
        print(attempt(fill, numbers, 2**31 - 50, 1) == numbers, numbers[0], numbers[80])
        print(attempt(fill, numbers, 2**63 - 50, 1) == numbers, numbers[0], numbers[80])
        print(attempt(fill, numbers, 0.5, 0.25) == numbers, numbers[2], attempt(fill, numbers, True, 1) == numbers)
        print(attempt(fill, numbers, "a", "b"), numbers[0])
    data = bytearray(100)
    for _ in range(60):
        fill(data, 1, 1)
        total(data, 100)
    print(total(data, 100), data[-1], attempt(total, data, 200), attempt(fill, data, 200, 1), data[55], data[56])
    print(total(bytes(data), 100), total(Own("i", range(100)), 100), total(list(range(100)), 100))
print(fill(array("f", bytes(40)), 0.1, 0.1)[3], fill(array("d", bytes(80)), 1, 0.5)[-1])
