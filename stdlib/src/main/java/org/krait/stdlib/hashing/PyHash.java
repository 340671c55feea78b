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
@BuiltinType(name = "HASH", module = "_hashlib", subclassable = false, disallowNew = true)
public final class PyHash extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyHashTable());

  private final String name;
  private final Digest digest;
  private final int digestSize;
  private final int blockSize;

  PyHash(String name, Digest digest, int digestSize, int blockSize) {
    this.name = name;
    this.digest = digest;
    this.digestSize = digestSize;
    this.blockSize = blockSize;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** Adds the data that a constructor was given, null for none. */
  PyHash with(PyObject data) {
    if (data != null) {
      update(data);
    }
    return this;
  }

  @Method("update(self, obj, /)")
  void update(PyObject data) {
    if (data instanceof PyStr) {
      throw Errors.typeError("Strings must be encoded before hashing");
    }
    if (!Buffers.isBuffer(data)) {
      throw Errors.typeError("object supporting the buffer API required");
    }
    byte[] bytes = Buffers.bytes(data);
    synchronized (digest) {
      digest.update(bytes, bytes.length);
    }
  }

  private byte[] result(PyObject length) {
    if (digestSize > 0) {
      if (length != null) {
        throw Errors.typeError("%s.digest() takes no arguments (1 given)", type().name());
      }
      return now(digestSize);
    }
    if (length == null) {
      throw Errors.typeError("digest() missing required argument 'length' (pos 1)");
    }
    long count = org.krait.runtime.Arguments.toLong(length);
    if (count < 0 || count >= 1 << 29) {
      throw Errors.valueError("value must be positive");
    }
    return now((int) count);
  }

  private byte[] now(int length) {
    synchronized (digest) {
      return digest.result(length);
    }
  }

  @Method("digest(self, length=NULL)")
  PyObject digest(PyObject length) {
    return PyBytes.of(result(length));
  }

  @Method("hexdigest(self, length=NULL)")
  String hexDigest(PyObject length) {
    return java.util.HexFormat.of().formatHex(result(length));
  }

  @Method("copy(self, /)")
  PyObject copy() {
    synchronized (digest) {
      return new PyHash(name, digest.copy(), digestSize, blockSize);
    }
  }

  @Getter("name")
  String getName() {
    return name;
  }

  @Getter("digest_size")
  int getDigestSize() {
    return digestSize;
  }

  @Getter("block_size")
  int getBlockSize() {
    return blockSize;
  }

  @Method("__repr__(self, /)")
  String repr() {
    return String.format("<%s _hashlib.HASH object @ 0x%x>", name, Objects.id(this));
  }
}
