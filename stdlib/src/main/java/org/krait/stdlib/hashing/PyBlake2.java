package org.krait.stdlib.hashing;

import java.util.HexFormat;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;

/** A BLAKE2 hash that is being computed; what the objects of both types can do. */
abstract class PyBlake2 extends PyObject {
  private final Blake2 state;
  private final int digestSize;

  PyBlake2(Blake2 state, int digestSize) {
    this.state = state;
    this.digestSize = digestSize;
  }

  abstract boolean isWide();

  /** A hash object of the same type. */
  abstract PyObject fresh(Blake2 state, int digestSize);

  private byte[] now() {
    synchronized (state) {
      return state.result(digestSize);
    }
  }

  /** The methods, which stand in the dict of each type. */
  static final class Methods {
    private Methods() {}

    @Method(value = "update(self, data, /)", doc = "Adds data.")
    static void update(PyBlake2 self, PyObject data) {
      byte[] bytes = PyHash.bytes(data);
      synchronized (self.state) {
        self.state.update(bytes, bytes.length);
      }
    }

    @Method(value = "digest(self, /)", doc = "The digest of the data so far.")
    static PyObject digest(PyBlake2 self) {
      return PyBytes.of(self.now());
    }

    @Method(value = "hexdigest(self, /)", doc = "The digest of the data so far, in hexadecimal digits.")
    static String hexDigest(PyBlake2 self) {
      return HexFormat.of().formatHex(self.now());
    }

    @Method(value = "copy(self, /)", doc = "The same hash, to go on differently.")
    static PyObject copy(PyBlake2 self) {
      synchronized (self.state) {
        return self.fresh((Blake2) self.state.copy(), self.digestSize);
      }
    }

    @Getter("name")
    static String name(PyBlake2 self) {
      return self.isWide() ? "blake2b" : "blake2s";
    }

    @Getter("block_size")
    static int blockSize(PyBlake2 self) {
      return self.isWide() ? 128 : 64;
    }

    @Getter("digest_size")
    static int digestSize(PyBlake2 self) {
      return self.digestSize;
    }
  }
}
