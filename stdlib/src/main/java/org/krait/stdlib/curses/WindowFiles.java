package org.krait.stdlib.curses;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.runtime.Errors;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;

/** Windows as bytes: through streams of C that lie in memory. */
final class WindowFiles {
  private static final CFunction OPEN_MEMSTREAM = CFunction.wide("open_memstream");
  private static final CFunction FMEMOPEN = CFunction.wide("fmemopen");
  private static final CFunction FCLOSE = new CFunction("fclose");
  private static final CFunction FREE = new CFunction("free");
  private static final Curses PUTWIN = new Curses("putwin");
  private static final Curses GETWIN = new Curses("getwin");

  private WindowFiles() {}

  static byte[] write(PyWindow window) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment place = arena.allocate(16, 8);
      long stream = opened(OPEN_MEMSTREAM.call(place.address(), place.address() + 8));
      int result = window.result(PUTWIN, stream);
      FCLOSE.call(stream);
      long start = place.get(Native.LONG, 0);
      long size = place.get(Native.LONG, 8);
      byte[] bytes = Native.copy(Native.at(start, size), 0, (int) size);
      FREE.call(start);
      CursesState.check(result, "putwin");
      return bytes;
    }
  }

  static PyWindow read(byte[] bytes) {
    try (Arena arena = Arena.ofConfined()) {
      long memory = Native.bytes(arena, bytes, 0, bytes.length).address();
      long mode = Native.string(arena, "r").address();
      long stream = opened(FMEMOPEN.call(memory, Math.max(bytes.length, 1), mode));
      long made = GETWIN.call(stream);
      FCLOSE.call(stream);
      return PyWindow.of(made);
    }
  }

  private static long opened(long stream) {
    if (stream == 0) {
      throw Errors.of(org.krait.runtime.types.PyExceptions.MemoryError);
    }
    return stream;
  }
}
