package org.krait.stdlib.os;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.runtime.ThreadState;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.libc.Waiting;

/** A file, pipe, terminal or socket by its descriptor in the kernel. */
class KernelFile extends OpenFile {
  private static final int EAGAIN = 11;
  private static final int ACCESS = 3;
  private static final int GET_FLAGS = 3;
  private static final int NON_BLOCKING = 04000;
  private static final int DONT_WAIT = 0x40;
  private static final int NO_SIGNAL = 0x4000;
  private static final int MOST = 0x7ffff000;

  /** What a pipe takes at once when it says that it is ready. */
  private static final int PIPE_ROOM = 4096;

  private static final CFunction READ = CFunction.wide("read");
  private static final CFunction WRITE = CFunction.wide("write");
  private static final CFunction SEND = CFunction.wide("send");
  private static final CFunction LSEEK = CFunction.wide("lseek");
  private static final CFunction TRUNCATE = new CFunction("ftruncate");
  private static final CFunction SYNC = new CFunction("fsync");
  private static final CFunction DATASYNC = new CFunction("fdatasync");
  private static final CFunction ISATTY = new CFunction("isatty");
  private static final CFunction CLOSE = new CFunction("close");
  private static final CFunction FCNTL = new CFunction("fcntl");

  final int descriptor;
  private volatile int kind;

  KernelFile(int descriptor) {
    this.descriptor = descriptor;
  }

  /** The type bits of its mode: asked for once, as they never change. */
  private int kind() {
    int known = kind;
    if (known == 0) {
      known = NativeStat.ofDescriptor(descriptor).mode() & FileStatus.TYPE_MASK;
      kind = known;
    }
    return known;
  }

  /** Whether the call must wait in {@link Waiting}: only the main thread is woken by signals. */
  private boolean waits(int refused) {
    // The watchdog of faulthandler writes too, and has none.
    ThreadState thread = ThreadState.currentOrNull();
    return thread != null && thread == thread.interpreter.mainThread() && isSlow() && isBlocking(refused);
  }

  private boolean isSlow() {
    int type = kind();
    return type != FileStatus.REGULAR && type != FileStatus.DIRECTORY && type != FileStatus.BLOCK_DEVICE;
  }

  /** Whether it would sleep; where the way it was opened refuses the call, it fails at once. */
  private boolean isBlocking(int refused) {
    long flags = FCNTL.call(descriptor, GET_FLAGS);
    return (flags & NON_BLOCKING) == 0 && (flags & ACCESS) != refused;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    int wanted = Math.min(length, MOST);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocate(Math.max(wanted, 1), 8);
      if (wanted > 0 && waits(OpenFiles.WRITE_ONLY)) {
        Waiting.untilReady(descriptor, Waiting.IN);
      }
      int count = (int) READ.callAgain(descriptor, memory.address(), wanted);
      if (count < 0) {
        return failed();
      }
      MemorySegment.copy(memory, Native.BYTE, 0, buffer, offset, count);
      return count;
    }
  }

  private static int failed() {
    int error = Libc.errno();
    if (error == EAGAIN) {
      return -1;
    }
    throw OsErrors.make(error);
  }

  @Override
  public int write(byte[] buffer, int offset, int length) {
    int wanted = Math.min(length, MOST);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = Native.bytes(arena, buffer, offset, wanted);
      if (wanted == 0 || !waits(OpenFiles.READ_ONLY)) {
        int count = (int) WRITE.callAgain(descriptor, memory.address(), wanted);
        return count < 0 ? failed() : count;
      }
      return writeInPieces(memory.address(), wanted);
    }
  }

  /** Never more at once than can be written without sleeping in the kernel. */
  private int writeInPieces(long address, int length) {
    boolean socket = kind() == FileStatus.SOCKET;
    int done = 0;
    while (done < length) {
      Waiting.untilReady(descriptor, Waiting.OUT);
      long count =
          socket
              ? SEND.call(descriptor, address + done, length - done, DONT_WAIT | NO_SIGNAL)
              : WRITE.callAgain(descriptor, address + done, Math.min(length - done, PIPE_ROOM));
      if (count >= 0) {
        done += (int) count;
      } else if (!socket || Libc.errno() != EAGAIN) {
        return done > 0 ? done : failed();
      }
    }
    return done;
  }

  @Override
  public long seek(long offset, int whence) {
    return LSEEK.require(descriptor, offset, whence);
  }

  @Override
  public void truncate(long length) {
    TRUNCATE.require(descriptor, length);
  }

  @Override
  public boolean isTerminal() {
    return ISATTY.call(descriptor) == 1;
  }

  @Override
  public FileStatus status() {
    return NativeStat.ofDescriptor(descriptor);
  }

  @Override
  public void sync(boolean metadata) {
    (metadata ? SYNC : DATASYNC).require(descriptor);
  }

  @Override
  public int kernelDescriptor() {
    return descriptor;
  }

  /** A descriptor of its own in the kernel, so that its flags and registrations are its own. */
  @Override
  OpenFile duplicate() {
    return new KernelFile(KernelCalls.duplicate(descriptor));
  }

  @Override
  protected void closeFile() {
    if (CLOSE.call(descriptor) != 0 && Libc.errno() != KernelCalls.EINTR) {
      throw OsErrors.make(Libc.errno());
    }
  }
}
