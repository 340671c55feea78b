package org.krait.stdlib.os;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.annotations.Function;
import org.krait.runtime.PyObject;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;

/** The functions of {@code posix} about terminals and the process groups that own them. */
final class PosixTerminals {
  static final StructSequenceType SIZE =
      StructSequenceType.of("os.terminal_size", 2, "columns", "lines");

  private static final int GET_SIZE = 0x5413;
  /** The descriptors that a terminal one logs in at takes. */
  private static final int STANDARD = 3;

  private static final int LONGEST = 4096;

  private static final CFunction IOCTL = new CFunction("ioctl");
  private static final CFunction OPENPTY = new CFunction("openpty");
  private static final CFunction LOGIN_TTY = new CFunction("login_tty");
  private static final CFunction TTYNAME = new CFunction("ttyname_r");
  private static final CFunction TCGETPGRP = new CFunction("tcgetpgrp");
  private static final CFunction TCSETPGRP = new CFunction("tcsetpgrp");

  private PosixTerminals() {}

  /** What is no terminal is refused without a native call. */
  @Function("get_terminal_size(fd=1, /)")
  static PyObject terminalSize(int fd) {
    Descriptors descriptors = Descriptors.current();
    if (!descriptors.get(fd).isTerminal()) {
      throw OsErrors.make(25);
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment size = arena.allocate(8, 8);
      IOCTL.require(descriptors.kernel(fd), GET_SIZE, size.address());
      return SIZE.make(
          PyLong.of(size.get(Native.SHORT, 2) & 0xffff),
          PyLong.of(size.get(Native.SHORT, 0) & 0xffff));
    }
  }

  @Function("openpty()")
  static PyObject openpty() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment pair = arena.allocate(8, 4);
      OPENPTY.require(pair.address(), pair.address() + 4, 0, 0, 0);
      return PyTuple.of(entered(pair.get(Native.INT, 0)), entered(pair.get(Native.INT, 4)));
    }
  }

  private static PyObject entered(int kernel) {
    int closing = KernelCalls.duplicate(kernel);
    KernelCalls.close(kernel);
    return PyLong.of(Descriptors.current().addKernel(closing));
  }

  @Function("login_tty(fd, /)")
  static void loginTty(int fd) {
    Descriptors descriptors = Descriptors.current();
    LOGIN_TTY.require(KernelCalls.duplicate(descriptors.kernel(fd)));
    for (int i = 0; i < STANDARD; i++) {
      if (i != fd && descriptors.kernelOrNone(i) != i) {
        descriptors.duplicateTo(fd, i, true);
      }
    }
    if (fd >= STANDARD) {
      descriptors.close(fd);
    }
  }

  @Function("ttyname(fd, /)")
  static PyObject ttyname(int fd) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(LONGEST);
      int error = TTYNAME.callInt(Descriptors.current().kernel(fd), room.address(), LONGEST);
      if (error != 0) {
        throw OsErrors.make(error);
      }
      return Utf8.decode(Native.stringAt(room.address()), "surrogateescape");
    }
  }

  @Function("ctermid()")
  static PyObject ctermid() {
    return PyStr.of("/dev/tty");
  }

  @Function("tcgetpgrp(fd, /)")
  static int getGroup(int fd) {
    return (int) TCGETPGRP.require(Descriptors.current().kernel(fd));
  }

  @Function("tcsetpgrp(fd, pgid, /)")
  static void setGroup(int fd, int group) {
    TCSETPGRP.require(Descriptors.current().kernel(fd), group);
  }
}
