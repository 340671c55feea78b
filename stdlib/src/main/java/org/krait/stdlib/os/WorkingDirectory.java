package org.krait.stdlib.os;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.krait.runtime.Interpreter;
import org.krait.runtime.ThreadState;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;

/** The working directory: the kernel's, of which Java is told only at its start. */
public final class WorkingDirectory {
  private static final int LONGEST = 1 << 16;
  private static final CFunction GETCWD = CFunction.wide("getcwd");

  private volatile Path path = Path.of("").toAbsolutePath();

  private WorkingDirectory(Interpreter interpreter) {}

  private static WorkingDirectory state() {
    return ThreadState.current()
        .interpreter
        .service(WorkingDirectory.class, WorkingDirectory::new);
  }

  /** For Java, which resolves names against the directory it was started in. */
  public static Path current() {
    return state().path;
  }

  /** What {@code getcwd} says. */
  static byte[] name() {
    if (!Libc.isReady()) {
      return state().path.toString().getBytes(StandardCharsets.UTF_8);
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(LONGEST);
      if (GETCWD.call(room.address(), LONGEST) == 0) {
        throw OsErrors.make(Libc.errno());
      }
      return Native.stringAt(room.address());
    }
  }

  /** To be called after the kernel's has changed. */
  static void changed() {
    try {
      state().path = Path.of(new String(name(), StandardCharsets.UTF_8));
    } catch (InvalidPathException | org.krait.runtime.PyException e) {
      state().path = Path.of("/proc/self/cwd");
    }
  }
}
