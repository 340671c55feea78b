package org.krait.stdlib.io;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.stdlib.os.OpenFiles;

/** What {@code FileIO} may do with a file: its mode, taken apart. */
record FileMode(boolean creates, boolean appends, boolean reads, boolean writes, int flags) {
  static final FileMode CLOSED = new FileMode(false, false, false, false, 0);
  private static final int CLOSE_ON_EXEC = 02000000;

  static FileMode of(String text) {
    char kind = 0;
    boolean plus = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case 'x', 'r', 'w', 'a' -> {
          if (kind != 0) {
            throw bad();
          }
          kind = c;
        }
        case '+' -> {
          if (plus) {
            throw bad();
          }
          plus = true;
        }
        case 'b' -> {}
        default -> throw Errors.valueError("invalid mode: %s", text);
      }
    }
    if (kind == 0) {
      throw bad();
    }
    return of(kind, plus);
  }

  private static FileMode of(char kind, boolean plus) {
    boolean reads = kind == 'r' || plus;
    boolean writes = kind != 'r' || plus;
    int flags =
        CLOSE_ON_EXEC
            | (reads && writes
                ? OpenFiles.READ_WRITE
                : reads ? OpenFiles.READ_ONLY : OpenFiles.WRITE_ONLY);
    flags |=
        switch (kind) {
          case 'x' -> OpenFiles.CREATE | OpenFiles.EXCLUSIVE;
          case 'w' -> OpenFiles.CREATE | OpenFiles.TRUNCATE;
          case 'a' -> OpenFiles.CREATE | OpenFiles.APPEND;
          default -> 0;
        };
    return new FileMode(kind == 'x', kind == 'a', reads, writes, flags);
  }

  private static PyException bad() {
    return Errors.valueError(
        "Must have exactly one of create/read/write/append mode and at most one plus");
  }

  /** As the attribute {@code mode} shows it. */
  @Override
  public String toString() {
    if (creates) {
      return reads ? "xb+" : "xb";
    }
    if (appends) {
      return reads ? "ab+" : "ab";
    }
    return reads ? writes ? "rb+" : "rb" : "wb";
  }
}
