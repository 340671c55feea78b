"""A slot's descriptor in a class that it does not belong to is refused wherever attributes are looked for."""


class Owner:
    __slots__ = ("a", "b")


class Slotted:
    __slots__ = ("a", "b")


class Plain:
    pass


class Heir(Owner):
    pass


for cls in Slotted, Plain, Heir:
    cls.q = Owner.__dict__["b"]


def read(instance, value):
    return instance.q


def write(instance, value):
    instance.q = value


def write_as_object(instance, value):
    object.__setattr__(instance, "q", value)


def write_by_name(instance, value):
    setattr(instance, "q", value)


def match(instance, value):
    match instance:
        case Slotted(q=found) | Plain(q=found) | Heir(q=found):
            return found


def many(operation, cls):
    instance = cls()
    if cls is not Plain:
        instance.b = "own"
    results = []
    for i in range(300):
        try:
            results.append(operation(instance, i))
        except TypeError as error:
            results.append(str(error))
    return sorted(set(map(str, results))), getattr(instance, "b", "none")


for operation in read, write, write_as_object, write_by_name, match:
    for cls in Slotted, Plain, Heir:
        print(operation.__name__, cls.__name__, *many(operation, cls))
