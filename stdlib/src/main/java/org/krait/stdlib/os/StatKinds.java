package org.krait.stdlib.os;

import org.krait.annotations.Function;

/** The questions of {@code _stat} for the kind of a file. */
final class StatKinds {
  static final int FORMAT = 0170000;

  private StatKinds() {}

  private static boolean is(int mode, int kind) {
    return (mode & FORMAT) == kind;
  }

  static char letter(int mode) {
    return switch (mode & FORMAT) {
      case 0040000 -> 'd';
      case 0020000 -> 'c';
      case 0060000 -> 'b';
      case 0100000 -> '-';
      case 0010000 -> 'p';
      case 0120000 -> 'l';
      case 0140000 -> 's';
      default -> '?';
    };
  }

  @Function(value = "S_ISDIR(mode, /)", textSignature = false)
  static boolean isDirectory(int mode) {
    return is(mode, 0040000);
  }

  @Function(value = "S_ISCHR(mode, /)", textSignature = false)
  static boolean isCharacterDevice(int mode) {
    return is(mode, 0020000);
  }

  @Function(value = "S_ISBLK(mode, /)", textSignature = false)
  static boolean isBlockDevice(int mode) {
    return is(mode, 0060000);
  }

  @Function(value = "S_ISREG(mode, /)", textSignature = false)
  static boolean isRegular(int mode) {
    return is(mode, 0100000);
  }

  @Function(value = "S_ISFIFO(mode, /)", textSignature = false)
  static boolean isPipe(int mode) {
    return is(mode, 0010000);
  }

  @Function(value = "S_ISLNK(mode, /)", textSignature = false)
  static boolean isLink(int mode) {
    return is(mode, 0120000);
  }

  @Function(value = "S_ISSOCK(mode, /)", textSignature = false)
  static boolean isSocket(int mode) {
    return is(mode, 0140000);
  }

  /** Linux has none. */
  @Function(value = "S_ISDOOR(mode, /)", textSignature = false)
  static boolean isDoor(int mode) {
    return false;
  }

  /** Linux has none. */
  @Function(value = "S_ISPORT(mode, /)", textSignature = false)
  static boolean isPort(int mode) {
    return false;
  }

  /** Linux has none. */
  @Function(value = "S_ISWHT(mode, /)", textSignature = false)
  static boolean isWhiteout(int mode) {
    return false;
  }
}
