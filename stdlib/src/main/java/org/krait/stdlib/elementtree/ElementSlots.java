package org.krait.stdlib.elementtree;

import org.krait.runtime.PyObject;
import org.krait.runtime.TypeSlots;
import org.krait.runtime.types.PySequenceIterator;

/** Elements have no {@code __iter__}, and yet are gone through: by index, as sequences are. */
class ElementSlots extends TypeSlots {
  @Override
  public PyObject iter(PyObject self) {
    return new PySequenceIterator(self);
  }
}
