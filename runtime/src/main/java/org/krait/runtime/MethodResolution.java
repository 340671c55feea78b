package org.krait.runtime;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The C3 linearisation ("The Python 2.3 Method Resolution Order"). */
final class MethodResolution {
  private MethodResolution() {}

  /** The order as {@code type.mro()} computes it. */
  static PyType[] order(PyType type) {
    List<LinkedList<PyType>> sequences = new ArrayList<>();
    LinkedList<PyType> bases = new LinkedList<>();
    for (PyObject base : type.basesTuple()) {
      bases.add((PyType) base);
      sequences.add(new LinkedList<>(List.of(((PyType) base).mro())));
    }
    checkDuplicates(bases);
    sequences.add(bases);
    List<PyType> order = new ArrayList<>();
    order.add(type);
    merge(sequences, order);
    return order.toArray(PyType[]::new);
  }

  private static void checkDuplicates(List<PyType> bases) {
    for (int i = 0; i < bases.size(); i++) {
      if (bases.subList(0, i).contains(bases.get(i))) {
        throw Errors.typeError("duplicate base class %s", bases.get(i).name());
      }
    }
  }

  private static void merge(List<LinkedList<PyType>> sequences, List<PyType> order) {
    sequences.removeIf(List::isEmpty);
    while (!sequences.isEmpty()) {
      PyType next = candidate(sequences);
      order.add(next);
      for (LinkedList<PyType> sequence : sequences) {
        if (sequence.getFirst() == next) {
          sequence.removeFirst();
        }
      }
      sequences.removeIf(List::isEmpty);
    }
  }

  private static PyType candidate(List<LinkedList<PyType>> sequences) {
    for (LinkedList<PyType> sequence : sequences) {
      PyType head = sequence.getFirst();
      if (sequences.stream().noneMatch(other -> other.lastIndexOf(head) > 0)) {
        return head;
      }
    }
    List<String> names = new ArrayList<>();
    for (LinkedList<PyType> sequence : sequences) {
      if (!names.contains(sequence.getFirst().name())) {
        names.add(sequence.getFirst().name());
      }
    }
    throw Errors.typeError(
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
