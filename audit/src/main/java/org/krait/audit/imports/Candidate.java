package org.krait.audit.imports;

import org.krait.audit.files.FileEntry;
import org.krait.audit.files.FileKinds;

/**
 * A file that could be loaded for a module's name.
 *
 * @param name the last part of the module's name; of a package its folder's
 * @param file the file
 * @param isPackage whether it is the {@code __init__} of a package
 * @param kind what the file is
 */
record Candidate(String name, FileEntry file, boolean isPackage, Kind kind) {
  /** What a file is, in the order in which {@code FileFinder} looks for suffixes. */
  enum Kind {
    EXTENSION,
    SOURCE,
    BYTECODE
  }

  private static final String INIT = "__init__";

  /** The candidate that a file is; null for what no import finds. */
  static Candidate of(FileEntry file) {
    Kind kind = kind(file.name());
    String stem = file.name().substring(0, Math.max(0, file.name().indexOf('.')));
    if (kind == null || !isIdentifier(stem)) {
      return null;
    }
    if (!stem.equals(INIT)) {
      return new Candidate(stem, file, false, kind);
    }
    String folder = file.folder();
    return new Candidate(folder.substring(folder.lastIndexOf('/') + 1), file, true, kind);
  }

  /** The kind by the suffix, which must be one that CPython 3.12 has on some platform. */
  private static Kind kind(String name) {
    String suffix = name.substring(Math.max(0, name.indexOf('.')));
    if (suffix.equals(".py")) {
      return Kind.SOURCE;
    }
    if (suffix.equals(".pyc")) {
      return Kind.BYTECODE;
    }
    boolean tagged =
        suffix.equals(".so")
            || suffix.equals(".pyd")
            || suffix.equals(".abi3.so")
            || suffix.startsWith(".cpython-312-")
            || suffix.startsWith(".cp312-");
    return FileKinds.isExtension(name) && tagged ? Kind.EXTENSION : null;
  }

  static boolean isIdentifier(String name) {
    return !name.isEmpty()
        && Character.isUnicodeIdentifierStart(name.codePointAt(0)) | name.startsWith("_")
        && name.codePoints().allMatch(Character::isUnicodeIdentifierPart);
  }

  /** In the order in which {@code FileFinder} takes them: packages first. */
  int rank() {
    return (isPackage ? 0 : 3) + kind.ordinal();
  }

  /** In the order in which {@code zipimport} takes them, which knows no extensions. */
  int zipRank() {
    return (isPackage ? 0 : 3)
        + switch (kind) {
          case BYTECODE -> 0;
          case SOURCE -> 1;
          case EXTENSION -> 10;
        };
  }
}
