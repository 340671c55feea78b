package org.krait.stdlib.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.krait.runtime.Interpreter;
import org.krait.runtime.ThreadState;

/** Permission bits, and the mask of new files, which is the interpreter's own. */
final class PosixModes {
  private static final int DEFAULT_MASK = 022;

  private volatile int mask = initialMask();

  private PosixModes(Interpreter interpreter) {}

  private static PosixModes state() {
    return ThreadState.current().interpreter.service(PosixModes.class, PosixModes::new);
  }

  private static int initialMask() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("Umask:")) {
          return Integer.parseInt(line.substring(6).trim(), 8);
        }
      }
    } catch (IOException | NumberFormatException e) {
      return DEFAULT_MASK;
    }
    return DEFAULT_MASK;
  }

  static int umask() {
    return state().mask;
  }

  static int setUmask(int mask) {
    PosixModes state = state();
    int old = state.mask;
    state.mask = mask & 0777;
    return old;
  }

  static Set<PosixFilePermission> permissions(int mode) {
    PosixFilePermission[] highToLow = {
      PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
      PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_READ,
      PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_EXECUTE,
      PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE,
      PosixFilePermission.OTHERS_EXECUTE
    };
    Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
    for (int i = 0; i < highToLow.length; i++) {
      if ((mode & 0400 >> i) != 0) {
        set.add(highToLow[i]);
      }
    }
    return set;
  }

  static FileAttribute<Set<PosixFilePermission>> attribute(int mode) {
    return PosixFilePermissions.asFileAttribute(permissions(mode));
  }
}
