package org.krait.stdlib.hashing;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyStr;

/** A hash object: {@code hashlib.sha256()}. */
@BuiltinType(
    name = "HASH",
    module = "_hashlib",
    heapType = true,
    disallowNew = true,
    doc = "A hash that is being computed.",
    basicSize = 32)
class PyHash extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyHashTable());

  final String name;
  final int blockSize;
  private final Digest digest;
  private final int digestSize;

  PyHash(String name, Digest digest, int digestSize, int blockSize) {
    this.name = name;
    this.digest = digest;
    this.digestSize = digestSize;
    this.blockSize = blockSize;
  }

  static PyHash of(Algorithm algorithm) {
    return algorithm.isExtendable()
        ? new PyXofHash(algorithm.pythonName, algorithm.start(), algorithm.blockSize)
        : new PyHash(
            algorithm.pythonName, algorithm.start(), algorithm.digestSize, algorithm.blockSize);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** Adds the data that a constructor was given, null for none. */
  PyHash with(PyObject data) {
    if (data != null) {
      update(this, data);
    }
    return this;
  }

  /** The bytes that are to be hashed. */
  static byte[] bytes(PyObject data) {
    if (data instanceof PyStr) {
      throw Errors.typeError("Strings must be encoded before hashing");
    }
    if (!Buffers.isBuffer(data)) {
      throw Errors.typeError("object supporting the buffer API required");
    }
    return Buffers.bytes(data);
  }

  final byte[] now(int length) {
    synchronized (digest) {
      return digest.result(length);
    }
  }

  /** A hash object of the same kind. */
  PyHash fresh(Digest copy) {
    return new PyHash(name, copy, digestSize, blockSize);
  }

  @Method(value = "update(self, obj, /)", doc = "Adds data.")
  static void update(PyHash self, PyObject data) {
    byte[] bytes = bytes(data);
    synchronized (self.digest) {
      self.digest.update(bytes, bytes.length);
    }
  }

  @Method(value = "digest(self, /)", doc = "The digest of the data so far.")
  static PyObject digest(PyHash self) {
    return PyBytes.of(self.now(self.digestSize));
  }

  @Method(value = "hexdigest(self, /)", doc = "The digest of the data so far, in hexadecimal digits.")
  static String hexDigest(PyHash self) {
    return java.util.HexFormat.of().formatHex(self.now(self.digestSize));
  }

  @Method(value = "copy(self, /)", doc = "The same hash, to go on differently.")
  static PyObject copy(PyHash self) {
    synchronized (self.digest) {
      return self.fresh(self.digest.copy());
    }
  }

  @Getter("digest_size")
  static int digestSize(PyHash self) {
    return self.digestSize;
  }

  @Getter("block_size")
  static int blockSize(PyHash self) {
    return self.blockSize;
  }

  @Getter("name")
  static String name(PyHash self) {
    return self.name;
  }

  @Method("__repr__(self, /)")
  static String repr(PyHash self) {
    return String.format(
        "<%s %s object @ 0x%x>", self.name, self.type().fullName(), Objects.id(self));
  }
}
