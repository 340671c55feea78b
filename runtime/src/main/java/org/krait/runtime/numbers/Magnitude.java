package org.krait.runtime.numbers;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Absolute values of long numbers in words of 64 bits: what takes time in proportion to their length.
 *
 * <p>A product with a word, a sum or a difference takes two thirds of BigInteger's time, which has words of 32 bits;
 * for products and quotients of long numbers BigInteger is quicker.
 */
public final class Magnitude implements Comparable<Magnitude> {
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** The lowest first; the highest is not zero. */
  private final long[] words;

  private Magnitude(long[] words) {
    this.words = words;
  }

  private static Magnitude stripped(long[] words) {
    int length = words.length;
    while (length > 0 && words[length - 1] == 0) {
      length--;
    }
    return new Magnitude(length == words.length ? words : Arrays.copyOf(words, length));
  }

  /** The absolute value. */
  public static Magnitude of(BigInteger value) {
    byte[] bytes = value.abs().toByteArray();
    long[] words = new long[(bytes.length + Long.BYTES - 1) / Long.BYTES];
    int end = bytes.length;
    for (int i = 0; i < words.length; i++) {
      if (end >= Long.BYTES) {
        end -= Long.BYTES;
        words[i] = (long) LONGS.get(bytes, end);
      } else {
        for (int at = 0; at < end; at++) {
          words[i] = words[i] << Byte.SIZE | bytes[at] & 0xff;
        }
      }
    }
    return stripped(words);
  }

  /** The absolute value of 128 bits without a sign. */
  public static Magnitude of(long high, long low) {
    return stripped(new long[] {low, high});
  }

  public BigInteger value(boolean negative) {
    byte[] bytes = new byte[words.length * Long.BYTES];
    for (int i = 0, at = bytes.length; i < words.length; i++) {
      at -= Long.BYTES;
      LONGS.set(bytes, at, words[i]);
    }
    return new BigInteger(negative ? -1 : 1, bytes);
  }

  public int length() {
    return words.length;
  }

  /** One of the words; those beyond the highest are zero. */
  public long word(int index) {
    return index < words.length ? words[index] : 0;
  }

  public long bitLength() {
    int last = words.length - 1;
    return last < 0 ? 0 : (long) Long.SIZE * (last + 1) - Long.numberOfLeadingZeros(words[last]);
  }

  /** The 64 bits from one on. */
  public long bitsFrom(long place) {
    int index = (int) (place / Long.SIZE);
    int shift = (int) (place % Long.SIZE);
    return shift == 0 ? word(index) : word(index) >>> shift | word(index + 1) << Long.SIZE - shift;
  }

  @Override
  public int compareTo(Magnitude other) {
    if (words.length != other.words.length) {
      return Integer.compare(words.length, other.words.length);
    }
    for (int i = words.length - 1; i >= 0; i--) {
      if (words[i] != other.words[i]) {
        return Long.compareUnsigned(words[i], other.words[i]);
      }
    }
    return 0;
  }

  /** The product with a word without a sign. */
  public Magnitude times(long factor) {
    long[] from = words;
    long[] product = new long[isLonger(factor) ? from.length + 1 : from.length];
    long carry = 0;
    for (int i = 0; i < from.length; i++) {
      long word = from[i];
      long low = word * factor + carry;
      long high = Math.unsignedMultiplyHigh(word, factor);
      if (Long.compareUnsigned(low, carry) < 0) {
        high++;
      }
      carry = high;
      product[i] = low;
    }
    if (product.length > from.length) {
      product[from.length] = carry;
    }
    return stripped(product);
  }

  /** Whether the product with a word may be a word longer. */
  private boolean isLonger(long factor) {
    return Long.numberOfLeadingZeros(words[words.length - 1]) + Long.numberOfLeadingZeros(factor) < Long.SIZE;
  }

  public Magnitude plus(Magnitude other) {
    return words.length >= other.words.length ? sum(words, other.words) : sum(other.words, words);
  }

  private static Magnitude sum(long[] large, long[] small) {
    long[] sum = new long[large.length];
    long carry = 0;
    for (int i = 0; i < small.length; i++) {
      long word = large[i];
      long plain = word + small[i];
      long carried = plain + carry;
      carry = (Long.compareUnsigned(plain, word) < 0 ? 1 : 0) | (Long.compareUnsigned(carried, plain) < 0 ? 1 : 0);
      sum[i] = carried;
    }
    for (int i = small.length; i < large.length; i++) {
      sum[i] = large[i] + carry;
      carry &= sum[i] == 0 ? 1 : 0;
    }
    if (carry != 0) {
      sum = Arrays.copyOf(sum, sum.length + 1);
      sum[large.length] = 1;
    }
    return new Magnitude(sum);
  }

  /** The difference from a number that is not larger. */
  public Magnitude minus(Magnitude other) {
    long[] large = words;
    long[] small = other.words;
    long[] difference = new long[large.length];
    long borrow = 0;
    for (int i = 0; i < small.length; i++) {
      long word = large[i];
      long plain = word - small[i];
      long borrowed = plain - borrow;
      borrow = (Long.compareUnsigned(word, small[i]) < 0 ? 1 : 0) | (Long.compareUnsigned(plain, borrow) < 0 ? 1 : 0);
      difference[i] = borrowed;
    }
    for (int i = small.length; i < large.length; i++) {
      difference[i] = large[i] - borrow;
      borrow &= large[i] == 0 ? 1 : 0;
    }
    return stripped(difference);
  }

  /** The quotient by a word without a sign, rounded down. */
  public Magnitude dividedBy(long divisor) {
    long[] quotient = new long[words.length];
    divide(divisor, quotient);
    return stripped(quotient);
  }

  /** What a division by a word without a sign leaves. */
  public long rest(long divisor) {
    return divide(divisor, null);
  }

  private long divide(long divisor, long[] quotient) {
    return divisor >>> 31 == 0 ? divideByHalf(divisor, quotient) : divideByWord(divisor, quotient);
  }

  private long divideByWord(long divisor, long[] quotient) {
    int shift = Long.numberOfLeadingZeros(divisor);
    long shifted = divisor << shift;
    long inverse = WideDivision.inverse(shifted);
    long rest = 0;
    for (int i = words.length - 1; i >= 0; i--) {
      long word = words[i];
      long upper = shift == 0 ? rest : rest << shift | word >>> Long.SIZE - shift;
      long part = WideDivision.quotient(upper, word << shift, shifted, inverse);
      rest = word - part * divisor;
      if (quotient != null) {
        quotient[i] = part;
      }
    }
    return rest;
  }

  private long divideByHalf(long divisor, long[] quotient) {
    long rest = 0;
    for (int i = words.length - 1; i >= 0; i--) {
      long word = words[i];
      long upper = rest << 32 | word >>> 32;
      long high = upper / divisor;
      long lower = upper - high * divisor << 32 | word & 0xffffffffL;
      long low = lower / divisor;
      rest = lower - low * divisor;
      if (quotient != null) {
        quotient[i] = high << 32 | low;
      }
    }
    return rest;
  }

  public Magnitude shiftedLeft(int count) {
    int whole = count / Long.SIZE;
    int shift = count % Long.SIZE;
    long[] shifted = new long[words.length + whole + 1];
    for (int i = 0; i < words.length; i++) {
      shifted[i + whole] |= words[i] << shift;
      shifted[i + whole + 1] = shift == 0 ? 0 : words[i] >>> Long.SIZE - shift;
    }
    return stripped(shifted);
  }

  public Magnitude shiftedRight(long count) {
    long left = bitLength() - count;
    long[] shifted = new long[left <= 0 ? 0 : (int) ((left + Long.SIZE - 1) / Long.SIZE)];
    if (shifted.length > 0) {
      int whole = (int) (count / Long.SIZE);
      int shift = (int) (count % Long.SIZE);
      if (shift == 0) {
        System.arraycopy(words, whole, shifted, 0, shifted.length);
      } else {
        int last = shifted.length - 1;
        for (int i = 0; i < last; i++) {
          shifted[i] = words[i + whole] >>> shift | words[i + whole + 1] << Long.SIZE - shift;
        }
        shifted[last] = bitsFrom(count + (long) last * Long.SIZE);
      }
    }
    return new Magnitude(shifted);
  }
}
