package org.krait.stdlib.mmap;

import java.lang.foreign.MemorySegment;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;

/** Reading, writing and searching a mapping. */
final class MmapMethods {
  private static final int SYNC = 4;

  private static final CFunction MSYNC = new CFunction("msync");
  private static final CFunction MADVISE = new CFunction("madvise");

  private MmapMethods() {}

  private static PyObject bytes(MemorySegment memory, long from, long length) {
    return PyBytes.of(Native.copy(memory, from, (int) length));
  }

  @Method(value = "read(self, n=None, /)", parseTuple = true)
  static PyObject read(PyMmap self, PyObject count) {
    self.open();
    long wanted = Long.MAX_VALUE;
    if (count != PyNone.NONE) {
      if (count.type().special(Special.INDEX) == null) {
        throw Errors.typeError("argument should be integer or None, not '%s'", count.type().fullName());
      }
      wanted = Arguments.toLong(count);
    }
    long left = Math.max(self.size() - self.position, 0);
    long length = wanted < 0 ? left : Math.min(wanted, left);
    if (length == 0) {
      return PyBytes.EMPTY;
    }
    PyObject result = bytes(self.open(), self.position, length);
    self.position += length;
    return result;
  }

  @Method("read_byte(self, /)")
  static int readByte(PyMmap self) {
    MemorySegment memory = self.open();
    if (self.position >= memory.byteSize()) {
      throw Errors.valueError("read byte out of range");
    }
    return memory.get(Native.BYTE, self.position++) & 0xff;
  }

  @Method("readline(self, /)")
  static PyObject readline(PyMmap self) {
    MemorySegment memory = self.open();
    long end = self.position;
    while (end < memory.byteSize() && memory.get(Native.BYTE, end) != '\n') {
      end++;
    }
    end = Math.min(end + 1, memory.byteSize());
    long from = Math.min(self.position, end);
    self.position = Math.max(end, self.position);
    return bytes(memory, from, end - from);
  }

  @Method(value = "write(self, data, /)", parseTuple = true)
  static long write(PyMmap self, PyObject data) {
    self.open();
    byte[] bytes = Buffers.copy(data);
    MemorySegment memory = self.writable();
    if (self.position > memory.byteSize() || memory.byteSize() - self.position < bytes.length) {
      throw Errors.valueError("data out of range");
    }
    MemorySegment.copy(bytes, 0, memory, Native.BYTE, self.position, bytes.length);
    self.position += bytes.length;
    return bytes.length;
  }

  @Method(value = "write_byte(self, byte, /)", parseTuple = true)
  static void writeByte(PyMmap self, PyObject value) {
    self.open();
    PyInt number = Arguments.index(value);
    if (!number.fitsLong() || number.longValue() > 255) {
      throw Errors.overflowError("unsigned byte integer is greater than maximum");
    }
    if (number.longValue() < 0) {
      throw Errors.overflowError("unsigned byte integer is less than minimum");
    }
    MemorySegment memory = self.writable();
    if (self.position >= memory.byteSize()) {
      throw Errors.valueError("write byte out of range");
    }
    memory.set(Native.BYTE, self.position++, (byte) number.longValue());
  }

  @Method("tell(self, /)")
  static long tell(PyMmap self) {
    self.open();
    return self.position;
  }

  @Method(value = "seek(self, pos, whence=0, /)", parseTuple = true)
  static void seek(PyMmap self, long distance, int whence) {
    long size = self.size();
    long base =
        switch (whence) {
          case 0 -> 0;
          case 1 -> self.position;
          case 2 -> size;
          default -> throw Errors.valueError("unknown seek type");
        };
    long target = base + distance;
    if (target < 0 || target > size || distance > 0 && target < base) {
      throw Errors.valueError("seek out of range");
    }
    self.position = target;
  }

  @Method(value = "find(self, sub, start=NULL, end=NULL, /)", parseTuple = true)
  static long find(PyMmap self, PyObject sub, PyObject start, PyObject end) {
    return search(self, sub, start, end, false);
  }

  @Method(value = "rfind(self, sub, start=NULL, end=NULL, /)", parseTuple = true)
  static long rfind(PyMmap self, PyObject sub, PyObject start, PyObject end) {
    return search(self, sub, start, end, true);
  }

  private static long search(
      PyMmap self, PyObject sub, PyObject start, PyObject end, boolean backwards) {
    self.open();
    byte[] wanted = Buffers.copy(sub);
    long size = self.size();
    long from = clip(start == null ? self.position : Arguments.toLong(start), size);
    long to = clip(end == null ? size : Arguments.toLong(end), size);
    MemorySegment memory = self.open();
    long last = to - wanted.length;
    if (backwards) {
      for (long at = last; at >= from; at--) {
        if (matches(memory, at, wanted)) {
          return at;
        }
      }
    } else {
      for (long at = from; at <= last; at++) {
        if (matches(memory, at, wanted)) {
          return at;
        }
      }
    }
    return -1;
  }

  private static long clip(long at, long size) {
    return Math.clamp(at < 0 ? at + size : at, 0, size);
  }

  private static boolean matches(MemorySegment memory, long at, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (memory.get(Native.BYTE, at + i) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  @Method(value = "move(self, dest, src, count, /)", parseTuple = true)
  static void move(PyMmap self, long to, long from, long count) {
    MemorySegment memory = self.writable();
    long size = memory.byteSize();
    if (to < 0 || from < 0 || count < 0 || size - to < count || size - from < count) {
      throw Errors.valueError("source, destination, or count out of range");
    }
    MemorySegment.copy(memory, from, memory, to, count);
  }

  @Method(value = "flush(self, offset=0, size=-1, /)", parseTuple = true)
  static PyObject flush(PyMmap self, long offset, PyObject size) {
    MemorySegment memory = self.open();
    long length = size == PyLong.MINUS_ONE ? memory.byteSize() : Arguments.toLong(size);
    if (length < 0 || offset < 0 || memory.byteSize() - offset < length) {
      throw Errors.valueError("flush values out of range");
    }
    MSYNC.require(memory.address() + offset, length, SYNC);
    return PyNone.NONE;
  }

  @Method(value = "madvise(self, option, start=0, length=NULL, /)", parseTuple = true)
  static void madvise(PyMmap self, int option, long start, PyObject length) {
    MemorySegment memory = self.open();
    long count = length == null ? memory.byteSize() : Arguments.toLong(length);
    if (start < 0 || start >= memory.byteSize()) {
      throw Errors.valueError("madvise start out of bounds");
    }
    if (count < 0) {
      throw Errors.valueError("madvise length invalid");
    }
    if (Long.MAX_VALUE - start < count) {
      throw Errors.overflowError("madvise length too large");
    }
    MADVISE.require(
        memory.address() + start, Math.min(count, memory.byteSize() - start), option);
  }
}
