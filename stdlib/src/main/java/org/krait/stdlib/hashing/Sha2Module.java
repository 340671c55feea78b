package org.krait.stdlib.hashing;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.PyObject;

/** The module {@code _sha2}. */
@BuiltinModule("_sha2")
public final class Sha2Module {
  private Sha2Module() {}

  @Function("sha224(string=NULL, *, usedforsecurity=True)")
  static PyObject sha224(PyObject data, boolean secure) {
    return new PyHash("sha224", Digest.ofJdk("SHA-224"), 28, 64).with(data);
  }

  @Function("sha256(string=NULL, *, usedforsecurity=True)")
  static PyObject sha256(PyObject data, boolean secure) {
    return new PyHash("sha256", Digest.ofJdk("SHA-256"), 32, 64).with(data);
  }

  @Function("sha384(string=NULL, *, usedforsecurity=True)")
  static PyObject sha384(PyObject data, boolean secure) {
    return new PyHash("sha384", Digest.ofJdk("SHA-384"), 48, 128).with(data);
  }

  @Function("sha512(string=NULL, *, usedforsecurity=True)")
  static PyObject sha512(PyObject data, boolean secure) {
    return new PyHash("sha512", Digest.ofJdk("SHA-512"), 64, 128).with(data);
  }
}
