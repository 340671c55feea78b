package org.krait.runtime.types;

import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.ReprGuard;

/** What all three views of a dict have. */
public final class DictViewMethods {
  private DictViewMethods() {}

  @Method("__repr__(self, /)")
  static String repr(PyDictView self) {
    if (!ReprGuard.enter(self)) {
      return "...";
    }
    try {
      return self.type().name() + "(" + Objects.repr(PyList.from(self)) + ")";
    } finally {
      ReprGuard.leave(self);
    }
  }

  @Method("__len__(self, /)")
  static int len(PyDictView self) {
    return self.dict.size();
  }

  @Method("__iter__(self, /)")
  static PyObject iter(PyDictView self) {
    return self.iterator();
  }

  @Getter("mapping")
  static PyObject mapping(PyDictView self) {
    return new PyMappingProxy(self.dict);
  }
}
