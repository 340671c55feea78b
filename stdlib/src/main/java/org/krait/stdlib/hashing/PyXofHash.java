package org.krait.stdlib.hashing;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBytes;

/** A hash object whose digest can have any length: {@code hashlib.shake_128()}. */
@BuiltinType(
    name = "HASHXOF",
    module = "_hashlib",
    base = PyHash.class,
    heapType = true,
    disallowNew = true,
    doc = "A hash that gives digests of any length.",
    basicSize = 32)
final class PyXofHash extends PyHash {
  static final PyType TYPE = PyType.builtin(new PyXofHashTable());

  private static final int MOST = 1 << 29;

  PyXofHash(String name, Digest digest, int blockSize) {
    super(name, digest, 0, blockSize);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  PyHash fresh(Digest copy) {
    return new PyXofHash(name, copy, blockSize);
  }

  private byte[] result(long length) {
    if (length < 0 || length >= MOST) {
      throw Errors.valueError("value must be positive");
    }
    return now((int) length);
  }

  @Method("digest(self, length)")
  static PyObject digest(PyXofHash self, long length) {
    return PyBytes.of(self.result(length));
  }

  @Method("hexdigest(self, length)")
  static String hexDigest(PyXofHash self, long length) {
    return java.util.HexFormat.of().formatHex(self.result(length));
  }

  @Getter("digest_size")
  static int digestSize(PyXofHash self) {
    return 0;
  }
}
