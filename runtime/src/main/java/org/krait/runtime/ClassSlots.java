package org.krait.runtime;

import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyMemberDescriptor;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * What instances of a new class hold: the slots that {@code __slots__} names, a dict, weak references.
 *
 * @param flags of the new class
 * @param reserved slots of this class and those above
 * @param names of this class's own slots, mangled, sorted
 * @param addsDict whether {@code __dict__} appears with this class
 * @param addsWeakref whether {@code __weakref__} appears with this class
 */
record ClassSlots(
    TypeFlags flags, int reserved, List<PyStr> names, boolean addsDict, boolean addsWeakref) {
  private static final PyStr SLOTS = PyStr.interned("__slots__");
  private static final String DICT = "__dict__";
  private static final String WEAKREF = "__weakref__";

  static ClassSlots of(PyStr className, PyType base, PyTuple bases, PyDict dict) {
    // Classes keep their attributes as type does, whatever their metaclass.
    boolean ofClasses = base.isSubtypeOf(PyType.TYPE);
    boolean mayAddDict = !base.hasDict() && !ofClasses;
    boolean mayAddWeakref = !base.hasWeakref() && base.flags().itemSize() == 0 && !ofClasses;
    PyObject declared = dict.get(SLOTS);
    if (declared == null) {
      return make(base, List.of(), mayAddDict, mayAddWeakref);
    }
    PyTuple items = declared instanceof PyStr ? PyTuple.of(declared) : PyTuple.from(declared);
    if (items.size() > 0 && base.flags().itemSize() != 0) {
      throw Errors.typeError(
          "nonempty __slots__ not supported for subtype of '%s'", base.name());
    }
    boolean addDict = false;
    boolean addWeakref = false;
    List<PyStr> names = new ArrayList<>();
    for (PyObject item : items) {
      PyStr slot = checked(item);
      switch (slot.toString()) {
        case DICT -> {
          if (!mayAddDict || addDict) {
            throw Errors.typeError("__dict__ slot disallowed: we already got one");
          }
          addDict = true;
        }
        case WEAKREF -> {
          if (!mayAddWeakref || addWeakref) {
            throw Errors.typeError("__weakref__ slot disallowed: we already got one");
          }
          addWeakref = true;
        }
        default -> names.add(unclashed(mangle(className, slot), dict));
      }
    }
    names.sort(PyStr::compareTo);
    for (PyObject other : bases) {
      addDict |= mayAddDict && ((PyType) other).hasDict();
      addWeakref |= mayAddWeakref && ((PyType) other).hasWeakref();
    }
    return make(base, names, addDict, addWeakref);
  }

  private static ClassSlots make(
      PyType base, List<PyStr> names, boolean addDict, boolean addWeakref) {
    TypeFlags above = base.flags();
    TypeFlags flags =
        new TypeFlags(
            true,
            above.hasDict() || addDict,
            above.hasWeakref() || addWeakref,
            false,
            true,
            TypeFlags.Pattern.NONE,
            false,
            above.basicSize(),
            above.itemSize());
    return new ClassSlots(
        flags, base.reservedSlots() + names.size(), names, addDict, addWeakref);
  }

  private static PyStr checked(PyObject item) {
    if (!(item instanceof PyStr slot)) {
      throw Errors.typeError(
          "__slots__ items must be strings, not '%s'", item.type().fullName());
    }
    if (!slot.isIdentifier()) {
      throw Errors.typeError("__slots__ must be identifiers");
    }
    return slot;
  }

  private static PyStr mangle(PyStr className, PyStr slot) {
    String text = slot.toString();
    String owner = className.toString();
    int start = 0;
    while (start < owner.length() && owner.charAt(start) == '_') {
      start++;
    }
    owner = owner.substring(start);
    boolean isPrivate = text.startsWith("__") && !text.endsWith("__") && !owner.isEmpty();
    return PyStr.interned(isPrivate ? "_" + owner + text : text);
  }

  private static PyStr unclashed(PyStr slot, PyDict dict) {
    String text = slot.toString();
    if (dict.get(slot) != null && !text.equals("__qualname__") && !text.equals("__classcell__")) {
      throw Errors.valueError(
          "%s in __slots__ conflicts with class variable", Objects.repr(slot));
    }
    return slot;
  }

  /** Puts the descriptors of what is new into the class's attributes. */
  void addDescriptors(PyType type, PyDict dict) {
    int slot = reserved - names.size();
    for (PyStr name : names) {
      dict.put(name, new PyMemberDescriptor(type, name, slot++));
    }
    if (addsDict) {
      dict.putIfAbsent(PyStr.interned(DICT), InstanceAttributes.dictDescriptor(type));
    }
    if (addsWeakref) {
      dict.putIfAbsent(PyStr.interned(WEAKREF), InstanceAttributes.weakrefDescriptor(type));
    }
  }
}
