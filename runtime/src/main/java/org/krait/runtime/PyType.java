package org.krait.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyMappingProxy;
import org.krait.runtime.types.PyMethodDescriptor;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * A type: its place among the others, its attributes and its {@link TypeSlots}.
 *
 * <p>Look-ups along the method resolution order are cached per type; changing a type's attributes or
 * bases drops the caches of the type and of everything below it and gives them a new {@link #version}.
 * What other code links against a type holds only while the version stands.
 */
@BuiltinType(name = "type", parts = {TypeMembers.class}, weakReferences = true, basicSize = 920, itemSize = 40)
public final class PyType extends PyObject {
  private static final AtomicLong VERSIONS = new AtomicLong();
  private static final int CACHE_SIZE = 64;

  /** What a type has instead of caches until the first look-up; most types of a start never have any. Never written. */
  private static final CacheEntry[] NO_CACHE = new CacheEntry[CACHE_SIZE];

  /** Where {@link #specials} has the {@linkplain #initializer initializer}. */
  private static final int INITIALIZER = Special.COUNT;

  private static final PyObject[] NO_SPECIALS = new PyObject[INITIALIZER + 1];
  private static final PyObject ABSENT = new Absent();

  /** The answer of one look-up; {@code value} is null for "nowhere". */
  private static final class CacheEntry {
    final PyStr name;

    PyObject value;

    /**
     * Whether another plain value may take the place of this one without anybody being told: it is the
     * type's own, nothing inherits it, and nobody builds on it.
     */
    final boolean counts;

    CacheEntry(PyStr name, PyObject value, boolean counts) {
      this.name = name;
      this.value = value;
      this.counts = counts;
    }
  }

  /** Stands in {@link #specials} for a look-up that found nothing. */
  private static final class Absent extends PyObject {
    @Override
    public PyType type() {
      throw new IllegalStateException("the marker of an absent attribute escaped");
    }
  }

  /** The behaviour of instances. */
  public TypeSlots slots;

  /** Null for a class that a program defined. */
  final TypeTable table;

  /** The Java class of instances, a subclass of which no unrelated base may have. */
  final Class<?> layout;

  private final TypeFlags flags;
  private final int reserved;
  private final Subclasses subclasses = new Subclasses();
  private String name;

  /** The same as programs get it, once one has asked. */
  private PyStr shownName;

  private PyStr qualname;
  private PyType metatype;
  private PyType base;
  private PyTuple bases;
  private PyType[] mro;
  private PyDict dict;

  /** What a builtin type was asked for before its dict was there, or null; and how often. */
  private PyDict early;

  private int asked;
  private boolean abstractClass;
  private boolean finalizes;
  private boolean seesToEnd;

  /** Whether there ever was another {@code __new__} than a builtin one: CPython never forgets it. */
  private boolean hadOwnNew;

  /** Whether a program has referred weakly to an instance. */
  private boolean isReferredWeakly;
  private TypeFlags.Pattern pattern;

  private int soleMaker = ClassCalls.UNKNOWN;

  private volatile long version;
  private volatile CacheEntry[] cache;
  private volatile PyObject[] specials;

  private static final byte UNKNOWN = 0;
  private static final byte DATA = 1;
  private static final byte OTHER = 2;

  /** What {@link #isDataDescriptor} found. */
  private volatile byte descriptor;
  private Shape rootShape;
  private Shape dictShape;
  private volatile Map<PyStr, Assumption> unchanged;

  /** The type {@code type}; its table reaches for {@code object}, so that comes up first. */
  public static final PyType TYPE = builtin(new PyTypeTable());

  private PyType(TypeTable table) {
    this.table = table;
    this.name = table.typeName();
    this.base = table.base();
    this.layout = table.javaClass();
    this.flags = table.typeFlags();
    this.reserved = 0;
    this.pattern = flags.pattern() == TypeFlags.Pattern.NONE ? null : flags.pattern();
    this.slots = table.slots();
    invalidate();
  }

  /** A class that a program defines; {@link ClassCreation} has checked everything. */
  PyType(PyType metatype, String name, PyTuple bases, PyType base, TypeFlags flags, int reserved,
      PyDict dict) {
    this.table = null;
    this.metatype = metatype;
    this.name = name;
    this.qualname = PyStr.of(name);
    this.bases = bases;
    this.base = base;
    this.flags = flags;
    this.reserved = reserved;
    this.layout = base.layout;
    this.dict = dict;
    this.slots = new HeapSlots(this);
    invalidate();
  }

  /** The type that a table describes; its attributes are made when first asked for. */
  public static PyType builtin(TypeTable table) {
    PyType type = new PyType(table);
    table.owner = type;
    if (type.base != null) {
      type.base.addSubclass(type);
    }
    if (table.secondBase() != null) {
      type.bases = PyTuple.of(type.base, table.secondBase());
      table.secondBase().addSubclass(type);
      type.setMro(MethodResolution.order(type));
    }
    return type;
  }

  // ---- place among the types

  @Override
  public PyType type() {
    return metatype == null ? TYPE : metatype;
  }

  void setMetatype(PyType metatype) {
    this.metatype = metatype;
    modified();
  }

  /** {@code __name__}; for builtin types without the module. */
  public String name() {
    return name;
  }

  /** {@code __name__} as programs get it. */
  PyStr shownName() {
    PyStr shown = shownName;
    if (shown == null) {
      shown = isHeap() ? PyStr.interned(name) : PyStr.of(name);
      shownName = shown;
    }
    return shown;
  }

  /** The name as error messages show it: {@code tp_name}, with the module for builtin types outside builtins. */
  public String fullName() {
    return table != null && !table.module().equals("builtins") ? table.module() + "." + name : name;
  }

  public PyType base() {
    return base;
  }

  public boolean isHeap() {
    return table == null;
  }

  public boolean isSubclassable() {
    return flags.subclassable();
  }

  public boolean hasDict() {
    return flags.hasDict();
  }

  /** Whether the class has, or had once, a {@code __new__} of a program. */
  boolean hadOwnNew() {
    return hadOwnNew;
  }

  /** True for a class of a program whose {@code __del__} the common way calls. */
  public boolean finalizes() {
    return finalizes;
  }

  /** The {@code __del__} of this builtin type is for programs; instances, of its subclasses too, are watched by it. */
  public void seeToEnd() {
    seesToEnd = true;
  }

  private static boolean isCommon(PyObject del) {
    return del != null && !(del instanceof PyMethodDescriptor builtin && builtin.table().owner().seesToEnd);
  }

  boolean isReferredWeakly() {
    return isReferredWeakly;
  }

  void setReferredWeakly() {
    isReferredWeakly = true;
  }

  public boolean hasWeakref() {
    return flags.hasWeakref();
  }

  /** The Java class of instances; subclasses of value types have siblings of it. */
  public Class<?> layout() {
    return layout;
  }

  /** This type or the nearest builtin one along the bases. */
  public PyType builtinAncestor() {
    PyType type = this;
    while (type.isHeap()) {
      type = type.base;
    }
    return type;
  }

  /** How instances match in {@code match}; classes of programs inherit it, or get it from an ABC. */
  public TypeFlags.Pattern pattern() {
    for (PyType above : mro()) {
      if (above.pattern != null) {
        return above.pattern;
      }
    }
    return TypeFlags.Pattern.NONE;
  }

  /** Registers the type as a sequence or a mapping ({@code _abc}'s {@code __abc_tpflags__}). */
  public void setPattern(TypeFlags.Pattern value) {
    pattern = value;
  }

  /** Whether a class pattern's only positional sub-pattern is matched by the subject itself. */
  public boolean matchesSelf() {
    for (PyType above : mro()) {
      if (!above.isHeap() && above.flags.matchesSelf()) {
        return true;
      }
    }
    return false;
  }

  public TypeFlags flags() {
    return flags;
  }

  /** The names in {@code __slots__} of this class, mangled and sorted. */
  List<PyStr> ownSlots = List.of();

  /** Slots of {@code __slots__} in this class and those above. */
  public int reservedSlots() {
    return reserved;
  }

  /** The method resolution order, this type first; not to be changed. */
  public PyType[] mro() {
    PyType[] order = mro;
    if (order == null) {
      order = builtinOrder();
      if (!isHeap()) {
        mro = order;
      }
    }
    return order;
  }

  private PyType[] builtinOrder() {
    List<PyType> order = new ArrayList<>();
    for (PyType type = this; type != null; type = type.base) {
      order.add(type);
    }
    return order.toArray(PyType[]::new);
  }

  /** False while the method resolution order of a new class is being decided. */
  boolean hasOrder() {
    return mro != null || !isHeap();
  }

  void setMro(PyType[] order) {
    mro = order;
    modified();
  }

  void setBases(PyTuple newBases, PyType newBase) {
    for (PyObject old : basesTuple()) {
      ((PyType) old).subclasses.remove(this);
    }
    bases = newBases;
    base = newBase;
    for (PyObject type : newBases) {
      ((PyType) type).addSubclass(this);
    }
  }

  public PyTuple basesTuple() {
    if (bases == null) {
      bases = base == null ? PyTuple.EMPTY : PyTuple.of(base);
    }
    return bases;
  }

  /** True when this is {@code other} or stands below it. */
  public boolean isSubtypeOf(PyType other) {
    if (this == other) {
      return true;
    }
    for (PyType type : mro()) {
      if (type == other) {
        return true;
      }
    }
    return false;
  }

  void addSubclass(PyType type) {
    subclasses.add(type);
  }

  /** Direct subclasses that are still alive. */
  public List<PyType> subclasses() {
    return subclasses.alive();
  }

  // ---- attributes

  /** The type's own attributes. Changes must be followed by {@link #modified}. */
  public PyDict dict() {
    PyDict own = dict;
    if (own == null) {
      synchronized (this) {
        if (dict == null) {
          PyDict filled = new PyDict();
          table.populate(this, filled, early);
          dict = filled;
          early = null;
        }
        own = dict;
      }
    }
    return own;
  }

  /**
   * The attribute found along the method resolution order, not bound, or null.
   *
   * @param attribute the name; interned names are found faster
   */
  public PyObject lookup(PyStr attribute) {
    CacheEntry[] entries = cache;
    int at = attribute.cacheHash() & CACHE_SIZE - 1;
    CacheEntry entry = entries[at];
    if (entry != null && entry.name == attribute) {
      return entry.value;
    }
    PyStr interned = attribute.intern();
    if (entries == NO_CACHE) {
      // Before the search: what was found before a change must not outlive it.
      entries = ownCache();
    }
    PyObject value = search(interned);
    entries[interned.cacheHash() & CACHE_SIZE - 1] = new CacheEntry(interned, value, false);
    return value;
  }

  private CacheEntry[] ownCache() {
    synchronized (this) {
      CacheEntry[] own = cache;
      if (own == NO_CACHE) {
        own = new CacheEntry[CACHE_SIZE];
        cache = own;
      }
      return own;
    }
  }

  private PyObject search(PyStr attribute) {
    for (PyType type : mro()) {
      PyObject value = type.own(attribute);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** The type's own attribute, or null. A builtin type's dict is not filled for it unless it is asked often. */
  private PyObject own(PyStr attribute) {
    PyDict own = dict;
    return own != null ? own.get(attribute) : early(attribute.intern());
  }

  private PyObject early(PyStr attribute) {
    synchronized (this) {
      if (dict != null || ++asked > TypeTable.EARLY || TypeTable.isCommon(attribute)) {
        return dict().get(attribute);
      }
      if (early == null) {
        early = new PyDict();
      }
      PyObject value = early.get(attribute);
      if (value == null) {
        value = table.attribute(this, attribute);
        if (value != null) {
          early.put(attribute, value);
        }
      }
      return value;
    }
  }

  /** The type along the method resolution order that has the attribute, or null. */
  public PyType definerOf(PyStr attribute) {
    for (PyType type : mro()) {
      if (type.own(attribute) != null) {
        return type;
      }
    }
    return null;
  }

  /**
   * The attribute of a special name, not bound, or null.
   *
   * @param id one of {@link Special}
   */
  public PyObject special(int id) {
    PyObject[] known = specials;
    PyObject value = known[id];
    if (value == null) {
      value = findSpecial(known, id);
    }
    return value == ABSENT ? null : value;
  }

  private PyObject findSpecial(PyObject[] seen, int id) {
    PyObject[] known = seen;
    if (known == NO_SPECIALS) {
      // As in ownCache; of two threads one array is lost.
      known = new PyObject[INITIALIZER + 1];
      specials = known;
    }
    PyObject value = SpecialCalls.resolve(this, id, search(Special.name(id)));
    if (value == null) {
      value = ABSENT;
    }
    known[id] = value;
    return value;
  }

  /**
   * The function that is called for a new instance, where a call of the class does nothing else than to make a plain
   * one and to call that; None where there is none to call; else null.
   */
  public PyObject initializer() {
    if (metatype != TYPE) {
      return null;
    }
    PyObject[] known = specials;
    PyObject value = known[INITIALIZER];
    if (value == null) {
      value = ClassCalls.initializer(this);
      if (value == null) {
        value = ABSENT;
      }
      if (known != NO_SPECIALS) {
        known[INITIALIZER] = value;
      }
    }
    return value == ABSENT ? null : value;
  }

  /** Whether values of this type are data descriptors: have {@code __set__} or {@code __delete__}. */
  boolean isDataDescriptor() {
    byte known = descriptor;
    if (known == UNKNOWN) {
      known = special(Special.SET) != null || special(Special.DELETE) != null ? DATA : OTHER;
      descriptor = known;
    }
    return known == DATA;
  }

  /** Changes when the type's attributes or order, or those of a type above, change. */
  public long version() {
    return version;
  }

  /** That a look-up of this interned name finds what it finds now; not valid for names that keep changing. */
  public synchronized Assumption unchanged(PyStr attribute) {
    if (unchanged == null) {
      unchanged = new ConcurrentHashMap<>();
    }
    return unchanged.computeIfAbsent(attribute, name -> new Assumption());
  }

  private void breakUnchanged() {
    Map<PyStr, Assumption> broken;
    synchronized (this) {
      broken = unchanged;
      unchanged = null;
    }
    if (broken != null) {
      broken.values().forEach(Assumption::invalidate);
    }
  }

  /**
   * Drops what is cached of a name. Other threads may be about to put into the array what they found before:
   * then it is given up, and nobody reads that.
   */
  private void forget(PyStr attribute) {
    int at = attribute.cacheHash() & CACHE_SIZE - 1;
    if (!Concurrency.active()) {
      if (cache != NO_CACHE) {
        cache[at] = null;
      }
      return;
    }
    synchronized (this) {
      CacheEntry[] kept = cache.clone();
      kept[at] = null;
      cache = kept;
    }
  }

  /** An own data attribute has another value: nothing but what was found under its name is out of date. */
  private void replaced(PyStr attribute, PyObject value) {
    if (Concurrency.active() || mro()[0] != this) {
      forget(attribute);
    } else {
      boolean counts = subclasses.isEmpty() && isBroken(attribute);
      ownCache()[attribute.cacheHash() & CACHE_SIZE - 1] = new CacheEntry(attribute, value, counts);
    }
    breakUnchanged(attribute);
    replacedBelow(attribute);
  }

  private void replacedBelow(PyStr attribute) {
    if (Concurrency.active() || !subclasses.isEmpty()) {
      for (PyType type : subclasses()) {
        type.replacedAbove(attribute);
      }
    }
  }

  /** The same in a class below, which may have an attribute of that name itself. */
  private void replacedAbove(PyStr attribute) {
    forget(attribute);
    breakUnchanged(attribute);
    replacedBelow(attribute);
  }

  private void breakUnchanged(PyStr attribute) {
    Map<PyStr, Assumption> known = unchanged;
    Assumption broken = known == null ? null : known.get(attribute);
    if (broken != null) {
      broken.invalidate();
    }
  }

  /** Whether there was an assumption about an attribute, which holds no more; there will be no other. */
  private boolean isBroken(PyStr attribute) {
    Map<PyStr, Assumption> known = unchanged;
    Assumption last = known == null ? null : known.get(attribute);
    return last != null && !last.isValid();
  }

  /** Sets an own attribute that keeps changing, if it is known as one. */
  private boolean count(PyStr interned, PyObject value) {
    CacheEntry entry = cache[interned.cacheHash() & CACHE_SIZE - 1];
    if (entry == null || entry.name != interned || !entry.counts
        || Concurrency.active() || !subclasses.isEmpty() || !isPlainData(value)) {
      return false;
    }
    dict().put(interned, value);
    entry.value = value;
    return true;
  }

  /** Whether a value is no descriptor. */
  public static boolean isPlainData(PyObject value) {
    if (value.getClass() == PyLong.class) {
      return true;
    }
    PyType type = value.type();
    return type.special(Special.GET) == null
        && type.special(Special.SET) == null
        && type.special(Special.DELETE) == null;
  }

  /** To be called after every change of the attributes or of the order. */
  public void modified() {
    modified(true);
  }

  /**
   * The same.
   *
   * @param decides whether {@code __del__} or {@code __new__} may be others than before
   */
  private void modified(boolean decides) {
    invalidate();
    if (decides && isHeap()) {
      finalizes = isCommon(special(Special.DEL));
      if (!hadOwnNew) {
        hadOwnNew = base.hadOwnNew || !(special(Special.NEW) instanceof PyBuiltinFunction);
      }
    }
    breakUnchanged();
    if (Concurrency.active() || !subclasses.isEmpty()) {
      for (PyType type : subclasses()) {
        type.modified(decides);
      }
    }
  }

  private void invalidate() {
    version = VERSIONS.incrementAndGet();
    synchronized (this) {
      cache = NO_CACHE;
    }
    specials = NO_SPECIALS;
    descriptor = UNKNOWN;
  }

  /** Sets (or with null deletes) an own attribute; false when there was none to delete. */
  public boolean setAttribute(PyStr attribute, PyObject value) {
    PyStr interned = attribute.intern();
    boolean done = true;
    if (value != null && count(interned, value)) {
      return true;
    }
    if (value != null) {
      PyObject old = dict().get(interned);
      dict().put(interned, value);
      if (old != null && isPlainData(old) && isPlainData(value) && !interned.toString().startsWith("__")) {
        replaced(interned, value);
        return true;
      }
    } else {
      done = dict().remove(interned) != null;
    }
    modified(interned == Special.name(Special.DEL) || interned == Special.name(Special.NEW));
    if (isDescriptors(interned)) {
      // Attributes of any class may have become descriptors, or are none any more.
      mro()[mro().length - 1].modified();
    }
    return done;
  }

  private static boolean isDescriptors(PyStr name) {
    return switch (name.toString()) {
      case "__get__", "__set__", "__delete__" -> true;
      default -> false;
    };
  }

  /** Instances get other shapes than before: what is remembered of them is out of date. */
  void shapesChanged() {
    version = VERSIONS.incrementAndGet();
    breakUnchanged();
  }

  /** The shape of its instances without attributes; always the same one. */
  public Shape rootShape() {
    Shape shape = rootShape;
    return shape != null ? shape : makeRootShape();
  }

  private synchronized Shape makeRootShape() {
    if (rootShape == null) {
      rootShape = Shape.root(this, reserved);
    }
    return rootShape;
  }

  synchronized Shape dictShape() {
    if (dictShape == null) {
      dictShape = Shape.dictShape(this, reserved);
    }
    return dictShape;
  }

  // ---- calls

  @Override
  public PyObject call(PyObject[] args, PyStr[] names) {
    if (metatype == null || metatype == TYPE) {
      return ClassCalls.instantiate(this, args, names);
    }
    return metatype.slots.call(this, args, names);
  }

  @Override
  public PyObject call() {
    int maker = soleMaker();
    return maker >= 0 ? table.call0(maker, this) : ClassCalls.instantiate(this);
  }

  @Override
  public PyObject call(PyObject a) {
    int maker = soleMaker();
    return maker >= 0 ? table.call1(maker, this, a) : ClassCalls.instantiate(this, a);
  }

  @Override
  public PyObject call(PyObject a, PyObject b) {
    int maker = soleMaker();
    return maker >= 0 ? table.call2(maker, this, a, b) : super.call(a, b);
  }

  /** The number of the {@code __new__} of a builtin type of which a call does nothing else; negative: it does. */
  private int soleMaker() {
    int known = soleMaker;
    if (known == ClassCalls.UNKNOWN) {
      known = ClassCalls.soleMaker(this);
      soleMaker = known;
    }
    return known;
  }

  // ---- names and sizes

  /** {@code __qualname__} without its owner. */
  public PyStr qualname() {
    return qualname == null ? PyStr.of(name) : qualname;
  }

  void setQualname(PyStr value) {
    qualname = value;
  }

  /** The dict as programs see it. */
  PyObject shownDict() {
    return table == null ? new PyMappingProxy(dict()) : PyMappingProxy.ofType(dict());
  }

  /** {@code __repr__}, whatever a metaclass says. */
  String repr() {
    PyObject module = TypeAttributes.module(this);
    String own = qualname().toString();
    return module instanceof PyStr text && !text.toString().equals("builtins")
        ? "<class '" + text + "." + own + "'>"
        : "<class '" + own + "'>";
  }

  void setName(String value) {
    name = value;
    shownName = null;
    modified();
  }

  /** Bytes of an instance, without those for its items, as CPython counts them. */
  public int basicSize() {
    return flags.basicSize() + 8 * reserved;
  }

  void setAbstract(boolean value) {
    abstractClass = value;
  }

  /** True while {@code __abstractmethods__} is not empty. */
  public boolean isAbstract() {
    return abstractClass;
  }

  @Override
  public String toString() {
    return repr();
  }

  /** The order as a fresh array, for callers that change it. */
  PyType[] mroCopy() {
    return Arrays.copyOf(mro(), mro().length);
  }
}
