# packages: python3-sqlalchemy
"""SQLAlchemy on sqlite3: tables, queries, relations, transactions, events, reflection."""
import datetime
import decimal

import sqlalchemy as sa
from sqlalchemy import Column, Date, Enum, ForeignKey, Integer, Numeric, String, Table, and_, case, event, exists, func, or_, select, text
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Session, aliased, backref, declarative_base, joinedload, relationship, selectinload, validates

Base = declarative_base()
tagging = Table("tagging", Base.metadata, Column("item", ForeignKey("item.id")), Column("tag", ForeignKey("tag.id")))


class Shop(Base):
    __tablename__ = "shop"
    id = Column(Integer, primary_key=True)
    name = Column(String(30), nullable=False, unique=True)
    items = relationship("Item", back_populates="shop", cascade="all, delete-orphan", order_by="Item.price.desc()")

    def __repr__(self):
        return f"Shop({self.name!r})"


class Item(Base):
    __tablename__ = "item"
    id = Column(Integer, primary_key=True)
    name = Column(String, index=True)
    price = Column(Numeric(10, 2))
    kind = Column(Enum("food", "tool"), default="tool")
    since = Column(Date, default=datetime.date(2026, 1, 2))
    shop_id = Column(ForeignKey("shop.id"))
    shop = relationship(Shop, back_populates="items")
    tags = relationship("Tag", secondary=tagging, backref=backref("items", lazy="dynamic"))

    @hybrid_property
    def dear(self):
        return self.price > 5

    @validates("name")
    def clean(self, key, name):
        return name.strip()

    def __repr__(self):
        return f"Item({self.name!r}, {self.price})"


class Tag(Base):
    __tablename__ = "tag"
    id = Column(Integer, primary_key=True)
    word = Column(String)


engine = sa.create_engine("sqlite://")
statements = []
event.listen(engine, "before_cursor_execute", lambda c, cur, sql, args, ctx, many: statements.append(" ".join(sql.split())))
Base.metadata.create_all(engine)
with Session(engine) as session:
    hot, tools = Tag(word="hot"), Tag(word="steel")
    session.add_all([Shop(name="Ann", items=[Item(name=" tea ", price=decimal.Decimal("3.50"), kind="food", tags=[hot]), Item(name="pot", price=12, tags=[hot, tools])]),
                     Shop(name="Bob", items=[Item(name="saw", price=20.25, tags=[tools])]), Shop(name="Empty")])
    session.commit()
    print(session.execute(select(Item.name, Item.price, Item.since).order_by(Item.name)).all())
    print(session.scalars(select(Item).where(Item.dear).order_by(Item.price)).all(), session.get(Shop, 1).items, hot.items.count())
    print(session.execute(select(Shop.name, func.count(Item.id), func.sum(Item.price)).outerjoin(Item).group_by(Shop.id).having(func.count() > 0).order_by(Shop.name.desc())).all())
    print(session.scalars(select(Shop).options(selectinload(Shop.items).joinedload(Item.tags)).where(Shop.items.any(Item.name.like("%a%")))).unique().all())
    other = aliased(Item)
    print(session.execute(select(Item.name, other.name).join(other, and_(Item.id < other.id, or_(other.price > 15, other.kind == "food")))).all())
    ranked = select(Item.name, func.row_number().over(order_by=Item.price).label("rank"), case((Item.price > 10, "dear"), else_="cheap")).cte("ranked")
    print(session.execute(select(ranked).where(ranked.c.rank > 1)).mappings().all())
    print(session.query(Item).filter(~exists().where(tagging.c.item == Item.id)).count(), session.query(Item).filter_by(kind="food").one(), session.query(func.max(Item.price)).scalar())
    item = session.query(Item).filter(Item.name == "pot").one()
    item.price += 1
    print(session.dirty, sa.inspect(item).attrs.price.history, session.is_modified(item))
    session.rollback()
    print(item.price, session.execute(sa.update(Item).where(Item.kind == "tool").values(price=Item.price * 2)).rowcount, item.price)
    session.delete(session.get(Shop, 1))
    session.flush()
    print(session.query(Item).all(), session.scalar(select(func.count()).select_from(tagging)))
    nested = session.begin_nested()
    try:
        session.add(Shop(name="Bob"))
        session.flush()
    except sa.exc.IntegrityError as error:
        nested.rollback()
        print(type(error).__name__, error.orig)
    session.commit()
with engine.begin() as connection:
    connection.execute(sa.insert(Tag.__table__), [{"word": w} for w in ("x", "y")])
    print(connection.execute(text("SELECT word FROM tag WHERE id > :low"), {"low": 2}).scalars().all(), connection.execute(select(Tag.word.in_(["x"]).label("is_x"))).keys())
print(sa.inspect(engine).get_table_names(), [(c["name"], str(c["type"]), c["nullable"]) for c in sa.inspect(engine).get_columns("item")], sa.inspect(engine).get_foreign_keys("tagging")[0]["referred_table"])
print(select(Item).where(Item.name.ilike("a"), Item.price.between(1, 2)).limit(3).offset(1), sa.schema.CreateTable(Item.__table__), len(statements), statements[-1])
for wrong in (lambda: Shop(nam=1), lambda: select(Item).where(Item.nothing), lambda: engine.connect().execute(text("SELECT nothing"))):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, str(error).splitlines()[0])
