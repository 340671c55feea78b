package org.krait.runtime;

import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** How values say what they are made of: {@code object.__reduce_ex__} and its kin. */
public final class Pickling {
  private static final PyStr SLOT_NAMES = PyStr.interned("__slotnames__");

  private static final PyStr GETSTATE = PyStr.interned("__getstate__");
  private static final PyStr NEW_ARGS = PyStr.interned("__getnewargs__");
  private static final PyStr NEW_ARGS_EX = PyStr.interned("__getnewargs_ex__");

  private Pickling() {}

  /** A method that the class has, whatever the instance says. */
  private static PyObject special(PyObject self, PyStr name) {
    PyObject found = self.type().lookup(name);
    return found == null ? null : Attributes.bind(found, self, self.type());
  }

  /** {@code (getattr, (object, name))}. */
  public static PyObject byGetattr(PyObject object, PyStr name) {
    PyObject getattr =
        ThreadState.current().interpreter.builtins().get(PyStr.interned("getattr"));
    return PyTuple.of(getattr, PyTuple.of(object, name));
  }

  private static PyObject copyreg(String name) {
    return Attributes.get(ThreadState.current().interpreter.importModule("copyreg"), name);
  }

  static PyObject reduce(PyObject self, int protocol) {
    return protocol >= 2
        ? reduceNew(self)
        : copyreg("_reduce_ex").call(self, org.krait.runtime.types.PyLong.of(protocol));
  }

  /** A subclass's own {@code __reduce__} goes first. */
  static PyObject reduceEx(PyObject self, int protocol) {
    PyStr name = PyStr.interned("__reduce__");
    PyType type = self.type();
    if (type.lookup(name) != ObjectType.TYPE.lookup(name)) {
      return Attributes.get(self, name).call();
    }
    return reduce(self, protocol);
  }

  private static PyObject reduceNew(PyObject self) {
    PyObject args = null;
    PyObject keywords = null;
    PyObject method = special(self, NEW_ARGS_EX);
    if (method != null) {
      PyObject answer = method.call();
      if (!(answer instanceof PyTuple pair)) {
        throw Errors.typeError(
            "__getnewargs_ex__ should return a tuple, not '%s'", answer.type().fullName());
      }
      if (pair.size() != 2) {
        throw Errors.valueError(
            "__getnewargs_ex__ should return a tuple of length 2, not %d", pair.size());
      }
      checkItem(pair.get(0), PyTuple.TYPE, "first", "tuple");
      checkItem(pair.get(1), PyDict.TYPE, "second", "dict");
      args = pair.get(0);
      keywords = pair.get(1);
    } else {
      method = special(self, NEW_ARGS);
      if (method != null) {
        args = method.call();
        if (!(args instanceof PyTuple)) {
          throw Errors.typeError(
              "__getnewargs__ should return a tuple, not '%s'", args.type().fullName());
        }
      }
    }
    boolean isBare = args == null && self.type().builtinAncestor() != ObjectType.TYPE
        && !(self instanceof org.krait.runtime.types.PyList) && !(self instanceof PyDict);
    boolean isDefault = self.type().lookup(GETSTATE) == ObjectType.TYPE.lookup(GETSTATE);
    if (isBare && isDefault && (!(self instanceof PyInstance) || hasHiddenState(self.type().builtinAncestor()))) {
      throw Errors.typeError("cannot pickle '%s' object", self.type().name());
    }
    PyObject state = stateOf(self, isBare);
    return PyTuple.of(
        keywords instanceof PyDict dict && dict.size() > 0
            ? copyreg("__newobj_ex__")
            : copyreg("__newobj__"),
        keywords instanceof PyDict dict && dict.size() > 0
            ? PyTuple.of(self.type(), args, keywords)
            : prepend(self.type(), args),
        state,
        listItems(self),
        dictItems(self));
  }

  private static void checkItem(PyObject item, PyType type, String which, String wanted) {
    if (!item.type().isSubtypeOf(type)) {
      throw Errors.typeError(
          "%s item of the tuple returned by __getnewargs_ex__ must be a %s, not '%s'",
          which, wanted, item.type().fullName());
    }
  }

  /** Whether instances of a builtin type are more than their attributes. */
  private static boolean hasHiddenState(PyType type) {
    int visible = ObjectType.TYPE.basicSize() + (type.hasDict() ? 8 : 0) + (type.hasWeakref() ? 8 : 0);
    return type.basicSize() > visible;
  }

  private static PyObject prepend(PyType type, PyObject args) {
    PyObject[] given = args instanceof PyTuple tuple ? tuple.items() : PyObject.NO_ARGS;
    PyObject[] all = new PyObject[given.length + 1];
    all[0] = type;
    System.arraycopy(given, 0, all, 1, given.length);
    return PyTuple.of(all);
  }

  private static PyObject listItems(PyObject self) {
    return self instanceof org.krait.runtime.types.PyList ? Iteration.iterator(self) : PyNone.NONE;
  }

  private static PyObject dictItems(PyObject self) {
    return self instanceof PyDict
        ? Iteration.iterator(Attributes.get(self, "items").call())
        : PyNone.NONE;
  }

  private static PyObject stateOf(PyObject self, boolean required) {
    PyObject method = Attributes.get(self, "__getstate__");
    if (required
        && self.type().lookup(GETSTATE) == ObjectType.TYPE.lookup(GETSTATE)
        && !self.type().isHeap()) {
      throw Errors.typeError("cannot pickle '%s' object", self.type().name());
    }
    return method.call();
  }

  /** {@code object.__getstate__}: the dict, and the slots when there are any. */
  static PyObject getState(PyObject self) {
    PyDict own = self instanceof Shaped shaped && hasNoAttributes(shaped) ? null : self.ownDict();
    PyObject state = own == null || own.size() == 0 ? PyNone.NONE : own;
    PyObject known = self.type().dict().get(SLOT_NAMES);
    PyObject names = known != null && known != PyNone.NONE ? known : copyreg("_slotnames").call(self.type());
    PyDict slots = new PyDict();
    for (PyObject name : Iteration.toArray(names)) {
      PyObject value = Attributes.getOrNull(self, (PyStr) name);
      if (value != null) {
        slots.put(name, value);
      }
    }
    return slots.size() == 0 ? state : PyTuple.of(state, slots);
  }

  private static boolean hasNoAttributes(Shaped object) {
    Shape shape = object.shape();
    return shape.isDict
        ? false
        : !shape.type.hasDict();
  }
}
