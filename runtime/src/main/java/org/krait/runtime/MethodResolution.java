package org.krait.runtime;

import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The C3 linearisation ("The Python 2.3 Method Resolution Order"). */
final class MethodResolution {
  private MethodResolution() {}

  /** The order as {@code type.mro()} computes it. */
  static PyType[] order(PyType type) {
    PyTuple bases = type.basesTuple();
    int count = bases.size();
    for (PyObject base : bases) {
      if (!((PyType) base).hasOrder()) {
        throw Errors.typeError("Cannot extend an incomplete type '%s'", ((PyType) base).name());
      }
    }
    if (count == 1) {
      return append(type, ((PyType) bases.get(0)).mro());
    }
    PyType[][] sequences = new PyType[count + 1][];
    PyType[] own = new PyType[count];
    for (int i = 0; i < count; i++) {
      own[i] = (PyType) bases.get(i);
      sequences[i] = own[i].mro();
    }
    sequences[count] = own;
    checkDuplicates(own);
    return merge(type, sequences);
  }

  private static PyType[] append(PyType type, PyType[] rest) {
    PyType[] order = new PyType[rest.length + 1];
    order[0] = type;
    System.arraycopy(rest, 0, order, 1, rest.length);
    return order;
  }

  private static void checkDuplicates(PyType[] bases) {
    for (int i = 0; i < bases.length; i++) {
      for (int j = 0; j < i; j++) {
        if (bases[i] == bases[j]) {
          throw Errors.typeError("duplicate base class %s", bases[i].name());
        }
      }
    }
  }

  /** Takes the first head that stands in no sequence's tail, until all sequences are used up. */
  private static PyType[] merge(PyType type, PyType[][] sequences) {
    int[] used = new int[sequences.length];
    List<PyType> order = new ArrayList<>();
    order.add(type);
    while (true) {
      PyType next = candidate(sequences, used);
      if (next == null) {
        return order.toArray(PyType[]::new);
      }
      order.add(next);
      for (int i = 0; i < used.length; i++) {
        if (used[i] < sequences[i].length && sequences[i][used[i]] == next) {
          used[i]++;
        }
      }
    }
  }

  private static PyType candidate(PyType[][] sequences, int[] used) {
    boolean any = false;
    for (int i = 0; i < used.length; i++) {
      if (used[i] < sequences[i].length) {
        any = true;
        PyType head = sequences[i][used[i]];
        if (!standsInTail(head, sequences, used)) {
          return head;
        }
      }
    }
    if (any) {
      throw inconsistent(sequences, used);
    }
    return null;
  }

  private static boolean standsInTail(PyType type, PyType[][] sequences, int[] used) {
    for (int i = 0; i < used.length; i++) {
      for (int j = used[i] + 1; j < sequences[i].length; j++) {
        if (sequences[i][j] == type) {
          return true;
        }
      }
    }
    return false;
  }

  private static PyException inconsistent(PyType[][] sequences, int[] used) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < used.length; i++) {
      if (used[i] < sequences[i].length && !names.contains(sequences[i][used[i]].name())) {
        names.add(sequences[i][used[i]].name());
      }
    }
    return Errors.typeError(
        "Cannot create a consistent method resolution\norder (MRO) for bases %s",
        String.join(", ", names));
  }

  /** The order of a new or changed class: what its metaclass's {@code mro()} says. */
  static PyType[] decide(PyType type) {
    PyObject method = type.type() == PyType.TYPE ? null : type.type().lookup(PyStr.interned("mro"));
    if (method == null || !type.type().isHeap() || type.type().definerOf(PyStr.interned("mro")) == PyType.TYPE) {
      return order(type);
    }
    PyTuple answer = PyTuple.from(Attributes.bind(method, type, type.type()).call());
    PyType[] order = new PyType[answer.size()];
    for (int i = 0; i < order.length; i++) {
      if (!(answer.get(i) instanceof PyType one)) {
        throw Errors.typeError(
            "mro() returned a non-class ('%s')", answer.get(i).type().fullName());
      }
      if (!one.layout.isAssignableFrom(type.layout)) {
        throw Errors.typeError("mro() returned base with unsuitable layout ('%s')", one.name());
      }
      order[i] = one;
    }
    return order;
  }
}
