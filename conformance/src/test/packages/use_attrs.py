# packages: python3-attr
"""Classes by attrs: validators, converters, order, slots, frozen, inheritance, evolution."""
import attr
import attrs
from attrs import Factory, asdict, astuple, converters, define, evolve, field, fields, frozen, validators


@define(order=True)
class Item:
    name: str = field(validator=validators.instance_of(str))
    price: float = field(default=1.0, converter=float, validator=[validators.ge(0), validators.lt(100)])
    tags: list = field(factory=list, order=False, repr=lambda tags: f"<{len(tags)}>")
    secret: str = field(default="x", repr=False, eq=False, kw_only=True)

    @price.validator
    def _even(self, attribute, value):
        if value == 13:
            raise ValueError(f"{attribute.name} is unlucky")


@frozen
class Place:
    x: int
    y: int = Factory(lambda self: self.x * 2, takes_self=True)


@attr.s(auto_attribs=True, hash=True, cmp=True)
class Old:
    a: int
    b: "int" = attr.ib(default=3, metadata={"unit": "m"})
    _private: int = 4

    def __attrs_post_init__(self):
        self.sum = self.a + self.b


@define
class Deep(Item):
    inner: Place = field(default=None, converter=converters.optional(lambda v: v if isinstance(v, Place) else Place(*v)))
    on: bool = field(default="yes", converter=converters.to_bool, on_setattr=attrs.setters.frozen)


tea = Item("tea", "2.5", ["a"])
print(tea, tea < Item("tee"), tea == Item("tea", 2.5, ["a"], secret="z"), sorted([Item("b"), Item("a", 3), Item("a", 2)]))
print(Place(3), {Place(1): 2}[Place(1, 2)], evolve(Place(1), y=9), Place.__slots__, hasattr(tea, "__dict__"))
deep = Deep("d", inner=(4, 5), on="no")
print(deep, asdict(deep), astuple(deep, recurse=False), asdict(deep, filter=lambda a, v: a.name != "secret", value_serializer=lambda i, a, v: repr(v)))
print(Old(1), Old(1) < Old(2), hash(Old(1)) == hash(Old(1)), Old(1).sum, [(a.name, a.type, a.metadata.get("unit")) for a in attr.fields(Old)])
print([a.name for a in fields(Deep)], attr.fields_dict(Item)["price"].default, attr.has(Item), Item.__match_args__)
for call in (lambda: Item(1), lambda: Item("a", -1), lambda: Item("a", 13), lambda: Item(), lambda: setattr(Place(1), "x", 2),
             lambda: setattr(deep, "on", True), lambda: setattr(tea, "price", 200), lambda: setattr(tea, "other", 1), lambda: Place(1) < Place(2)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, str(error)[:150].replace("\n", " "))
match tea:
    case Item(name, price):
        print("matched", name, price)
Made = attrs.make_class("Made", {"p": field(default=1), "q": field(factory=dict)}, bases=(Place,), frozen=True)
print(Made(1, 2, 3), Made.__mro__[1].__name__, attr.exceptions.FrozenInstanceError.__mro__[1].__name__)
