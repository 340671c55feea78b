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
  public static String repr(PyDictView self) {
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
  public static int len(PyDictView self) {
    return self.dict.size();
  }

  @Method("__iter__(self, /)")
  public static PyObject iter(PyDictView self) {
    return self.iterator();
  }

  @Getter("mapping")
  public static PyObject mapping(PyDictView self) {
    return new PyMappingProxy(self.dict);
  }
}
