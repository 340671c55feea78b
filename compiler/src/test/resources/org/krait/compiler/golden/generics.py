type Pairs[K] = list[tuple[K, K]]

class Stack[T: (int, str), *Ts, **P](list[T], metaclass=Meta):
    def push[U: T](self, item: U = None, *, at: int = 0) -> T:
        return item
