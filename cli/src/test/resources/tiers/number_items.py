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


class Bytes(bytearray):
    def append(self, item):
        super().append(item ^ 1)


def appended(n, make, values):
    data = make()
    raised = []
    for i in range(n):
        value = values[i % len(values)]
        try:
            data.append(value)
        except (ValueError, TypeError) as error:
            raised.append(str(error))
    return len(data), sum(data), data[-3:], len(raised), raised[-1:]


def lent():
    data = bytearray(b"ab")
    for i in range(3000):
        if i == 2000:
            view = memoryview(data)
            try:
                data.append(i & 255)
            except BufferError as error:
                print(error)
            view.release()
        data.append(i & 255)
        if i % 3 == 0:
            del data[0]
    return len(data), data[:5]


for _ in range(3):
    for make in (bytearray, Bytes):
        for values in ([1, 2, 255], [0, 256], [-1, 9], [True, 3], [4, "x"], [2**70, 5]):
            print(appended(1200, make, values))
    print(lent())


def beginnings(data, wanted):
    """Bytes as keys and arguments."""
    places, found = {}, 0
    for i in range(len(data) - 2):
        key = data[i : i + 3]
        found += places.get(key, i) - places.get(key[:1], 0) + places.setdefault(wanted, i)
        places[key] = i
        found += data.find(key, i // 2) + data.startswith(key)
    return found, len(places), places.get("abc"), wanted in places


for wanted in (b"abc", "abc", 7, bytes([1, 2])):
    print(beginnings(bytes(i * i % 61 for i in range(2000)), wanted))
