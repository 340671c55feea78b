package org.krait.stdlib.hashing;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.PyObject;

/** The module {@code _sha1}. */
@BuiltinModule("_sha1")
public final class Sha1Module {
  private Sha1Module() {}

  @Function("sha1(string=NULL, *, usedforsecurity=True)")
  static PyObject sha1(PyObject data, boolean secure) {
    return new PyHash("sha1", Digest.ofJdk("SHA-1"), 20, 64).with(data);
  }
}
