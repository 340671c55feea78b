package org.krait.stdlib.importing;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.krait.bytecode.CodeObject;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.CodeBodies;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyComplex;
import org.krait.runtime.types.PyEllipsis;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyFrozenSet;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The code of one module in a {@link CodeArchive}. */
final class ArchivedModule extends CodeBodies {
  // Kinds of values; in the bits above stands how many bytes or items.
  static final int NONE = 0;
  static final int TRUE = 1;
  static final int FALSE = 2;
  static final int ELLIPSIS = 3;
  static final int INT = 4;
  static final int LONG = 5;
  static final int BIG = 6;
  static final int FLOAT = 7;
  static final int COMPLEX = 8;
  static final int STR = 9;
  static final int BYTES = 10;
  static final int TUPLE = 11;
  static final int FROZENSET = 12;
  static final int CODE = 13;
  static final int KIND_BITS = 4;

  // What a code object's numbers are; behind them variables, names, constants, instructions.
  static final int STACK = 3;
  static final int FLAGS = 4;
  static final int VARIABLES = 5;
  static final int FIRST_LINE = 7;
  static final int NAME = 8;
  static final int QUALNAME = 9;
  static final int DOCUMENTATION = 10;
  static final int NAMES = 11;
  static final int CONSTANTS = 12;
  static final int UNITS = 13;
  static final int LINES = 14;
  static final int HANDLERS = 15;
  static final int BYTES_AT = 16;
  static final int LISTS = 17;

  private final CodeSegment segment;
  private final int[] ints;
  private final int table;
  private final int rootValue;
  private final String builtAs;
  private final PyObject[] values;

  /**
   * A module.
   *
   * @param head where it says: where its values stand and how many, the place of its code, which value
   *     that is, and its file name
   */
  ArchivedModule(CodeSegment segment, int head) {
    super(segment.ints[head + 2], segment.fresh(segment.ints[head + 4]));
    this.segment = segment;
    this.ints = segment.ints;
    this.table = ints[head];
    this.values = new PyObject[ints[head + 1]];
    this.rootValue = ints[head + 3];
    this.builtAs = filename().toString();
  }

  /** The module's own code. */
  PyCode code() {
    return (PyCode) value(rootValue);
  }

  @Override
  protected PyStr name(int place) {
    return segment.string(ints[place + NAME]);
  }

  @Override
  protected PyStr qualname(int place) {
    return segment.string(ints[place + QUALNAME]);
  }

  @Override
  protected PyObject documentation(int place) {
    int index = ints[place + DOCUMENTATION];
    return index < 0 ? PyNone.NONE : value(index);
  }

  @Override
  protected PyStr[] variables(int place) {
    return strings(place + LISTS, ints[place + VARIABLES]);
  }

  @Override
  protected PyStr[] names(int place) {
    return strings(namesAt(place), ints[place + NAMES]);
  }

  private PyStr[] strings(int at, int count) {
    PyStr[] found = new PyStr[count];
    for (int i = 0; i < count; i++) {
      found[i] = segment.string(ints[at + i]);
    }
    return found;
  }

  @Override
  protected PyObject[] constants(int place) {
    return values(constantsAt(place), ints[place + CONSTANTS]);
  }

  @Override
  protected int[] instructions(int place) {
    int from = unitsAt(place);
    return Arrays.copyOfRange(ints, from, from + ints[place + UNITS]);
  }

  private int namesAt(int place) {
    return place + LISTS + ints[place + VARIABLES];
  }

  private int constantsAt(int place) {
    return namesAt(place) + ints[place + NAMES];
  }

  private int unitsAt(int place) {
    return constantsAt(place) + ints[place + CONSTANTS];
  }

  @Override
  protected CodeObject object(int place) {
    int[] words = instructions(place);
    byte[] code = new byte[2 * words.length];
    for (int i = 0; i < words.length; i++) {
      code[2 * i] = (byte) words[i];
      code[2 * i + 1] = (byte) (words[i] >> 8);
    }
    int kinds = ints[place + VARIABLES];
    int lines = ints[place + LINES];
    int at = ints[place + BYTES_AT];
    return new CodeObject(
        ints[place],
        ints[place + 1],
        ints[place + 2],
        ints[place + STACK],
        ints[place + FLAGS],
        code,
        List.of(),
        List.of(),
        List.of(),
        segment.bytes(at, kinds),
        builtAs,
        name(place).toString(),
        qualname(place).toString(),
        ints[place + FIRST_LINE],
        segment.bytes(at + kinds, lines),
        segment.bytes(at + kinds + lines, ints[place + HANDLERS]));
  }

  private PyObject[] values(int at, int count) {
    PyObject[] found = new PyObject[count];
    for (int i = 0; i < count; i++) {
      found[i] = value(ints[at + i]);
    }
    return found;
  }

  /** A value, always the same object. */
  private synchronized PyObject value(int index) {
    PyObject known = values[index];
    if (known == null) {
      known = make(ints[table + 2 * index], ints[table + 2 * index + 1]);
      values[index] = known;
    }
    return known;
  }

  private PyObject make(int kind, int at) {
    int count = kind >> KIND_BITS;
    return switch (kind & (1 << KIND_BITS) - 1) {
      case NONE -> PyNone.NONE;
      case TRUE -> PyBool.TRUE;
      case FALSE -> PyBool.FALSE;
      case ELLIPSIS -> PyEllipsis.ELLIPSIS;
      case INT -> PyLong.of(at);
      case LONG -> PyLong.of(segment.wide(at));
      case BIG -> PyInt.of(new BigInteger(segment.bytes(at, count)));
      case FLOAT -> new PyFloat(Double.longBitsToDouble(segment.wide(at)));
      case COMPLEX ->
          new PyComplex(
              Double.longBitsToDouble(segment.wide(at)), Double.longBitsToDouble(segment.wide(at + 2)));
      case STR -> segment.isInterned(at) ? segment.string(at) : segment.fresh(at);
      case BYTES -> PyBytes.of(segment.bytes(at, count));
      case TUPLE -> PyTuple.of(values(at, count));
      case FROZENSET -> PyFrozenSet.of(values(at, count));
      case CODE -> LoadCode.late(this, at, ints, at);
      default -> throw new IllegalStateException("no kind of value: " + kind);
    };
  }
}
