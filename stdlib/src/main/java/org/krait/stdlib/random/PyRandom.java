package org.krait.stdlib.random;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SystemRandom;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code _random.Random}. */
@BuiltinType(name = "Random", module = "_random")
public final class PyRandom extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyRandomTable());

  private final MersenneTwister twister = new MersenneTwister();

  private PyRandom(PyType cls) {
    super(cls);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyRandom(cls);
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {
    if (names != null && names.length > 0) {
      throw Errors.typeError("Random() takes no keyword arguments");
    }
    if (args.length > 1) {
      throw Errors.typeError("Random() requires 0 or 1 argument");
    }
    seed(args.length == 0 ? PyNone.NONE : args[0]);
  }

  @Method("seed(self, n=None, /)")
  synchronized void seed(PyObject n) {
    twister.seed(n == PyNone.NONE ? entropy() : words(seedValue(n)));
  }

  private static BigInteger seedValue(PyObject n) {
    if (n instanceof PyInt number) {
      return number.bigValue().abs();
    }
    return new BigInteger(Long.toUnsignedString(Objects.hash(n)));
  }

  private static int[] entropy() {
    byte[] bytes = SystemRandom.bytes(MersenneTwister.SIZE * Integer.BYTES);
    int[] words = new int[MersenneTwister.SIZE];
    ByteBuffer.wrap(bytes).asIntBuffer().get(words);
    return words;
  }

  /** The 32-bit words of a number that is not negative, the lowest first; at least one. */
  private static int[] words(BigInteger value) {
    int[] words = new int[Math.max(1, (value.bitLength() + 31) / 32)];
    byte[] bytes = value.toByteArray();
    for (int i = 0; i < bytes.length; i++) {
      int at = bytes.length - 1 - i;
      if (i / 4 < words.length) {
        words[i / 4] |= (bytes[at] & 0xff) << i % 4 * 8;
      }
    }
    return words;
  }

  @Method("random(self, /)")
  synchronized PyObject random() {
    return PyFloat.of(twister.nextDouble());
  }

  @Method("getrandbits(self, k, /)")
  synchronized PyObject randomBits(int k) {
    if (k < 0) {
      throw Errors.valueError("number of bits must be non-negative");
    }
    if (k == 0) {
      return PyLong.ZERO;
    }
    if (k <= 32) {
      return PyLong.of((twister.next() & 0xffffffffL) >>> 32 - k);
    }
    if (k < 64) {
      long low = twister.next() & 0xffffffffL;
      return PyLong.of((long) (twister.next() >>> 64 - k) << 32 | low);
    }
    int count = (k - 1) / 32 + 1;
    byte[] bytes = new byte[count * 4];
    int left = k;
    for (int i = 0; i < count; i++, left -= 32) {
      int word = left < 32 ? twister.next() >>> 32 - left : twister.next();
      for (int j = 0; j < 4; j++) {
        bytes[bytes.length - 1 - i * 4 - j] = (byte) (word >>> j * 8);
      }
    }
    return PyInt.of(new BigInteger(1, bytes));
  }

  @Method("getstate(self, /)")
  synchronized PyObject state() {
    PyObject[] state = new PyObject[MersenneTwister.SIZE + 1];
    for (int i = 0; i < state.length; i++) {
      state[i] = PyLong.of(twister.word(i) & 0xffffffffL);
    }
    return PyTuple.of(state);
  }

  @Method("setstate(self, state, /)")
  synchronized void restore(PyObject state) {
    if (!(state instanceof PyTuple tuple)) {
      throw Errors.typeError("state vector must be a tuple");
    }
    int size = MersenneTwister.SIZE;
    if (tuple.size() != size + 1) {
      throw Errors.valueError("state vector is the wrong size");
    }
    int[] words = new int[size];
    for (int i = 0; i < size; i++) {
      words[i] = word(tuple.get(i));
    }
    if (!(tuple.get(size) instanceof PyInt used)) {
      throw Errors.typeError("an integer is required");
    }
    if (used.signum() < 0 || used.longValue() > size) {
      throw Errors.valueError("invalid state");
    }
    twister.restore(words, (int) used.longValue());
  }

  private static int word(PyObject value) {
    if (!(value instanceof PyInt number)) {
      throw Errors.typeError("an integer is required");
    }
    if (number.signum() < 0) {
      throw Errors.overflowError("can't convert negative value to unsigned int");
    }
    if (number.bigValue().bitLength() > Long.SIZE) {
      throw Errors.overflowError("Python int too large to convert to C unsigned long");
    }
    return (int) number.bigValue().longValue();
  }
}
