package org.krait.audit.caches;

import org.krait.audit.files.FileEntry;

/**
 * What the name of a {@code .pyc} says (PEP 3147, PEP 488).
 *
 * @param source the path of the source that belongs to it
 * @param tag which interpreter uses it: {@code cpython-312}; empty outside {@code __pycache__}
 * @param level the optimisation level; -1 for one that is no number
 */
public record CacheName(String source, String tag, int level) {
  private static final String FOLDER = "__pycache__";

  public static CacheName of(String path) {
    String folder = FileEntry.folderOf(path);
    String name = path.substring(folder.isEmpty() ? 0 : folder.length() + 1);
    String stem = name.substring(0, name.lastIndexOf('.'));
    boolean inCache = folder.equals(FOLDER) || folder.endsWith("/" + FOLDER);
    if (!inCache) {
      int level = name.endsWith(".pyo") ? 1 : 0;
      return new CacheName(FileEntry.in(folder, stem + ".py"), "", level);
    }
    int level = 0;
    int opt = stem.lastIndexOf(".opt-");
    if (opt > 0) {
      level = level(stem.substring(opt + 5));
      stem = stem.substring(0, opt);
    }
    int dot = stem.lastIndexOf('.');
    if (dot < 0) {
      // Without a tag it is a module of a namespace package of this odd name.
      return new CacheName(FileEntry.in(folder, stem + ".py"), "", 0);
    }
    String tag = stem.substring(dot + 1);
    String module = stem.substring(0, dot);
    // pytest's tag has dots of its own: cpython-312-pytest-8.1.0.
    int pytest = stem.indexOf("-pytest-");
    if (pytest > 0) {
      int start = stem.lastIndexOf('.', pytest);
      tag = stem.substring(start + 1);
      module = stem.substring(0, Math.max(start, 0));
    }
    return new CacheName(
        FileEntry.in(FileEntry.folderOf(folder), module + ".py"), tag, level);
  }

  private static int level(String text) {
    return text.matches("\\d{1,3}") ? Math.min(2, Integer.parseInt(text)) : -1;
  }

  /** True for a file in {@code __pycache__}, which is imported only through its source. */
  public boolean isCache() {
    return !tag.isEmpty();
  }

  /** True when CPython 3.12 would look for a file of this name. */
  public boolean isOurs() {
    return tag.equals("cpython-312");
  }

  /** True for what pytest's assertion rewriting writes: not what the source compiles to, by design. */
  public boolean isPytest() {
    return tag.contains("-pytest-");
  }
}
