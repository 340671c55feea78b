match command.split():
    case ["go", ("north" | "south") as direction] if open:
        move(direction)
    case [first, *_, 7] | [7, *_, first]:
        pass
    case {"x": 0, **others}:
        pass
    case Point(x=0, y=_):
        pass
    case None:
        pass
    case _:
        wait()
