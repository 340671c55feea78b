package org.krait.stdlib.pickle;

import org.krait.runtime.Attributes;
import org.krait.runtime.Iteration;
import org.krait.runtime.ObjectType;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Shape;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Writes objects by what {@code __reduce_ex__} and its kin say about them. */
final class WriteReductions {
  private static final PyStr REDUCE_EX = PyStr.interned("__reduce_ex__");
  private static final PyStr REDUCE = PyStr.interned("__reduce__");
  private static final PyStr GETSTATE = PyStr.interned("__getstate__");
  private static final PyStr NEW_ARGS = PyStr.interned("__getnewargs__");
  private static final PyStr NEW_ARGS_EX = PyStr.interned("__getnewargs_ex__");
  private static final PyStr GETATTRIBUTE = PyStr.interned("__getattribute__");
  private static final PyStr GETATTR = PyStr.interned("__getattr__");
  private static final PyStr CLASS = PyStr.interned("__class__");
  private static final PyStr SLOT_NAMES = PyStr.interned("__slotnames__");
  private static final PyStr NAME = PyStr.interned("__name__");
  private static final PyStr NEW = PyStr.interned("__new__");
  private static final int LEAST = 2;
  private static final int MOST = 6;

  private final PickleWriter writer;

  /** A class that was found to be plain, and its version then. */
  private PyType plain;

  private long plainVersion;

  WriteReductions(PickleWriter writer) {
    this.writer = writer;
  }

  /** Writes an object by the dispatch table or its own methods. */
  void writeByClass(PyObject object, PyType type) {
    PyObject reducer = reducerFor(type);
    if (reducer != null) {
      write(reducer.call(object), object);
    } else if (type.isSubtypeOf(PyType.TYPE)) {
      writer.writeGlobal(object, null);
    } else if (object.getClass() == PyInstance.class && isPlain(type)) {
      plainInstance((PyInstance) object, type);
    } else {
      write(reduced(object), object);
    }
  }

  private PyObject reducerFor(PyType type) {
    if (writer.dispatchTable == null) {
      return writer.state.dispatchTable.get(type);
    }
    if (writer.dispatchTable.getClass() == PyDict.class) {
      return ((PyDict) writer.dispatchTable).get(type);
    }
    try {
      return writer.dispatchTable.type().slots.getitem(writer.dispatchTable, type);
    } catch (PyException e) {
      if (e.is(PyExceptions.KeyError)) {
        return null;
      }
      throw e;
    }
  }

  private PyObject reduced(PyObject object) {
    PyObject method = Attributes.getOrNull(object, REDUCE_EX);
    if (method != null) {
      return method.call(PyLong.of(writer.protocol));
    }
    method = Attributes.getOrNull(object, REDUCE);
    if (method == null) {
      throw PickleErrors.pickling(
          "can't pickle '%s' object: %s", object.type().fullName(), Objects.repr(object));
    }
    return method.call();
  }

  // ---- the common case: an instance that is its class and its attributes

  /** Whether a class leaves everything that has to do with pickling to {@code object}. */
  private boolean isPlain(PyType type) {
    if (type == plain && type.version() == plainVersion) {
      return true;
    }
    long version = type.version();
    if (!checkPlain(type)) {
      return false;
    }
    plain = type;
    plainVersion = version;
    return true;
  }

  private boolean checkPlain(PyType type) {
    PyType object = ObjectType.TYPE;
    return writer.protocol >= 2
        && type.reservedSlots() == 0
        && type.hasDict()
        && type.lookup(REDUCE_EX) == object.lookup(REDUCE_EX)
        && type.lookup(REDUCE) == object.lookup(REDUCE)
        && type.lookup(GETSTATE) == object.lookup(GETSTATE)
        && type.lookup(GETATTRIBUTE) == object.lookup(GETATTRIBUTE)
        && type.lookup(CLASS) == object.lookup(CLASS)
        && type.lookup(GETATTR) == null
        && type.lookup(NEW_ARGS) == null
        && type.lookup(NEW_ARGS_EX) == null
        && hasNoSlotNames(type);
  }

  private static boolean hasNoSlotNames(PyType type) {
    PyObject names = type.dict().get(SLOT_NAMES);
    return names == null || names instanceof PyList list && list.size() == 0;
  }

  private void plainInstance(PyInstance object, PyType type) {
    Shape shape = object.shape();
    boolean asked = !shape.isDict && hasOwn(shape);
    if (asked) {
      write(reduced(object), object);
      return;
    }
    writer.save(type);
    writer.save(PyTuple.EMPTY);
    writer.out.op(Op.NEWOBJ);
    int known = writer.memo.get(object);
    if (known >= 0) {
      writer.out.op(Op.POP);
      writer.get(known);
      return;
    }
    writer.put(object);
    if (shape.isDict || object.shape() != shape) {
      PyDict dict = object.ownDict();
      if (dict.size() > 0) {
        writer.save(dict);
        writer.out.op(Op.BUILD);
      }
      return;
    }
    PyStr[] names = shape.names();
    PyObject[] values = new PyObject[names.length];
    int count = 0;
    for (PyStr name : names) {
      PyObject value = object.slot(shape.slotOf(name));
      if (value != null) {
        names[count] = name;
        values[count++] = value;
      }
    }
    if (count > 0) {
      writer.out.boundary();
      writer.thread.enterRecursion(" while pickling an object");
      writer.containers().attributes(names, values, count);
      writer.thread.leaveRecursion();
      writer.out.op(Op.BUILD);
    }
  }

  /** Whether the instance itself has one of the methods that say how it is pickled. */
  private static boolean hasOwn(Shape shape) {
    return shape.slotOf(REDUCE_EX) >= 0
        || shape.slotOf(REDUCE) >= 0
        || shape.slotOf(GETSTATE) >= 0;
  }

  // ---- any reduction

  /** What {@code __reduce__} returned, taken apart; null where {@code None} stands. */
  private record Reduction(
      PyObject callable,
      PyTuple args,
      PyObject state,
      PyObject listItems,
      PyObject dictItems,
      PyObject stateSetter) {}

  /**
   * Writes a reduction.
   *
   * @param object what was reduced, or null for something that is not to be remembered
   */
  void write(PyObject answer, PyObject object) {
    if (answer instanceof PyStr) {
      writer.writeGlobal(object, answer);
      return;
    }
    if (!(answer instanceof PyTuple tuple)) {
      throw PickleErrors.pickling("__reduce__ must return a string or tuple");
    }
    Reduction parts = take(tuple);
    writeCall(parts, object);
    if (object != null) {
      int known = writer.memo.get(object);
      if (known >= 0) {
        writer.out.op(Op.POP);
        writer.get(known);
        return;
      }
      writer.put(object);
    }
    if (parts.listItems != null) {
      writer.containers().listItems(parts.listItems);
    }
    if (parts.dictItems != null) {
      writer.containers().dictItems(parts.dictItems);
    }
    if (parts.state != null) {
      writeState(parts, object);
    }
  }

  private void writeState(Reduction parts, PyObject object) {
    if (parts.stateSetter == null) {
      writer.save(parts.state);
      writer.out.op(Op.BUILD);
      return;
    }
    writer.save(parts.stateSetter);
    writer.save(object);
    writer.save(parts.state);
    writer.out.op(Op.TUPLE2);
    writer.out.op(Op.REDUCE);
    writer.out.op(Op.POP);
  }

  private static Reduction take(PyTuple tuple) {
    int size = tuple.size();
    if (size < LEAST || size > MOST) {
      throw PickleErrors.pickling("tuple returned by __reduce__ must contain 2 through 6 elements");
    }
    PyObject callable = tuple.get(0);
    if (!Objects.isCallable(callable)) {
      throw PickleErrors.pickling(
          "first item of the tuple returned by __reduce__ must be callable");
    }
    if (!(tuple.get(1) instanceof PyTuple args)) {
      throw PickleErrors.pickling(
          "second item of the tuple returned by __reduce__ must be a tuple");
    }
    PyObject setter = part(tuple, 5);
    Reduction parts =
        new Reduction(
            callable, args, part(tuple, 2), iterator(tuple, 3, "fourth"),
            iterator(tuple, 4, "fifth"), setter);
    if (setter != null && !Objects.isCallable(setter)) {
      throw PickleErrors.pickling(
          "sixth element of the tuple returned by __reduce__ must be a function, not %s",
          setter.type().fullName());
    }
    return parts;
  }

  private static PyObject part(PyTuple tuple, int index) {
    PyObject value = index < tuple.size() ? tuple.get(index) : PyNone.NONE;
    return value == PyNone.NONE ? null : value;
  }

  private static PyObject iterator(PyTuple tuple, int index, String which) {
    PyObject value = part(tuple, index);
    if (value != null && !Iteration.isIterator(value)) {
      throw PickleErrors.pickling(
          "%s element of the tuple returned by __reduce__ must be an iterator, not %s",
          which, value.type().fullName());
    }
    return value;
  }

  private void writeCall(Reduction parts, PyObject object) {
    String name = "";
    if (writer.protocol >= 2
        && Attributes.getOrNull(parts.callable, NAME) instanceof PyStr text) {
      name = text.toString();
    }
    if (name.equals("__newobj_ex__")) {
      writeNewWithKeywords(parts.args);
    } else if (name.equals("__newobj__")) {
      writeNew(parts.args, object);
    } else {
      writer.save(parts.callable);
      writer.save(parts.args);
      writer.out.op(Op.REDUCE);
    }
  }

  private void writeNew(PyTuple args, PyObject object) {
    if (args.size() < 1) {
      throw PickleErrors.pickling("__newobj__ arglist is empty");
    }
    PyObject cls = args.get(0);
    if (!(cls instanceof PyType)) {
      throw PickleErrors.pickling("args[0] from __newobj__ args is not a type");
    }
    if (object != null) {
      PyObject own = Attributes.getOrNull(object, CLASS);
      if ((own == null ? object.type() : own) != cls) {
        throw PickleErrors.pickling("args[0] from __newobj__ args has the wrong class");
      }
    }
    writer.save(cls);
    PyObject[] rest = new PyObject[args.size() - 1];
    System.arraycopy(args.items(), 1, rest, 0, rest.length);
    writer.save(PyTuple.of(rest));
    writer.out.op(Op.NEWOBJ);
  }

  private void writeNewWithKeywords(PyTuple given) {
    if (given.size() != 3) {
      throw PickleErrors.pickling(
          "length of the NEWOBJ_EX argument tuple must be exactly 3, not %d", given.size());
    }
    PyObject cls = given.get(0);
    if (!(cls instanceof PyType)) {
      throw PickleErrors.pickling(
          "first item from NEWOBJ_EX argument tuple must be a class, not %s",
          cls.type().fullName());
    }
    if (!(given.get(1) instanceof PyTuple args)) {
      throw PickleErrors.pickling(
          "second item from NEWOBJ_EX argument tuple must be a tuple, not %s",
          given.get(1).type().fullName());
    }
    if (!(given.get(2) instanceof PyDict keywords)) {
      throw PickleErrors.pickling(
          "third item from NEWOBJ_EX argument tuple must be a dict, not %s",
          given.get(2).type().fullName());
    }
    if (writer.protocol >= 4) {
      writer.save(cls);
      writer.save(args);
      writer.save(keywords);
      writer.out.op(Op.NEWOBJ_EX);
      return;
    }
    writer.save(partialOfNew(cls, args, keywords));
    writer.save(PyTuple.EMPTY);
    writer.out.op(Op.REDUCE);
  }

  private PyObject partialOfNew(PyObject cls, PyTuple args, PyDict keywords) {
    PyObject[] all = new PyObject[args.size() + 2 + keywords.size()];
    all[0] = Attributes.get(cls, NEW);
    all[1] = cls;
    System.arraycopy(args.items(), 0, all, 2, args.size());
    PyStr[] names = new PyStr[keywords.size()];
    int n = 0;
    for (PyDict.Entry entry : keywords.entryList()) {
      names[n] = (PyStr) entry.key();
      all[args.size() + 2 + n++] = entry.value();
    }
    return writer.state.partial.call(all, n == 0 ? null : names);
  }
}
