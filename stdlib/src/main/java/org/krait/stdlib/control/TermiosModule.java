package org.krait.stdlib.control;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.ConstantTable;
import org.krait.stdlib.os.FileNumber;
import org.krait.stdlib.os.OsErrors;

/** The module {@code termios}. */
@BuiltinModule("termios")
public final class TermiosModule implements NativeModule {
  private static final PyType ERROR =
      PyType.builtin(new SimpleTypeTable("termios", "error", PyExceptions.Exception));

  private static final int SIZE = 60;
  private static final int CHARACTERS = 32;
  private static final int FIRST_CHARACTER = 17;
  private static final int LOCAL_FLAGS = 12;
  private static final int CANONICAL = 2;
  private static final int TIME = 5;
  private static final int MINIMUM = 6;
  private static final int GET_WINDOW = 0x5413;
  private static final int SET_WINDOW = 0x5414;

  private static final CFunction GETATTR = new CFunction("tcgetattr");
  private static final CFunction SETATTR = new CFunction("tcsetattr");
  private static final CFunction SENDBREAK = new CFunction("tcsendbreak");
  private static final CFunction DRAIN = new CFunction("tcdrain");
  private static final CFunction FLUSH = new CFunction("tcflush");
  private static final CFunction FLOW = new CFunction("tcflow");
  private static final CFunction ISPEED = new CFunction("cfgetispeed");
  private static final CFunction OSPEED = new CFunction("cfgetospeed");
  private static final CFunction SET_ISPEED = new CFunction("cfsetispeed");
  private static final CFunction SET_OSPEED = new CFunction("cfsetospeed");
  private static final CFunction IOCTL = new CFunction("ioctl");

  @Override
  public void exec(PyModule module) {
    ConstantTable.enter(module.dict(), "termios");
    module.dict().put(PyStr.interned("error"), ERROR);
  }

  private static void check(CFunction call, long... args) {
    if (call.callAgain(args) == -1) {
      int number = Libc.errno();
      throw Errors.of(ERROR, PyLong.of(number), PyStr.of(OsErrors.words(number)));
    }
  }

  @Function("tcgetattr(fd, /)")
  static PyObject getattr(PyObject fd) {
    int kernel = FileNumber.kernel(fd);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mode = arena.allocate(SIZE, 8);
      check(GETATTR, kernel, mode.address());
      boolean canonical = (mode.get(Native.INT, LOCAL_FLAGS) & CANONICAL) != 0;
      PyList characters = new PyList();
      for (int i = 0; i < CHARACTERS; i++) {
        byte value = mode.get(Native.BYTE, FIRST_CHARACTER + i);
        boolean number = !canonical && (i == TIME || i == MINIMUM);
        characters.append(number ? PyLong.of(value & 0xff) : PyBytes.of(new byte[] {value}));
      }
      PyList all = new PyList();
      for (int i = 0; i < 4; i++) {
        all.append(PyLong.of(mode.get(Native.INT, 4L * i) & 0xffffffffL));
      }
      all.append(PyLong.of(ISPEED.call(mode.address()) & 0xffffffffL));
      all.append(PyLong.of(OSPEED.call(mode.address()) & 0xffffffffL));
      all.append(characters);
      return all;
    }
  }

  @Function("tcsetattr(fd, when, attributes, /)")
  static void setattr(PyObject fd, int when, PyObject attributes) {
    int kernel = FileNumber.kernel(fd);
    if (!(attributes instanceof PyList list) || list.size() != 7) {
      throw Errors.typeError("tcsetattr, arg 3: must be 7 element list");
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mode = arena.allocate(SIZE, 8);
      check(GETATTR, kernel, mode.address());
      for (int i = 0; i < 4; i++) {
        mode.set(Native.INT, 4L * i, flags(list.get(i)));
      }
      int input = flags(list.get(4));
      int output = flags(list.get(5));
      if (!(list.get(6) instanceof PyList characters) || characters.size() != CHARACTERS) {
        throw Errors.typeError(
            "tcsetattr: attributes[6] must be %d element list", CHARACTERS);
      }
      for (int i = 0; i < CHARACTERS; i++) {
        mode.set(Native.BYTE, FIRST_CHARACTER + i, character(characters.get(i)));
      }
      check(SET_OSPEED, mode.address(), output);
      check(SET_ISPEED, mode.address(), input);
      check(SETATTR, kernel, when, mode.address());
    }
  }

  private static int flags(PyObject value) {
    if (!(value instanceof PyInt number)) {
      throw Errors.typeError("an integer is required (got type %s)", value.type().fullName());
    }
    return (int) inLong(number);
  }

  private static long inLong(PyInt number) {
    if (!number.fitsLong()) {
      throw Errors.make(PyExceptions.OverflowError, "Python int too large to convert to C long");
    }
    return number.longValue();
  }

  private static byte character(PyObject value) {
    if (value instanceof PyBytes bytes && bytes.length() == 1) {
      return bytes.get(0);
    }
    if (value instanceof PyInt number) {
      return (byte) inLong(number);
    }
    throw Errors.typeError(
        "tcsetattr: elements of attributes must be characters or integers");
  }

  @Function("tcsendbreak(fd, duration, /)")
  static void sendbreak(PyObject fd, int duration) {
    check(SENDBREAK, FileNumber.kernel(fd), duration);
  }

  @Function("tcdrain(fd, /)")
  static void drain(PyObject fd) {
    check(DRAIN, FileNumber.kernel(fd));
  }

  @Function("tcflush(fd, queue, /)")
  static void flush(PyObject fd, int queue) {
    check(FLUSH, FileNumber.kernel(fd), queue);
  }

  @Function("tcflow(fd, action, /)")
  static void flow(PyObject fd, int action) {
    check(FLOW, FileNumber.kernel(fd), action);
  }

  @Function("tcgetwinsize(fd, /)")
  static PyObject getwinsize(PyObject fd) {
    int kernel = FileNumber.kernel(fd);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment size = arena.allocate(8, 8);
      check(IOCTL, kernel, GET_WINDOW, size.address());
      return PyTuple.of(
          PyLong.of(size.get(Native.SHORT, 0) & 0xffff),
          PyLong.of(size.get(Native.SHORT, 2) & 0xffff));
    }
  }

  @Function("tcsetwinsize(fd, winsize, /)")
  static void setwinsize(PyObject fd, PyObject size) {
    int kernel = FileNumber.kernel(fd);
    PyObject[] both =
        org.krait.runtime.Sequences.isSequence(size)
            ? org.krait.runtime.Iteration.toArray(size)
            : new PyObject[0];
    if (both.length != 2) {
      throw Errors.typeError("tcsetwinsize, arg 2: must be a two-item sequence");
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment window = arena.allocate(8, 8);
      check(IOCTL, kernel, GET_WINDOW, window.address());
      for (int i = 0; i < 2; i++) {
        long value = Arguments.toLong(both[i]);
        if (value != (value & 0xffff)) {
          throw Errors.overflowError("winsize value(s) out of range.");
        }
        window.set(Native.SHORT, 2L * i, (short) value);
      }
      check(IOCTL, kernel, SET_WINDOW, window.address());
    }
  }
}
