package org.krait.stdlib.hashing;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBytes;

/** A keyed hash object: what {@code _hashlib.hmac_new} makes. */
@BuiltinType(
    name = "HMAC",
    module = "_hashlib",
    heapType = true,
    subclassable = false,
    disallowNew = true,
    doc = "A keyed hash that is being computed.",
    basicSize = 32)
final class PyHmac extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyHmacTable());

  private final Hmac hmac;

  PyHmac(Hmac hmac) {
    this.hmac = hmac;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method(value = "update(self, msg)", doc = "Adds data.")
  void update(PyObject data) {
    byte[] bytes = PyHash.bytes(data);
    synchronized (hmac) {
      hmac.update(bytes);
    }
  }

  private byte[] result() {
    synchronized (hmac) {
      return hmac.result();
    }
  }

  @Method(value = "digest(self, /)", doc = "The digest of the data so far.")
  PyObject digest() {
    return PyBytes.of(result());
  }

  @Method(value = "hexdigest(self, /)", doc = "The digest of the data so far, in hexadecimal digits.")
  String hexDigest() {
    return java.util.HexFormat.of().formatHex(result());
  }

  @Method(value = "copy(self, /)", doc = "The same hash, to go on differently.")
  PyObject copy() {
    synchronized (hmac) {
      return new PyHmac(hmac.copy());
    }
  }

  @Getter("digest_size")
  int digestSize() {
    return hmac.algorithm.digestSize;
  }

  @Getter("block_size")
  int blockSize() {
    return hmac.algorithm.blockSize;
  }

  @Getter("name")
  String name() {
    return "hmac-" + hmac.algorithm.pythonName;
  }

  @Method("__repr__(self, /)")
  String repr() {
    return String.format(
        "<%s HMAC object @ 0x%x>", hmac.algorithm.pythonName, Objects.id(this));
  }
}
