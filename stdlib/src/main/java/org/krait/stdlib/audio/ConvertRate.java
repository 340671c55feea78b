package org.krait.stdlib.audio;

import java.math.BigInteger;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** {@code audioop.ratecv}: other rates by straight lines between samples, behind a simple filter. */
final class ConvertRate {
  private final Samples in;
  private final int channels;
  private final int inRate;
  private final int outRate;
  private final int weightA;
  private final int weightB;

  /** How far the next sample is from the last one read, in parts of the rate of the output. */
  private int distance;

  private final int[] before;
  private final int[] now;
  private byte[] out = new byte[256];
  private int written;

  private ConvertRate(
      Samples in, int channels, int inRate, int outRate, int weightA, int weightB) {
    this.in = in;
    this.channels = channels;
    this.inRate = inRate;
    this.outRate = outRate;
    this.weightA = weightA;
    this.weightB = weightB;
    distance = -outRate;
    before = new int[channels];
    now = new int[channels];
  }

  @Function("ratecv(fragment, width, nchannels, inrate, outrate, state, weightA=1, weightB=0, /)")
  static PyObject convert(
      PyObject fragment, int width, int channels, int inRate, int outRate, PyObject state,
      int weightA, int weightB) {
    Buffers.bytes(fragment);
    Samples.check(width);
    if (channels < 1) {
      throw Samples.error("# of channels should be >= 1");
    }
    if ((long) width * channels > Integer.MAX_VALUE) {
      throw Errors.overflowError("width * nchannels too big for a C int");
    }
    if (weightA < 1 || weightB < 0) {
      throw Samples.error("weightA should be >= 1, weightB should be >= 0");
    }
    Samples in = Samples.of(fragment, width);
    if (in.bytes.length % (width * channels) != 0) {
      throw Samples.error("not a whole number of frames");
    }
    if (inRate <= 0 || outRate <= 0) {
      throw Samples.error("sampling rate not > 0");
    }
    int rates = gcd(inRate, outRate);
    int weights = gcd(weightA, weightB);
    ConvertRate run =
        new ConvertRate(
            in, channels, inRate / rates, outRate / rates, weightA / weights, weightB / weights);
    if (state != PyNone.NONE) {
      run.resume(state);
    }
    run.run();
    return PyTuple.of(PyBytes.of(java.util.Arrays.copyOf(run.out, run.written)), run.state());
  }

  private static int gcd(int a, int b) {
    return BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).intValue();
  }

  private void resume(PyObject state) {
    if (!(state instanceof PyTuple pair)) {
      throw Errors.typeError("state must be a tuple or None");
    }
    if (pair.size() != 2 || !(pair.get(1) instanceof PyTuple samples)) {
      throw Errors.typeError("ratecv(): illegal state argument");
    }
    distance = Arguments.toInt(pair.get(0));
    if (samples.size() != channels) {
      throw Samples.error("illegal state argument");
    }
    for (int channel = 0; channel < channels; channel++) {
      if (!(samples.get(channel) instanceof PyTuple values) || values.size() != 2) {
        throw Errors.typeError("ratecv(): illegal state argument");
      }
      before[channel] = Arguments.toInt(values.get(0));
      now[channel] = Arguments.toInt(values.get(1));
    }
  }

  private PyObject state() {
    PyObject[] samples = new PyObject[channels];
    for (int channel = 0; channel < channels; channel++) {
      samples[channel] = PyTuple.of(PyLong.of(before[channel]), PyLong.of(now[channel]));
    }
    return PyTuple.of(PyLong.of(distance), PyTuple.of(samples));
  }

  private void run() {
    int frames = in.count() / channels;
    for (int frame = 0; ; ) {
      while (distance < 0) {
        if (frame == frames) {
          return;
        }
        read(frame++);
        distance += outRate;
      }
      while (distance >= 0) {
        for (int channel = 0; channel < channels; channel++) {
          double between =
              before[channel] * (double) distance
                  + now[channel] * ((double) outRate - (double) distance);
          write((int) (between / outRate));
        }
        distance -= inRate;
      }
    }
  }

  private void read(int frame) {
    for (int channel = 0; channel < channels; channel++) {
      before[channel] = now[channel];
      double filtered =
          (double) weightA * in.full(frame * channels + channel) + (double) weightB * before[channel];
      now[channel] = (int) (filtered / ((double) weightA + weightB));
    }
  }

  private void write(int value) {
    if (written + in.width > out.length) {
      out = java.util.Arrays.copyOf(out, 2 * out.length);
    }
    for (int i = 0; i < in.width; i++) {
      out[written++] = (byte) (value >> 32 - 8 * in.width + 8 * i);
    }
  }
}
