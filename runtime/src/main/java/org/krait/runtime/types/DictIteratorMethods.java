package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.PyObject;

/** The methods of the iterators over dicts. */
public final class DictIteratorMethods {
  private DictIteratorMethods() {}

  @Method("__next__(self, /)")
  public static PyObject next(PyDictIterator self) {
    return self.next();
  }

  @Method(value = "__length_hint__(self, /)", textSignature = false)
  public static int lengthHint(PyDictIterator self) {
    return self.remaining();
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  public static PyObject reduce(PyDictIterator self) {
    return IteratorPickling.fresh("iter", self.rest());
  }
}
