"""A function whose code object is exchanged while the process runs."""


def greet():
    return "good morning"


before = greet()
constants = tuple("good evening" if c == "good morning" else c for c in greet.__code__.co_consts)
greet.__code__ = greet.__code__.replace(co_consts=constants)
print(before, "/", greet())
