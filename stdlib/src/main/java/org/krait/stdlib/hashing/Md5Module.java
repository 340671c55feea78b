package org.krait.stdlib.hashing;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.PyObject;

/** The module {@code _md5}. */
@BuiltinModule("_md5")
public final class Md5Module {
  private Md5Module() {}

  @Function("md5(string=NULL, *, usedforsecurity=True)")
  static PyObject md5(PyObject data, boolean secure) {
    return new PyHash("md5", Digest.ofJdk("MD5"), 16, 64).with(data);
  }
}
