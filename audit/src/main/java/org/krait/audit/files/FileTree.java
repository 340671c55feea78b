package org.krait.audit.files;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files below a folder or in an archive, sorted by path. */
public final class FileTree {
  /** What holds the files; it decides what modification times mean and what imports from it. */
  public enum Kind {
    FOLDER,
    /** Zip files of every name: times are local and of two seconds; {@code zipimport} reads them. */
    ZIP,
    TAR
  }

  /** What a remark means. */
  public enum Matter {
    /** It misleads an unpacker or reader. */
    TRICK,
    /** It could not be read. */
    UNREAD,
    /** It was left out, and nothing is lost. */
    ASIDE
  }

  /**
   * Something that was not examined, or that only a hostile archive has.
   *
   * @param path what it is about, relative to the tree; empty for the tree itself
   * @param matter what it means
   * @param sentence what is the matter
   */
  public record Remark(String path, Matter matter, String sentence) {}

  private final String name;
  private final String anchor;
  private final Kind kind;
  private final NavigableMap<String, FileEntry> files = new TreeMap<>();
  private final NavigableMap<String, Integer> folders = new TreeMap<>();
  private final NavigableSet<String> archives = new TreeSet<>();
  private final List<Remark> remarks = new ArrayList<>();

  /**
   * An empty tree.
   *
   * @param name how it is called in reports
   * @param anchor how it is called in fingerprints, which stay when a folder is moved
   */
  public FileTree(String name, String anchor, Kind kind) {
    this.name = name;
    this.anchor = anchor;
    this.kind = kind;
  }

  /** How the tree is called in reports. */
  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  /** How a path of the tree is called in reports. */
  public String shown(String path) {
    if (path.isEmpty()) {
      return name;
    }
    if (kind == Kind.FOLDER) {
      return name.equals(".") ? path : name.endsWith("/") ? name + path : name + "/" + path;
    }
    return name + "!/" + path;
  }

  /** A path of the tree as it stands in fingerprints. */
  public String anchored(String path) {
    return anchor + path;
  }

  /** The files that an audit looks at, by path. */
  public NavigableMap<String, FileEntry> files() {
    return files;
  }

  /** The folders with permission bits, -1 where there are none. */
  public NavigableMap<String, Integer> folders() {
    return folders;
  }

  /** The paths of those files that are archives themselves. */
  public NavigableSet<String> archives() {
    return archives;
  }

  public List<Remark> remarks() {
    return remarks;
  }

  void remark(String path, String sentence) {
    remarks.add(new Remark(path, Matter.UNREAD, sentence));
  }

  void aside(String path, String sentence) {
    remarks.add(new Remark(path, Matter.ASIDE, sentence));
  }

  void trick(String path, String sentence) {
    remarks.add(new Remark(path, Matter.TRICK, sentence));
  }

  /** Takes in a file if an audit looks at files of its name; true if so. */
  boolean add(FileEntry entry) {
    String folder = entry.folder();
    while (!folder.isEmpty() && folders.putIfAbsent(folder, -1) == null) {
      folder = FileEntry.folderOf(folder);
    }
    if (!FileKinds.isExamined(entry.name())) {
      return false;
    }
    if (FileKinds.isArchive(entry.name())) {
      archives.add(entry.path());
    }
    files.put(entry.path(), entry);
    return true;
  }
}
