package org.krait.stdlib.os;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.NativeModule;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/** The module {@code _stat}: what the bits of a file's mode mean. */
@BuiltinModule(value = "_stat", parts = StatKinds.class)
public final class StatModule implements NativeModule {
  private static final Object[][] CONSTANTS = {
    {"S_IFDIR", 16384},
    {"S_IFCHR", 8192},
    {"S_IFBLK", 24576},
    {"S_IFREG", 32768},
    {"S_IFIFO", 4096},
    {"S_IFLNK", 40960},
    {"S_IFSOCK", 49152},
    {"S_IFDOOR", 0},
    {"S_IFPORT", 0},
    {"S_IFWHT", 0},
    {"S_ISUID", 2048},
    {"S_ISGID", 1024},
    {"S_ISVTX", 512},
    {"S_ENFMT", 1024},
    {"S_IREAD", 256},
    {"S_IWRITE", 128},
    {"S_IEXEC", 64},
    {"S_IRWXU", 448},
    {"S_IRUSR", 256},
    {"S_IWUSR", 128},
    {"S_IXUSR", 64},
    {"S_IRWXG", 56},
    {"S_IRGRP", 32},
    {"S_IWGRP", 16},
    {"S_IXGRP", 8},
    {"S_IRWXO", 7},
    {"S_IROTH", 4},
    {"S_IWOTH", 2},
    {"S_IXOTH", 1},
    {"UF_NODUMP", 1},
    {"UF_IMMUTABLE", 2},
    {"UF_APPEND", 4},
    {"UF_OPAQUE", 8},
    {"UF_NOUNLINK", 16},
    {"UF_COMPRESSED", 32},
    {"UF_HIDDEN", 32768},
    {"SF_ARCHIVED", 65536},
    {"SF_IMMUTABLE", 131072},
    {"SF_APPEND", 262144},
    {"SF_NOUNLINK", 1048576},
    {"SF_SNAPSHOT", 2097152},
    {"ST_MODE", 0},
    {"ST_INO", 1},
    {"ST_DEV", 2},
    {"ST_NLINK", 3},
    {"ST_UID", 4},
    {"ST_GID", 5},
    {"ST_SIZE", 6},
    {"ST_ATIME", 7},
    {"ST_MTIME", 8},
    {"ST_CTIME", 9}
  };

  @Override
  public void exec(PyModule module) {
    for (Object[] constant : CONSTANTS) {
      module.dict().put(PyStr.interned((String) constant[0]), PyLong.of((Integer) constant[1]));
    }
  }

  @Function(value = "S_IMODE(mode, /)", textSignature = false)
  static int permissions(int mode) {
    return mode & 07777;
  }

  @Function(value = "S_IFMT(mode, /)", textSignature = false)
  static int format(int mode) {
    return mode & StatKinds.FORMAT;
  }

  /** The mode as {@code ls -l} shows it. */
  @Function(value = "filemode(mode, /)", textSignature = false)
  static String fileMode(int mode) {
    StringBuilder text = new StringBuilder().append(StatKinds.letter(mode));
    for (int shift = 6; shift >= 0; shift -= 3) {
      int bits = mode >> shift & 7;
      boolean special = (mode & 01000 << shift / 3) != 0;
      text.append((bits & 4) != 0 ? 'r' : '-').append((bits & 2) != 0 ? 'w' : '-');
      text.append(execution((bits & 1) != 0, special, shift == 0 ? 't' : 's'));
    }
    return text.toString();
  }

  private static char execution(boolean executable, boolean special, char mark) {
    if (special) {
      return executable ? mark : Character.toUpperCase(mark);
    }
    return executable ? 'x' : '-';
  }
}
