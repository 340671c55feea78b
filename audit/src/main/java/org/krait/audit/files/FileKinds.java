package org.krait.audit.files;

import java.util.List;
import java.util.Locale;

/** What a file is, by its name. */
public final class FileKinds {
  private static final List<String> ZIPS =
      List.of(".whl", ".zip", ".egg", ".jar", ".pyz", ".pyzw", ".war", ".apk");
  private static final List<String> TARS = List.of(".tar", ".tar.gz", ".tgz");

  /** Archives in forms that the JDK has no decompressor for; see {@link org.krait.audit.Unpacker}. */
  private static final List<String> OTHER =
      List.of(
          ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst", ".tar.lzma", ".conda", ".7z", ".rar",
          ".deb", ".rpm");

  private FileKinds() {}

  public static boolean isZip(String name) {
    return endsWith(name, ZIPS);
  }

  public static boolean isTar(String name) {
    return endsWith(name, TARS);
  }

  public static boolean isOtherArchive(String name) {
    return endsWith(name, OTHER);
  }

  public static boolean isArchive(String name) {
    return isZip(name) || isTar(name) || isOtherArchive(name);
  }

  public static boolean isSource(String name) {
    return name.endsWith(".py") || name.endsWith(".pyw");
  }

  public static boolean isCache(String name) {
    return name.endsWith(".pyc") || name.endsWith(".pyo");
  }

  /** Compiled extension modules of any platform. */
  public static boolean isExtension(String name) {
    return name.endsWith(".so") || name.endsWith(".pyd");
  }

  static boolean isExamined(String name) {
    return isSource(name)
        || isCache(name)
        || isExtension(name)
        || name.endsWith(".pth")
        || isArchive(name);
  }

  private static boolean endsWith(String name, List<String> suffixes) {
    String lower = name.toLowerCase(Locale.ROOT);
    return suffixes.stream().anyMatch(lower::endsWith);
  }
}
