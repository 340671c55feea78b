package org.krait.stdlib.audio;

import java.util.function.IntUnaryOperator;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.Warnings;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code audioop}: what makes sound of sound; measuring is in {@link Measure}. */
@BuiltinModule(
    value = "audioop",
    parts = {Measure.class, ConvertRate.class})
public final class AudioopModule implements NativeModule {
  static final PyType ERROR =
      PyType.builtin(new SimpleTypeTable("audioop", "error", PyExceptions.Exception));

  /** Frames of the import system between the module and who imports it. */
  private static final int LEVEL = 6;

  @Override
  public void exec(PyModule module) {
    Warnings.warn(
        PyExceptions.DeprecationWarning,
        "'audioop' is deprecated and slated for removal in Python 3.13",
        LEVEL);
    module.dict().put(PyStr.interned("error"), ERROR);
  }

  private static PyObject result(Samples samples) {
    return PyBytes.of(samples.bytes);
  }

  /** Samples of the same width, each computed from one. */
  private static PyObject each(Samples in, IntUnaryOperator change) {
    Samples out = Samples.empty(in.width, in.count());
    for (int i = 0; i < in.count(); i++) {
      out.set(i, change.applyAsInt(in.get(i)));
    }
    return result(out);
  }

  @Function("mul(fragment, width, factor, /)")
  static PyObject mul(PyObject fragment, int width, double factor) {
    Samples in = Samples.of(fragment, width);
    Samples out = Samples.empty(width, in.count());
    for (int i = 0; i < in.count(); i++) {
      out.setBounded(i, in.get(i) * factor);
    }
    return result(out);
  }

  private static void checkPairs(Samples in) {
    if (in.bytes.length % (2 * in.width) != 0) {
      throw Samples.error("not a whole number of frames");
    }
  }

  @Function("tomono(fragment, width, lfactor, rfactor, /)")
  static PyObject toMono(PyObject fragment, int width, double left, double right) {
    Samples in = Samples.of(fragment, width);
    checkPairs(in);
    Samples out = Samples.empty(width, in.count() / 2);
    for (int i = 0; i < out.count(); i++) {
      out.setBounded(i, in.get(2 * i) * left + in.get(2 * i + 1) * right);
    }
    return result(out);
  }

  @Function("tostereo(fragment, width, lfactor, rfactor, /)")
  static PyObject toStereo(PyObject fragment, int width, double left, double right) {
    Samples in = Samples.of(fragment, width);
    Samples out = Samples.empty(width, 2L * in.count());
    for (int i = 0; i < in.count(); i++) {
      out.setBounded(2 * i, in.get(i) * left);
      out.setBounded(2 * i + 1, in.get(i) * right);
    }
    return result(out);
  }

  @Function("add(fragment1, fragment2, width, /)")
  static PyObject add(PyObject first, PyObject second, int width) {
    Samples a = Samples.of(first, width);
    byte[] other = Buffers.bytes(second);
    if (other.length != a.bytes.length) {
      throw Samples.error("Lengths should be the same");
    }
    Samples b = Samples.of(second, width);
    Samples out = Samples.empty(width, a.count());
    for (int i = 0; i < a.count(); i++) {
      out.setBounded(i, (double) a.get(i) + b.get(i));
    }
    return result(out);
  }

  @Function("bias(fragment, width, bias, /)")
  static PyObject bias(PyObject fragment, int width, int bias) {
    return each(Samples.of(fragment, width), value -> value + bias);
  }

  @Function("reverse(fragment, width, /)")
  static PyObject reverse(PyObject fragment, int width) {
    Samples in = Samples.of(fragment, width);
    Samples out = Samples.empty(width, in.count());
    for (int i = 0; i < in.count(); i++) {
      out.set(in.count() - 1 - i, in.get(i));
    }
    return result(out);
  }

  @Function("byteswap(fragment, width, /)")
  static PyObject byteSwap(PyObject fragment, int width) {
    return each(
        Samples.of(fragment, width), value -> Integer.reverseBytes(value) >>> 32 - 8 * width);
  }

  @Function("lin2lin(fragment, width, newwidth, /)")
  static PyObject toWidth(PyObject fragment, int width, int newWidth) {
    Samples in = Samples.of(fragment, width);
    Samples.check(newWidth);
    Samples out = Samples.empty(newWidth, in.count());
    for (int i = 0; i < in.count(); i++) {
      out.setFull(i, in.full(i));
    }
    return result(out);
  }

  /** Codes of one byte, each computed from the highest bits of a sample. */
  private static PyObject codes(PyObject fragment, int width, int bits, IntUnaryOperator code) {
    Samples in = Samples.of(fragment, width);
    byte[] out = new byte[in.count()];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) code.applyAsInt(in.full(i) >> 32 - bits);
    }
    return PyBytes.of(out);
  }

  /** Samples, each computed with 16 bits from a code. */
  private static PyObject ofCodes(PyObject fragment, int width, IntUnaryOperator sample) {
    byte[] in = Buffers.bytes(fragment);
    Samples.check(width);
    Samples out = Samples.empty(width, in.length);
    for (int i = 0; i < in.length; i++) {
      out.setFull(i, sample.applyAsInt(in[i] & 0xff) << 16);
    }
    return result(out);
  }

  @Function("lin2ulaw(fragment, width, /)")
  static PyObject toMu(PyObject fragment, int width) {
    return codes(fragment, width, 14, Companding::toMu);
  }

  @Function("ulaw2lin(fragment, width, /)")
  static PyObject ofMu(PyObject fragment, int width) {
    return ofCodes(fragment, width, Companding::ofMu);
  }

  @Function("lin2alaw(fragment, width, /)")
  static PyObject toA(PyObject fragment, int width) {
    return codes(fragment, width, 13, Companding::toA);
  }

  @Function("alaw2lin(fragment, width, /)")
  static PyObject ofA(PyObject fragment, int width) {
    return ofCodes(fragment, width, Companding::ofA);
  }

  @Function("lin2adpcm(fragment, width, state, /)")
  static PyObject toAdpcm(PyObject fragment, int width, PyObject state) {
    Samples in = Samples.of(fragment, width);
    Adpcm coder = new Adpcm(state, "lin2adpcm");
    byte[] out = new byte[in.count() / 2];
    for (int i = 0; i < in.count(); i++) {
      int code = coder.encode(in.full(i) >> 16);
      if (i / 2 < out.length) {
        out[i / 2] |= (byte) (i % 2 == 0 ? code << 4 : code);
      }
    }
    return PyTuple.of(PyBytes.of(out), coder.state());
  }

  @Function("adpcm2lin(fragment, width, state, /)")
  static PyObject ofAdpcm(PyObject fragment, int width, PyObject state) {
    byte[] in = Buffers.bytes(fragment);
    Samples.check(width);
    Adpcm coder = new Adpcm(state, "adpcm2lin");
    Samples out = Samples.empty(width, 2L * in.length);
    for (int i = 0; i < out.count(); i++) {
      int code = in[i / 2] >> (i % 2 == 0 ? 4 : 0) & 0xf;
      out.setFull(i, coder.decode(code) << 16);
    }
    return PyTuple.of(result(out), coder.state());
  }

  @Function("getsample(fragment, width, index, /)")
  static PyObject getSample(PyObject fragment, int width, long index) {
    Samples in = Samples.of(fragment, width);
    if (index < 0 || index >= in.count()) {
      throw Samples.error("Index out of range");
    }
    return PyLong.of(in.get((int) index));
  }
}
