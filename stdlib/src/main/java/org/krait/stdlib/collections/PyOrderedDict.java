package org.krait.stdlib.collections;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ReprGuard;
import org.krait.runtime.Subscripts;
import org.krait.runtime.types.DictMethods;
import org.krait.runtime.types.DictUpdates;
import org.krait.runtime.types.PlainMapping;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * {@code collections.OrderedDict}: a dict that is about its order.
 *
 * <p>The order is the dict's own. What the methods of a subclass do is asked for where CPython does, and so
 * are the hashes of keys, because CPython keeps the order apart and looks each value up. Where a method of
 * {@code dict} took a key out of the dict alone, that fails.
 */
@BuiltinType(
    name = "OrderedDict",
    module = "collections",
    base = PyDict.class,
    instanceDict = true,
    weakReferences = true,
    pattern = BuiltinType.Pattern.MAPPING,
    parts = {OrderedDictViews.class})
public class PyOrderedDict extends PyDict implements PlainMapping {
  public static final PyType TYPE = PyType.builtin(new PyOrderedDictTable());

  /** A key that is gone from the dict and, in CPython, not from the order; or null. */
  private PyObject lost;

  PyOrderedDict() {}

  @Override
  protected void lost(PyObject key) {
    lost = key;
  }

  /** To be called before the order is gone through. */
  final void checkOrder() {
    if (lost != null && size() > 0) {
      if (!containsKey(lost)) {
        throw Errors.keyError(lost);
      }
      lost = null;
    }
  }

  /** The value that a look-up of a key finds, whose hash may be another one by now. */
  final PyObject lookUp(PyObject key, PyObject value) {
    if (!key.type().isHeap()) {
      return value;
    }
    PyObject found = get(key);
    if (found == null) {
      throw Errors.keyError(key);
    }
    return found;
  }

  private PyDict copyInto(PyDict copy) {
    checkOrder();
    for (PyDict.Entry entry : entryList()) {
      copy.put(entry.key(), lookUp(entry.key(), entry.value()));
    }
    return copy;
  }

  @Method("__delitem__(self, key, /)")
  void deleteItem(PyObject key) {
    if (remove(key) == null) {
      throw Errors.keyError(key);
    }
  }

  @Method(value = "clear(self, /)", textSignature = false)
  void clearAll() {
    clear();
    lost = null;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyOrderedDictInstance(cls);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public final boolean isPlain() {
    return type() == TYPE;
  }

  @Override
  public final PyObject makeMissing(PyObject key) {
    return null;
  }

  private boolean isExact() {
    return type() == TYPE;
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {
    int given = args.length - (names == null ? 0 : names.length);
    if (given > 1) {
      throw Errors.typeError("expected at most 1 arguments, got %d", given);
    }
    takeIn(args, names, given);
  }

  @Method(value = "update(self, /, *args, **kwargs)", textSignature = false)
  void update(PyObject[] args, PyStr[] names) {
    int given = args.length - (names == null ? 0 : names.length);
    if (given > 1) {
      throw Errors.typeError(
          "update() takes at most 1 positional argument (%d given)", given);
    }
    takeIn(args, names, given);
  }

  private void takeIn(PyObject[] args, PyStr[] names, int given) {
    if (given == 1) {
      takeIn(args[0]);
    }
    for (int i = given; i < args.length; i++) {
      Subscripts.set(this, names[i - given], args[i]);
    }
  }

  /** A subclass may have a {@code __setitem__} of its own. */
  private void takeIn(PyObject other) {
    if (isExact()) {
      DictUpdates.update(this, other);
      return;
    }
    PyDict items = new PyDict();
    DictUpdates.update(items, other);
    for (PyDict.Entry entry : items.entryList()) {
      Subscripts.set(this, entry.key(), entry.value());
    }
  }

  @Method("fromkeys(cls, iterable, value=None)")
  static PyObject fromKeys(PyType cls, PyObject iterable, PyObject value) {
    return DictUpdates.fromKeys(cls, iterable, value);
  }

  @Method("move_to_end(self, key, last=True)")
  void moveToEnd(PyObject key, boolean last) {
    if (!move(key, last)) {
      throw Errors.keyError(key);
    }
  }

  @Method("popitem(self, last=True)")
  PyObject popItem(boolean last) {
    PyDict.Entry entry = last ? removeLast() : removeFirst();
    if (entry == null) {
      throw Errors.keyError(PyStr.of("dictionary is empty"));
    }
    return PyTuple.of(entry.key(), entry.value());
  }

  @Method("pop(self, key, default=NULL)")
  PyObject pop(PyObject key, PyObject otherwise) {
    PyObject value = remove(key);
    if (value == null && otherwise == null) {
      throw Errors.keyError(key);
    }
    return value == null ? otherwise : value;
  }

  @Method("setdefault(self, key, default=None)")
  PyObject setDefault(PyObject key, PyObject otherwise) {
    if (isExact()) {
      return DictMethods.setDefault(this, key, otherwise);
    }
    if (Iteration.contains(this, key)) {
      return Subscripts.get(this, key);
    }
    Subscripts.set(this, key, otherwise);
    return otherwise;
  }

  @Method(value = "copy(self, /)", textSignature = false)
  PyObject copyMethod() {
    if (isExact()) {
      return copyInto(new PyOrderedDictInstance(TYPE));
    }
    PyObject copy = type().call();
    for (PyDict.Entry entry : entryList()) {
      Subscripts.set(copy, entry.key(), Subscripts.get(this, entry.key()));
    }
    return copy;
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    PyObject equal = DictMethods.compare(this, other, Comparison.EQ);
    if (equal == PyNotImplemented.NOT_IMPLEMENTED || op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    boolean same =
        equal == PyBool.TRUE && (!(other instanceof PyOrderedDict dict) || sameOrder(dict));
    return PyBool.of(same == (op == Comparison.EQ));
  }

  private boolean sameOrder(PyDict other) {
    return Comparison.equal(keyList(), other.keyList());
  }

  @Method("__repr__(self, /)")
  String repr() {
    String name = type().name();
    if (size() == 0) {
      return name + "()";
    }
    if (!ReprGuard.enter(this)) {
      return "...";
    }
    try {
      PyObject items = isExact() ? copyInto(new PyDict()) : itemsAsDict();
      return name + "(" + Objects.repr(items) + ")";
    } finally {
      ReprGuard.leave(this);
    }
  }

  private PyObject itemsAsDict() {
    PyDict dict = new PyDict();
    DictUpdates.update(dict, PyTuple.from(Attributes.get(this, "items").call()));
    return dict;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    PyObject state = Attributes.get(this, "__getstate__").call();
    PyObject items = Iteration.iterator(Attributes.get(this, "items").call());
    return PyTuple.of(type(), PyTuple.EMPTY, state, PyNone.NONE, items);
  }

  @Method("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject value) {
    if (!(self instanceof PyDict) || !(value instanceof PyDict)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    PyType type = (self instanceof PyOrderedDict ? self : value).type();
    PyObject both = type.call(self);
    if (both instanceof PyOrderedDict dict) {
      dict.takeIn(value);
    }
    return both;
  }

  @Method("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject value) {
    return or(value, self);
  }

  @Method("__ior__(self, value, /)")
  PyObject ior(PyObject value) {
    takeIn(value);
    return this;
  }

  @Method(value = "__sizeof__(self, /)", textSignature = false)
  long sizeOf() {
    return 112 + DictMethods.sizeOf(this) + 56L * size();
  }
}
