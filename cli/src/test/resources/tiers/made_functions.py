"""Functions made in machine code have the module and the builtins that the globals name at that moment."""


def make(start):
    plain = lambda: start
    return plain, lambda: len("ab")


def last(count):
    for k in range(count):
        made = make(k)
    return made


known = __builtins__.__dict__
for turn in range(3):
    closed, plain = last(3000)
    print(closed(), plain(), closed.__module__, plain.__module__, plain.__builtins__ is known)
__name__ = "other"
closed, plain = last(3000)
print(closed(), plain(), closed.__module__, plain.__module__, plain.__builtins__ is known)
del __name__
closed, plain = last(3000)
print(closed(), plain(), closed.__module__, plain.__module__, plain.__builtins__ is known)
__builtins__ = {"len": lambda text: 42}
closed, plain = last(3000)
print(closed(), closed.__module__, plain.__builtins__ is known, list(plain.__builtins__))
