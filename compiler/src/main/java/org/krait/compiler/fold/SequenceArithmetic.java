package org.krait.compiler.fold;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.krait.constants.Constant;

/** {@code +} and {@code *} of strings, bytes and tuples. */
final class SequenceArithmetic {
  private static final int LONGEST_STRING = 4096;
  private static final int LONGEST_TUPLE = 256;

  /** How many items a tuple may hold with those of the tuples in it. */
  private static final int MOST_ITEMS = 1024;

  private SequenceArithmetic() {}

  /** The two joined, or null unless they are of one kind. */
  static Constant concatenate(Constant left, Constant right) {
    return switch (left) {
      case Constant.Str a when right instanceof Constant.Str b -> ConstantText.join(a, b);
      case Constant.Bytes a when right instanceof Constant.Bytes b -> {
        byte[] joined = Arrays.copyOf(a.value(), a.value().length + b.value().length);
        System.arraycopy(b.value(), 0, joined, a.value().length, b.value().length);
        yield new Constant.Bytes(joined);
      }
      case Constant.Tuple a when right instanceof Constant.Tuple b -> {
        List<Constant> joined = new ArrayList<>(a.items());
        joined.addAll(b.items());
        yield new Constant.Tuple(joined);
      }
      default -> null;
    };
  }

  /** The sequence so many times, or null when the result might be too large. */
  static Constant repeat(Constant left, Constant right) {
    BigInteger times = Numbers.integer(left);
    Constant sequence = right;
    if (times == null) {
      times = Numbers.integer(right);
      sequence = left;
    }
    int length = length(sequence);
    if (times == null || length < 0) {
      return null;
    }
    if (length == 0) {
      return times.bitLength() < Long.SIZE ? sequence : null;
    }
    int longest = sequence instanceof Constant.Tuple ? LONGEST_TUPLE : LONGEST_STRING;
    if (times.signum() < 0 || times.compareTo(BigInteger.valueOf(longest / length)) > 0) {
      return null;
    }
    return repeat(sequence, times.intValue());
  }

  private static int length(Constant sequence) {
    // Not a switch over types, here and below: their first use costs a process several milliseconds.
    if (sequence instanceof Constant.Str s) {
      return ConstantText.length(s);
    }
    if (sequence instanceof Constant.Bytes b) {
      return b.value().length;
    }
    return sequence instanceof Constant.Tuple t ? t.items().size() : -1;
  }

  private static Constant repeat(Constant sequence, int times) {
    if (sequence instanceof Constant.Str s) {
      return ConstantText.repeat(s, times);
    }
    if (sequence instanceof Constant.Bytes b) {
      byte[] repeated = new byte[b.value().length * times];
      for (int i = 0; i < repeated.length; i++) {
        repeated[i] = b.value()[i % b.value().length];
      }
      return new Constant.Bytes(repeated);
    }
    if (sequence instanceof Constant.Tuple t && (times == 0 || room(t, MOST_ITEMS / times) >= 0)) {
      List<Constant> repeated = new ArrayList<>();
      Collections.nCopies(times, t.items()).forEach(repeated::addAll);
      return new Constant.Tuple(repeated);
    }
    return null;
  }

  /** What is left of the limit after all items, nested ones too; negative when it is exceeded. */
  private static int room(Constant constant, int limit) {
    List<Constant> items =
        constant instanceof Constant.Tuple t
            ? t.items()
            : constant instanceof Constant.FrozenSet s ? s.items() : List.of();
    int room = limit - items.size();
    for (int i = 0; i < items.size() && room >= 0; i++) {
      room = room(items.get(i), room);
    }
    return room;
  }
}
