package org.krait.runtime.execution;

import org.krait.runtime.ObjectType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PairKeys;
import org.krait.runtime.types.PlainMapping;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyBigInt;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyFrozenSet;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PySetStorage;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@link GuardedOperations} on dicts and sets. */
public final class GuardedKeys {
  private static final GuardFailed FAILED = GuardFailed.INSTANCE;

  /** Items that a dict gets room for before there are any; equal keys may leave most of it empty. */
  private static final int MOST_ROOM_FOR_KEYS = 1_000;

  private GuardedKeys() {}

  /** Keys whose hash and comparison run no Python code among their like. */
  private static void checkKey(PyObject key) {
    // No variable for the class: HotSpot would load it for exits in between.
    if (key.getClass() != PyStr.class && key.getClass() != PyLong.class && key.getClass() != PyBytes.class
        && !isPlainTuple(key) && !isPlainKey(key)) {
      throw FAILED;
    }
  }

  static boolean isPlainTuple(PyObject key) {
    if (key.getClass() != PyTuple.class) {
      return false;
    }
    if (((PyTuple) key).keepsHash()) {
      return true;
    }
    for (PyObject item : ((PyTuple) key).items()) {
      Class<?> type = item.getClass();
      if (type != PyLong.class && type != PyStr.class && !isPlainKey(item)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainKey(PyObject key) {
    Class<?> java = key.getClass();
    if (java == PyBytes.class || java == PyFloat.class || java == PyBigInt.class
        || java == PyBool.class || key == PyNone.NONE) {
      return true;
    }
    PyType type = key.type();
    return type.special(Special.HASH) == ObjectType.TYPE.special(Special.HASH)
        && type.special(Special.EQ) == ObjectType.TYPE.special(Special.EQ);
  }

  public static PyObject dictItem(PyObject dict, PyObject key) {
    if (dict.getClass() == PyDict.class) {
      checkKey(key);
      PyObject value = ((PyDict) dict).get(key);
      if (value != null) {
        return value;
      }
    }
    throw FAILED;
  }

  /** The same of a key that is known to be a text. */
  public static PyObject dictItemOfText(PyObject dict, PyObject key) {
    if (dict.getClass() == PyDict.class && key.getClass() == PyStr.class) {
      PyObject value = ((PyDict) dict).get((PyStr) key);
      if (value != null) {
        return value;
      }
    }
    throw FAILED;
  }

  /** The same of a key that is expected to be a tuple that was looked for before. */
  public static PyObject dictItemOfTuple(PyObject dict, PyObject key) {
    if (dict.getClass() == PyDict.class && key.getClass() == PyTuple.class) {
      PyObject value = ((PyDict) dict).getKnown((PyTuple) key);
      return value != null ? value : dictItemOfOther((PyDict) dict, (PyTuple) key);
    }
    return dictItem(dict, key);
  }

  private static PyObject dictItemOfOther(PyDict dict, PyTuple key) {
    checkKey(key);
    PyObject value = dict.get(key, key.hashValue());
    if (value != null) {
      return value;
    }
    throw FAILED;
  }

  public static PyObject dictItem(PyObject dict, long key) {
    if (dict.getClass() == PyDict.class) {
      PyObject value = ((PyDict) dict).get(key);
      if (value != null) {
        return value;
      }
    }
    throw FAILED;
  }

  /** {@code d.get(key, otherwise)}. */
  public static PyObject dictItemOr(PyObject dict, long key, PyObject otherwise) {
    if (!(dict instanceof PyDict entries)) {
      throw FAILED;
    }
    PyObject value = entries.get(key);
    return value != null ? value : otherwise;
  }

  /** The same; null when there is none. */
  public static PyObject dictItemOrNull(PyObject dict, PyObject key) {
    if (dict.getClass() != PyDict.class) {
      throw FAILED;
    }
    checkKey(key);
    return ((PyDict) dict).get(key);
  }

  /** What the lack of a dict's item raises. */
  public static PyBaseException noDictItem(ThreadState thread, PyObject key) {
    PyBaseException value = PyBaseException.keyError(PyExceptions.KeyError, new PyObject[] {key});
    value.setContext(thread.handled.innermost());
    return value;
  }

  // ---- tuples of two ints as keys

  public static PyObject dictItemOfPair(PyObject dict, long first, long second) {
    if (dict.getClass() == PyDict.class) {
      PyObject value = PairKeys.get((PyDict) dict, first, second);
      if (value != null) {
        return value;
      }
    }
    throw FAILED;
  }

  /** {@code d.get((first, second), otherwise)}. */
  public static PyObject dictItemOfPairOr(PyObject dict, long first, long second, PyObject otherwise) {
    if (!(dict instanceof PyDict entries)) {
      throw FAILED;
    }
    PyObject value = PairKeys.get(entries, first, second);
    return value != null ? value : otherwise;
  }

  public static void setDictItemOfPair(PyObject dict, long first, long second, PyObject value) {
    if (dict.getClass() != PyDict.class) {
      throw FAILED;
    }
    PairKeys.put((PyDict) dict, first, second, value);
  }

  public static boolean isPairKey(PyObject container, long first, long second) {
    if (container.getClass() == PySet.class) {
      return ((PySet) container).elements().contains(first, second);
    }
    if (container.getClass() == PyDict.class) {
      return PairKeys.get((PyDict) container, first, second) != null;
    }
    if (container.getClass() == PyFrozenSet.class) {
      return ((PyFrozenSet) container).elements().contains(first, second);
    }
    throw FAILED;
  }

  /** {@code s.add((first, second))}. */
  public static void addPair(PyObject set, long first, long second) {
    PairKeys.add(elements(set), first, second);
  }

  /** {@code d[key] = value} of such a tuple that there is. */
  public static void setDictItemOfTuple(PyObject dict, PyObject key, long first, long second, PyObject value) {
    if (dict.getClass() != PyDict.class) {
      throw FAILED;
    }
    PairKeys.put((PyDict) dict, (PyTuple) key, first, second, value);
  }

  /** {@code s.add(key)} of such a tuple that there is. */
  public static void addTuple(PyObject set, PyObject key, long first, long second) {
    PySetStorage elements = elements(set);
    if (!elements.contains(first, second)) {
      elements.add(key);
    }
  }

  // ---- sets

  public static PyObject setOf(PyObject[] items) {
    for (PyObject item : items) {
      checkKey(item);
    }
    return PySet.of(items);
  }

  public static void setAdd(PyObject set, PyObject value) {
    checkKey(value);
    ((PySet) set).add(value);
  }

  public static void setDictItem(PyObject dict, PyObject key, PyObject value) {
    if (dict.getClass() != PyDict.class) {
      throw FAILED;
    }
    if (key.getClass() == PyStr.class) {
      ((PyDict) dict).put((PyStr) key, value);
    } else if (key.getClass() == PyTuple.class) {
      if (!((PyDict) dict).putKnown((PyTuple) key, value)) {
        checkKey(key);
        ((PyDict) dict).put(key, ((PyTuple) key).hashValue(), value);
      }
    } else {
      checkKey(key);
      ((PyDict) dict).put(key, value);
    }
  }

  public static void setDictItem(PyObject dict, long key, PyObject value) {
    if (dict.getClass() != PyDict.class) {
      throw FAILED;
    }
    ((PyDict) dict).put(key, value);
  }

  private static PySetStorage elements(PyObject set) {
    if (set instanceof PySet all) {
      return all.elements();
    }
    throw FAILED;
  }

  /** {@code s.add(value)} of a set. */
  public static void addElement(PyObject set, long value) {
    elements(set).add(value);
  }

  /** {@code s.discard(value)}. */
  public static void discardElement(PyObject set, long value) {
    elements(set).remove(value);
  }

  /** {@code s.remove(value)} of what is there. */
  public static void removeElement(PyObject set, long value) {
    if (!elements(set).remove(value)) {
      throw FAILED;
    }
  }

  public static boolean isKey(PyObject container, long key) {
    if (container.getClass() == PyDict.class) {
      return ((PyDict) container).get(key) != null;
    }
    if (container.getClass() == PySet.class) {
      return ((PySet) container).contains(key);
    }
    if (container.getClass() == PyFrozenSet.class) {
      return ((PyFrozenSet) container).contains(key);
    }
    throw FAILED;
  }

  public static boolean isKey(PyObject container, PyObject key) {
    checkKey(key);
    return isPlainKeyOf(container, key);
  }

  /** The same of a key that is known to be a text. */
  public static boolean isTextKey(PyObject container, PyObject key) {
    if (key.getClass() != PyStr.class) {
      throw FAILED;
    }
    return container.getClass() == PyDict.class
        ? ((PyDict) container).get((PyStr) key) != null
        : isPlainKeyOf(container, key);
  }

  private static boolean isPlainKeyOf(PyObject container, PyObject key) {
    if (container.getClass() == PyDict.class) {
      return ((PyDict) container).containsKey(key);
    }
    if (container.getClass() == PySet.class) {
      return ((PySet) container).contains(key);
    }
    if (container.getClass() == PyFrozenSet.class) {
      return ((PyFrozenSet) container).contains(key);
    }
    throw FAILED;
  }

  // ---- what is derived from dict

  private static PlainMapping plain(PyObject container) {
    if (container instanceof PlainMapping mapping && mapping.isPlain()) {
      return mapping;
    }
    throw FAILED;
  }

  public static PyObject mappingItem(PyObject container, PyObject key) {
    PlainMapping mapping = plain(container);
    checkKey(key);
    PyObject value = ((PyDict) mapping).get(key);
    return value != null ? value : missing(mapping, key);
  }

  public static PyObject mappingItem(PyObject container, long key) {
    PlainMapping mapping = plain(container);
    PyObject value = ((PyDict) mapping).get(key);
    return value != null ? value : missing(mapping, PyLong.of(key));
  }

  private static PyObject missing(PlainMapping mapping, PyObject key) {
    PyObject made = mapping.makeMissing(key);
    if (made == null) {
      throw FAILED;
    }
    return made;
  }

  public static void setMappingItem(PyObject container, PyObject key, PyObject value) {
    PlainMapping mapping = plain(container);
    checkKey(key);
    ((PyDict) mapping).put(key, value);
  }

  public static void setMappingItem(PyObject container, long key, PyObject value) {
    ((PyDict) plain(container)).put(key, value);
  }

  public static boolean isMappingKey(PyObject container, PyObject key) {
    PlainMapping mapping = plain(container);
    checkKey(key);
    return ((PyDict) mapping).get(key) != null;
  }

  public static boolean isMappingKey(PyObject container, long key) {
    return ((PyDict) plain(container)).get(key) != null;
  }

  /** An empty dict that is to get so many items, or less. */
  public static PyObject dictWithRoom(long count) {
    return count <= 0 ? new PyDict() : PyDict.withRoom((int) Math.min(count, MOST_ROOM_FOR_KEYS));
  }

  /** {@code dict(a)} of a dict. */
  public static PyObject dictOf(PyObject a) {
    if (a.getClass() != PyDict.class) {
      throw FAILED;
    }
    return ((PyDict) a).copy();
  }

  public static PyObject emptyDict() {
    return new PyDict();
  }

  public static PyObject emptySet() {
    return new PySet();
  }
}
