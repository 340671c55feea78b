package org.krait.stdlib.os;

import java.nio.file.Path;
import org.krait.runtime.Interpreter;
import org.krait.runtime.ThreadState;

/** The working directory of an interpreter: a JVM cannot change its own. */
public final class WorkingDirectory {
  private volatile Path path = Path.of("").toAbsolutePath();

  private WorkingDirectory(Interpreter interpreter) {}

  private static WorkingDirectory state() {
    return ThreadState.current()
        .interpreter
        .service(WorkingDirectory.class, WorkingDirectory::new);
  }

  public static Path current() {
    return state().path;
  }

  static void change(Path target) {
    state().path = target;
  }
}
