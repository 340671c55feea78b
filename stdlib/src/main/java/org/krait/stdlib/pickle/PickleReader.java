package org.krait.stdlib.pickle;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.codecs.ByteEscape;
import org.krait.runtime.codecs.Codecs;
import org.krait.runtime.codecs.UnicodeEscape;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyMemoryView;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Reads a pickle: its instructions, and the objects of exact builtin types. */
final class PickleReader {
  final PickleState state = PickleState.current();
  final PickleInput in;
  final PickleStack stack = new PickleStack();
  final boolean fixImports;
  private final String encoding;
  private final String errors;
  private final boolean bytesForStrings;

  /** An iterator over buffers outside of the stream, or null. */
  private final PyObject buffers;

  /** The unpickler whose {@code find_class} is asked, or null for none. */
  PyObject owner;

  /** {@code persistent_load}, or null. */
  PyObject persistentLoad;

  PyObject[] memo = new PyObject[32];
  int memoSize;
  int protocol;
  private final ReadObjects objects = new ReadObjects(this);

  PickleReader(
      PickleInput in, boolean fixImports, String encoding, String errors, PyObject buffers) {
    this.in = in;
    this.fixImports = fixImports;
    this.encoding = encoding;
    this.errors = errors;
    this.bytesForStrings = encoding.equals("bytes");
    this.buffers =
        buffers == null || buffers == PyNone.NONE
            ? null
            : org.krait.runtime.Iteration.iterator(buffers);
  }

  /** Reads one pickle. */
  PyObject load() {
    stack.clear();
    protocol = 0;
    while (true) {
      int op = nextOp();
      if (op == Op.STOP) {
        break;
      }
      execute(op);
    }
    PyObject value = stack.pop();
    in.takeConsumed();
    return value;
  }

  private int nextOp() {
    try {
      return in.next();
    } catch (PyException e) {
      if (e.is(PickleErrors.UNPICKLING_ERROR)) {
        throw Errors.make(PyExceptions.EOFError, "Ran out of input");
      }
      throw e;
    }
  }

  private void execute(int op) {
    switch (op) {
      case Op.NONE -> stack.push(PyNone.NONE);
      case Op.BININT -> stack.push(PyLong.of(in.next4()));
      case Op.BININT1 -> stack.push(PyLong.of(in.next()));
      case Op.BININT2 -> stack.push(PyLong.of(in.next2()));
      case Op.BINFLOAT -> stack.push(PyFloat.of(Double.longBitsToDouble(Long.reverseBytes(in.next8()))));
      case Op.SHORT_BINUNICODE -> unicode(in.next());
      case Op.BINUNICODE -> unicode(in.next4() & 0xffffffffL);
      case Op.BINUNICODE8 -> unicode(size8("BINUNICODE"));
      case Op.EMPTY_TUPLE -> stack.push(PyTuple.EMPTY);
      case Op.TUPLE1 -> tuple(1);
      case Op.TUPLE2 -> tuple(2);
      case Op.TUPLE3 -> tuple(3);
      case Op.TUPLE -> stack.push(PyTuple.of(stack.popAll(stack.mark())));
      case Op.EMPTY_LIST -> stack.push(new PyList());
      case Op.LIST -> stack.push(PyList.of(stack.popAll(stack.mark())));
      case Op.EMPTY_DICT -> stack.push(new PyDict());
      case Op.EMPTY_SET -> stack.push(new PySet());
      case Op.MARK -> stack.setMark();
      case Op.MEMOIZE -> remember(memoSize, stack.top());
      case Op.BINPUT -> remember(stack.top(), in.next());
      case Op.LONG_BINPUT -> remember(stack.top(), in.next4() & 0xffffffffL);
      case Op.BINGET -> recall(in.next());
      case Op.LONG_BINGET -> recall(in.next4() & 0xffffffffL);
      case Op.APPEND -> objects.append();
      case Op.APPENDS -> objects.appendAll(stack.mark());
      case Op.SETITEM -> objects.setItem();
      case Op.SETITEMS -> objects.setItems(stack.mark());
      case Op.ADDITEMS -> objects.addItems(stack.mark());
      case Op.NEWTRUE -> stack.push(PyBool.TRUE);
      case Op.NEWFALSE -> stack.push(PyBool.FALSE);
      case Op.LONG1 -> stack.push(longOf(in.next()));
      case Op.LONG4 -> stack.push(longOf(in.next4()));
      case Op.SHORT_BINBYTES -> bytes(in.next());
      case Op.BINBYTES -> bytes(in.next4() & 0xffffffffL);
      case Op.BINBYTES8 -> bytes(size8("BINBYTES"));
      case Op.FRAME -> frame();
      case Op.POP -> stack.drop();
      case Op.POP_MARK -> stack.cut(stack.mark());
      case Op.DUP -> stack.push(stack.top());
      case Op.DICT -> objects.dict(stack.mark());
      case Op.FROZENSET -> objects.frozenSet(stack.mark());
      case Op.PROTO -> protocol();
      case Op.BYTEARRAY8 -> stack.push(PyByteArray.of(in.take(size8("BYTEARRAY8"))));
      case Op.NEXT_BUFFER -> nextBuffer();
      case Op.READONLY_BUFFER -> readOnlyBuffer();
      default -> executeRare(op);
    }
  }

  private void executeRare(int op) {
    switch (op) {
      case Op.REDUCE -> objects.reduce();
      case Op.BUILD -> objects.build();
      case Op.GLOBAL -> objects.global();
      case Op.STACK_GLOBAL -> objects.stackGlobal();
      case Op.NEWOBJ -> objects.newObject();
      case Op.NEWOBJ_EX -> objects.newObjectWithKeywords();
      case Op.INST -> objects.instance();
      case Op.OBJ -> objects.object();
      case Op.EXT1 -> objects.extension(in.next());
      case Op.EXT2 -> objects.extension(in.next2());
      case Op.EXT4 -> objects.extension(in.next4());
      case Op.BINPERSID -> persistent(stack.pop());
      case Op.PERSID -> persistentLine();
      case Op.INT -> stack.push(intLine(in.fullLine()));
      case Op.LONG -> stack.push(longLine(in.fullLine()));
      case Op.FLOAT -> floatLine(in.fullLine());
      case Op.STRING -> stringLine(in.line());
      case Op.BINSTRING -> string(in.next4());
      case Op.SHORT_BINSTRING -> string(in.next());
      case Op.UNICODE -> unicodeLine(in.line());
      case Op.GET -> getLine(in.fullLine());
      case Op.PUT -> putLine(in.fullLine());
      default -> throw invalid(op);
    }
  }

  private static PyException invalid(int op) {
    return op >= 0x20 && op < 0x7f && op != '\'' && op != '\\'
        ? PickleErrors.unpickling("invalid load key, '%s'.", String.valueOf((char) op))
        : PickleErrors.unpickling("invalid load key, '\\x%s'.", String.format("%02x", op));
  }

  private void protocol() {
    int version = in.next();
    if (version > PickleWriter.HIGHEST_PROTOCOL) {
      throw Errors.valueError("unsupported pickle protocol: %d", version);
    }
    protocol = version;
  }

  private void frame() {
    in.need(size8("FRAME length"));
  }

  private long size8(String what) {
    long size = in.next8();
    if (size >= 0) {
      return size;
    }
    String words = what.startsWith("FRAME") ? "%s exceeds system's maximum of %d bytes"
        : "%s exceeds system's maximum size of %d bytes";
    throw Errors.overflowError(words, what, Long.MAX_VALUE);
  }

  // ---- the memo

  private void remember(PyObject value, long index) {
    if (index >= Integer.MAX_VALUE - 8) {
      throw Errors.make(PyExceptions.MemoryError, "");
    }
    remember((int) index, value);
  }

  void remember(int index, PyObject value) {
    if (index >= memo.length) {
      memo = Arrays.copyOf(memo, (int) Math.min(Integer.MAX_VALUE - 8, 2L * index + 1));
    }
    if (memo[index] == null) {
      memoSize++;
    }
    memo[index] = value;
  }

  private void recall(long index) {
    PyObject value = index >= 0 && index < memo.length ? memo[(int) index] : null;
    if (value == null) {
      throw PickleErrors.unpickling("Memo value not found at index %d", index);
    }
    stack.push(value);
  }

  private void getLine(byte[] line) {
    recall(numberOf(line));
  }

  private static long numberOf(byte[] line) {
    PyObject number = PyInt.TYPE.call(latin1(line, 0, line.length), PyLong.of(10));
    return org.krait.runtime.Arguments.toLong(number);
  }

  private void putLine(byte[] line) {
    long index = numberOf(line);
    PyObject value = stack.top();
    if (index < 0) {
      throw Errors.valueError("negative PUT argument");
    }
    remember(value, index);
  }

  // ---- numbers

  private PyObject longOf(int length) {
    if (length < 0) {
      throw PickleErrors.unpickling("LONG pickle has negative byte count");
    }
    int place = in.place(length);
    if (length <= 8) {
      long value = 0;
      for (int i = length - 1; i >= 0; i--) {
        value = i == length - 1 ? in.bytes[place + i] : value << 8 | in.bytes[place + i] & 0xff;
      }
      return PyLong.of(value);
    }
    byte[] digits = new byte[length];
    for (int i = 0; i < length; i++) {
      digits[i] = in.bytes[place + length - 1 - i];
    }
    return PyInt.of(new BigInteger(digits));
  }

  private static PyObject intLine(byte[] line) {
    if (line.length == 3 && line[0] == '0' && (line[1] == '0' || line[1] == '1')) {
      return PyBool.of(line[1] == '1');
    }
    try {
      return PyInt.TYPE.call(latin1(line, 0, line.length), PyLong.ZERO);
    } catch (PyException e) {
      if (e.is(PyExceptions.ValueError)) {
        return octal(line);
      }
      throw e;
    }
  }

  /** C reads a number that begins with 0 as octal, and Python does not read it at all. */
  private static PyObject octal(byte[] line) {
    String text = new String(line, StandardCharsets.ISO_8859_1).strip();
    try {
      return PyLong.of(Long.decode(text));
    } catch (NumberFormatException e) {
      throw Errors.valueError("could not convert string to int");
    }
  }

  private static PyObject longLine(byte[] line) {
    int end = line[line.length - 2] == 'L' ? line.length - 2 : line.length;
    return PyInt.TYPE.call(latin1(line, 0, end), PyLong.ZERO);
  }

  private void floatLine(byte[] line) {
    PyStr text = latin1(line, 0, line.length);
    try {
      stack.push(PyFloat.TYPE.call(text));
    } catch (PyException e) {
      if (e.is(PyExceptions.ValueError)) {
        throw Errors.valueError("could not convert string to float: '%s'", text);
      }
      throw e;
    }
  }

  // ---- text and bytes

  static PyStr latin1(byte[] bytes, int from, int to) {
    return PyStr.ofUnits(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
  }

  private void unicode(long length) {
    if (length > Integer.MAX_VALUE - 8) {
      in.need(length);
    }
    int place = in.place((int) length);
    stack.push(utf8(in.bytes, place, (int) length));
  }

  static PyStr utf8(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (bytes[i] < 0) {
        return Codecs.decode(Arrays.copyOfRange(bytes, from, from + length), "utf-8", "surrogatepass");
      }
    }
    return latin1(bytes, from, from + length);
  }

  private void bytes(long length) {
    if (length <= in.bytes.length - in.at) {
      int place = in.place((int) length);
      stack.push(PyBytes.of(Arrays.copyOfRange(in.bytes, place, place + (int) length)));
    } else {
      stack.push(PyBytes.of(in.take(length)));
    }
  }

  private void string(int length) {
    if (length < 0) {
      if (bytesForStrings || length != Integer.MIN_VALUE) {
        in.need(length & 0xffffffffL);
      }
      throw PickleErrors.truncated();
    }
    int place = in.place(length);
    stack.push(decoded(Arrays.copyOfRange(in.bytes, place, place + length)));
  }

  private PyObject decoded(byte[] bytes) {
    return bytesForStrings
        ? PyBytes.of(bytes)
        : Codecs.decodeText(PyBytes.of(bytes), encoding, errors);
  }

  private void stringLine(byte[] line) {
    int length = line.length - 1;
    boolean quoted =
        length >= 2 && line[0] == line[length - 1] && (line[0] == '\'' || line[0] == '"');
    if (!quoted) {
      throw PickleErrors.unpickling("the STRING opcode argument must be quoted");
    }
    stack.push(decoded(ByteEscape.decode(Arrays.copyOfRange(line, 1, length - 1), "strict")));
  }

  private void unicodeLine(byte[] line) {
    byte[] text = Arrays.copyOf(line, line.length - 1);
    stack.push(new UnicodeEscape.RawDecoder(text, "strict", true).decode());
  }

  // ---- the rest

  private void tuple(int count) {
    stack.push(PyTuple.of(stack.popLast(count)));
  }

  private void nextBuffer() {
    if (buffers == null) {
      throw PickleErrors.unpickling(
          "pickle stream refers to out-of-band data but no *buffers* argument was given");
    }
    PyObject buffer = org.krait.runtime.Iteration.next(buffers);
    if (buffer == null) {
      throw PickleErrors.unpickling("not enough out-of-band buffers");
    }
    stack.push(buffer);
  }

  private void readOnlyBuffer() {
    PyObject buffer = stack.top();
    PyMemoryView view = PyMemoryView.of(buffer);
    if (!Objects.isTrue(org.krait.runtime.Attributes.get(view, "readonly"))) {
      stack.drop();
      stack.push(org.krait.runtime.Attributes.get(view, "toreadonly").call());
    }
  }

  private void persistent(PyObject id) {
    if (persistentLoad == null) {
      throw PickleErrors.unpickling(
          "A load persistent id instruction was encountered, "
              + "but no persistent_load function was specified.");
    }
    stack.push(persistentLoad.call(id));
  }

  private void persistentLine() {
    if (persistentLoad == null) {
      persistent(null);
    }
    byte[] line = in.line();
    for (byte b : line) {
      if (b < 0) {
        throw PickleErrors.unpickling("persistent IDs in protocol 0 must be ASCII strings");
      }
    }
    persistent(latin1(line, 0, line.length - 1));
  }
}
