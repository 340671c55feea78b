"""A property whose setter adds an attribute of another name, at one place several times."""


class Named:
    def __init__(self, name):
        self.name = name

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, value):
        self._name = value


print([Named(i).name for i in range(5)], vars(Named(7)))
