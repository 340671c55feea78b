package org.krait.audit.files;

import java.io.IOException;

/**
 * A file of a tree.
 *
 * @param path relative to the tree, with {@code /}
 * @param size length in bytes
 * @param mtime modification time in seconds since 1970
 * @param mode permission bits as in POSIX, or -1 where there are none
 * @param content reads the bytes
 */
public record FileEntry(String path, long size, long mtime, int mode, Content content) {
  /** Where the bytes come from. */
  @FunctionalInterface
  public interface Content {
    byte[] read() throws IOException;
  }

  public byte[] read() throws IOException {
    return content.read();
  }

  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The folder, {@code ""} for the tree's own. */
  public String folder() {
    return folderOf(path);
  }

  /** The folder of a path. */
  public static String folderOf(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** A path in a folder. */
  public static String in(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
