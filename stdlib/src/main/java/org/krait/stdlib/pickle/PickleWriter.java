package org.krait.stdlib.pickle;

import java.math.BigInteger;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.codecs.Codecs;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyFrozenSet;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Writes objects: what kind each is, and the kinds that contain nothing. */
final class PickleWriter {
  static final int HIGHEST_PROTOCOL = 5;
  static final int DEFAULT_PROTOCOL = 4;

  private static final int SHORT = 0xff;
  private static final PyObject LATIN1 = PyStr.interned("latin1");

  final PickleState state = PickleState.current();
  final PickleOutput out;
  final PyObject write;
  final int protocol;
  final boolean fixImports;
  final PyObject bufferCallback;
  PickleMemo memo = new PickleMemo();
  boolean binary;
  boolean fast;

  /** {@code persistent_id}, or null. */
  PyObject persistentId;

  /** The dispatch table of this pickler, or null for the one of {@code copyreg}. */
  PyObject dispatchTable;

  /** {@code reducer_override}, or null. */
  PyObject reducerOverride;

  /** The depth of containers in fast mode. */
  int nesting;

  PyDict fastMemo;
  ThreadState thread;
  private final WriteContainers containers = new WriteContainers(this);
  private final WriteReductions reductions = new WriteReductions(this);
  private final WriteGlobals globals = new WriteGlobals(this);

  PickleWriter(PyObject write, int protocol, boolean fixImports, PyObject bufferCallback) {
    this.write = write;
    this.out = new PickleOutput(write);
    this.protocol = protocol;
    this.binary = protocol > 0;
    this.fixImports = fixImports && protocol < 3;
    this.bufferCallback = bufferCallback;
  }

  /** A writer for the arguments that every entrance has. */
  static PickleWriter of(
      PyObject file, PyObject protocol, boolean fixImports, PyObject bufferCallback) {
    int version = DEFAULT_PROTOCOL;
    if (protocol != PyNone.NONE) {
      version = Arguments.toInt(protocol);
      if (version < 0) {
        version = HIGHEST_PROTOCOL;
      } else if (version > HIGHEST_PROTOCOL) {
        throw Errors.valueError("pickle protocol must be <= %d", HIGHEST_PROTOCOL);
      }
    }
    if (bufferCallback != PyNone.NONE && version < 5) {
      throw Errors.valueError("buffer_callback needs protocol >= 5");
    }
    PyObject write = null;
    if (file != null) {
      write = Attributes.getOrNull(file, "write");
      if (write == null) {
        throw Errors.typeError("file must have a 'write' attribute");
      }
    }
    return new PickleWriter(
        write, version, fixImports, bufferCallback == PyNone.NONE ? null : bufferCallback);
  }

  /** Writes a whole pickle; it is left in the output. */
  void dump(PyObject object) {
    thread = ThreadState.current();
    try {
      if (protocol >= 2) {
        out.op1(Op.PROTO, protocol);
      }
      out.setFraming(protocol >= 4);
      save(object);
      out.op(Op.STOP);
      out.commitFrame();
    } finally {
      out.setFraming(false);
      reducerOverride = null;
    }
  }

  void save(PyObject object) {
    save(object, false);
  }

  /**
   * Writes an object.
   *
   * @param isPersistentId whether it is what {@code persistent_id} returned
   */
  void save(PyObject object, boolean isPersistentId) {
    out.boundary();
    if (persistentId != null && !isPersistentId && savePersistent(object)) {
      return;
    }
    Class<?> kind = object.getClass();
    if (kind == PyLong.class) {
      integer(((PyLong) object).value, object);
    } else if (object == PyNone.NONE) {
      out.op(Op.NONE);
    } else if (kind == PyFloat.class) {
      real((PyFloat) object);
    } else if (kind == PyBool.class) {
      bool(object == PyBool.TRUE);
    } else if (object instanceof PyInt number && object.type() == PyInt.TYPE) {
      bigInteger(number);
    } else {
      remembered(object, kind);
    }
  }

  private void remembered(PyObject object, Class<?> kind) {
    int known = memo.get(object);
    if (known >= 0) {
      get(known);
    } else if (kind == PyStr.class) {
      text((PyStr) object);
    } else if (kind == PyBytes.class) {
      bytes((PyBytes) object);
    } else {
      thread.enterRecursion(" while pickling an object");
      try {
        compound(object, kind);
      } finally {
        thread.leaveRecursion();
      }
    }
  }

  private void compound(PyObject object, Class<?> kind) {
    if (kind == PyTuple.class) {
      containers.tuple((PyTuple) object);
    } else if (kind == PyDict.class) {
      containers.dict((PyDict) object);
    } else if (kind == PyList.class) {
      containers.list((PyList) object);
    } else if (kind == PySet.class) {
      containers.set((PySet) object);
    } else if (kind == PyFrozenSet.class) {
      containers.frozenSet((PyFrozenSet) object);
    } else if (kind == PyByteArray.class) {
      byteArray((PyByteArray) object);
    } else if (object instanceof PyPickleBuffer buffer) {
      buffer(buffer);
    } else {
      other(object);
    }
  }

  private void other(PyObject object) {
    PyType type = object.type();
    if (reducerOverride != null) {
      PyObject answer = reducerOverride.call(object);
      if (answer != org.krait.runtime.types.PyNotImplemented.NOT_IMPLEMENTED) {
        reductions.write(answer, object);
        return;
      }
    }
    if (type == PyType.TYPE) {
      globals.type((PyType) object);
    } else if (type == PyFunction.TYPE) {
      globals.write(object, null);
    } else {
      reductions.writeByClass(object, type);
    }
  }

  void writeGlobal(PyObject object, PyObject name) {
    globals.write(object, name);
  }

  void writeReduction(PyObject... parts) {
    reductions.write(PyTuple.of(parts), null);
  }

  void writeReductionOf(PyObject object, PyObject... parts) {
    reductions.write(PyTuple.of(parts), object);
  }

  WriteContainers containers() {
    return containers;
  }

  // ---- the memo

  /** Gives what was just written a number. */
  void put(PyObject object) {
    if (!fast) {
      put(memo.add(object));
    }
  }

  void put(int number) {
    if (protocol >= 4) {
      out.op(Op.MEMOIZE);
    } else if (!binary) {
      out.line(Op.PUT, Integer.toString(number));
    } else if (number <= SHORT) {
      out.op1(Op.BINPUT, number);
    } else {
      out.op4(Op.LONG_BINPUT, number);
    }
  }

  /** Refers to what was written before. */
  void get(int number) {
    if (!binary) {
      out.line(Op.GET, Integer.toString(number));
    } else if (number <= SHORT) {
      out.op1(Op.BINGET, number);
    } else {
      out.op4(Op.LONG_BINGET, number);
    }
  }

  private boolean savePersistent(PyObject object) {
    PyObject id = persistentId.call(object);
    if (id == PyNone.NONE) {
      return false;
    }
    if (binary) {
      save(id, true);
      out.op(Op.BINPERSID);
    } else {
      PyStr text = Objects.str(id);
      if (!text.isAscii()) {
        throw PickleErrors.pickling("persistent IDs in protocol 0 must be ASCII strings");
      }
      out.line(Op.PERSID, text.toString());
    }
    return true;
  }

  // ---- numbers

  private void bool(boolean value) {
    if (protocol >= 2) {
      out.op(value ? Op.NEWTRUE : Op.NEWFALSE);
    } else {
      out.line(Op.INT, value ? "01" : "00");
    }
  }

  private void integer(long value, PyObject object) {
    if (value != (int) value) {
      bigInteger((PyInt) object);
    } else if (!binary) {
      out.line(Op.INT, Long.toString(value));
    } else if (value >>> 8 == 0) {
      out.op1(Op.BININT1, (int) value);
    } else if (value >>> 16 == 0) {
      out.op2(Op.BININT2, (int) value);
    } else {
      out.op4(Op.BININT, (int) value);
    }
  }

  private void bigInteger(PyInt number) {
    if (protocol < 2) {
      out.line(Op.LONG, Objects.repr(number) + "L");
      return;
    }
    byte[] digits = number.bigValue().toByteArray();
    if (number.bigValue().equals(BigInteger.ZERO)) {
      digits = new byte[0];
    }
    for (int low = 0, high = digits.length - 1; low < high; low++, high--) {
      byte swapped = digits[low];
      digits[low] = digits[high];
      digits[high] = swapped;
    }
    if (digits.length <= SHORT) {
      out.op1(Op.LONG1, digits.length);
    } else {
      out.op4(Op.LONG4, digits.length);
    }
    out.raw(digits);
  }

  private void real(PyFloat number) {
    if (binary) {
      out.op8(Op.BINFLOAT, Double.doubleToRawLongBits(number.doubleValue()));
    } else {
      out.line(Op.FLOAT, Objects.repr(number).toString());
    }
  }

  // ---- text and bytes

  private void text(PyStr text) {
    if (!binary) {
      out.op(Op.UNICODE);
      out.raw(rawEscaped(text));
      out.op('\n');
    } else if (text.isAscii()) {
      asciiText(text.units());
    } else {
      encodedText(Codecs.encode(text, "utf-8", "surrogatepass"));
    }
    put(text);
  }

  private void asciiText(String units) {
    int length = units.length();
    if (PickleOutput.isLarge(length)) {
      encodedText(units.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    } else if (protocol >= 4 && length <= SHORT) {
      out.ascii(Op.SHORT_BINUNICODE, 1, units);
    } else {
      out.ascii(Op.BINUNICODE, 4, units);
    }
  }

  private void encodedText(byte[] encoded) {
    if (protocol >= 4 && encoded.length <= SHORT) {
      out.data(Op.SHORT_BINUNICODE, 1, encoded, null);
    } else {
      out.data(Op.BINUNICODE, 4, encoded, null);
    }
  }

  /** Raw-unicode-escape, in which what would end the line or is an escape is escaped too. */
  private static byte[] rawEscaped(PyStr text) {
    StringBuilder line = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      int point = text.codePointAt(i);
      if (point > 0xffff) {
        line.append(String.format("\\U%08x", point));
      } else if (point > 0xff
          || point == '\\'
          || point == 0
          || point == '\n'
          || point == '\r'
          || point == 0x1a) {
        line.append(String.format("\\u%04x", point));
      } else {
        line.append((char) point);
      }
    }
    return line.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private void bytes(PyBytes bytes) {
    if (protocol >= 3) {
      writeBytes(bytes, bytes.array());
    } else if (bytes.length() == 0) {
      thread.enterRecursion(" while pickling an object");
      writeReductionOf(bytes, PyBytes.TYPE, PyTuple.EMPTY);
      thread.leaveRecursion();
    } else {
      String units =
          new String(bytes.array(), java.nio.charset.StandardCharsets.ISO_8859_1);
      writeReductionOf(bytes, state.encode, PyTuple.of(PyStr.ofUnits(units), LATIN1));
    }
  }

  private void writeBytes(PyObject object, byte[] content) {
    if (content.length <= SHORT) {
      out.data(Op.SHORT_BINBYTES, 1, content, object);
    } else {
      out.data(Op.BINBYTES, 4, content, object);
    }
    put(object);
  }

  private void byteArray(PyByteArray bytes) {
    if (protocol >= 5) {
      writeByteArray(bytes, bytes.copy());
    } else if (bytes.length() == 0) {
      writeReductionOf(bytes, PyByteArray.TYPE, PyTuple.EMPTY);
    } else {
      writeReductionOf(bytes, PyByteArray.TYPE, PyTuple.of(PyBytes.of(bytes.copy())));
    }
  }

  private void writeByteArray(PyObject object, byte[] content) {
    out.data(Op.BYTEARRAY8, 8, content, object);
    put(object);
  }

  private void buffer(PyPickleBuffer object) {
    if (protocol < 5) {
      throw PickleErrors.pickling("PickleBuffer can only pickled with protocol >= 5");
    }
    Buffer view = object.view();
    if (!view.isContiguous() && !object.isFortranContiguous()) {
      throw PickleErrors.pickling(
          "PickleBuffer can not be pickled when pointing to a non-contiguous buffer");
    }
    if (bufferCallback != null && !Objects.isTrue(bufferCallback.call(object))) {
      out.op(Op.NEXT_BUFFER);
      if (view.isReadOnly()) {
        out.op(Op.READONLY_BUFFER);
      }
    } else if (view.isReadOnly()) {
      writeBytes(object, object.content());
    } else {
      writeByteArray(object, object.content());
    }
  }
}
