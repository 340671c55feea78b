package org.krait.stdlib.hashing;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.PyObject;

/** The module {@code _sha3}. */
@BuiltinModule("_sha3")
public final class Sha3Module {
  private Sha3Module() {}

  @Function("sha3_224(string=NULL, *, usedforsecurity=True)")
  static PyObject sha3224(PyObject data, boolean secure) {
    return new PyHash("sha3_224", new Keccak(144, 0x06), 28, 144).with(data);
  }

  @Function("sha3_256(string=NULL, *, usedforsecurity=True)")
  static PyObject sha3256(PyObject data, boolean secure) {
    return new PyHash("sha3_256", new Keccak(136, 0x06), 32, 136).with(data);
  }

  @Function("sha3_384(string=NULL, *, usedforsecurity=True)")
  static PyObject sha3384(PyObject data, boolean secure) {
    return new PyHash("sha3_384", new Keccak(104, 0x06), 48, 104).with(data);
  }

  @Function("sha3_512(string=NULL, *, usedforsecurity=True)")
  static PyObject sha3512(PyObject data, boolean secure) {
    return new PyHash("sha3_512", new Keccak(72, 0x06), 64, 72).with(data);
  }

  @Function("shake_128(string=NULL, *, usedforsecurity=True)")
  static PyObject shake128(PyObject data, boolean secure) {
    return PyHash.of(Algorithm.SHAKE_128).with(data);
  }

  @Function("shake_256(string=NULL, *, usedforsecurity=True)")
  static PyObject shake256(PyObject data, boolean secure) {
    return PyHash.of(Algorithm.SHAKE_256).with(data);
  }
}
