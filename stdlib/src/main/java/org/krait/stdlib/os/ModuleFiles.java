package org.krait.stdlib.os;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyStr;

/**
 * What an import asks of files, by absolute paths of ASCII: each question costs a start some microseconds,
 * where the same through {@code posix} costs a hundred.
 */
public final class ModuleFiles {
  private ModuleFiles() {}

  /** Whether a text is an absolute path of which Java and Python mean the same. */
  public static boolean isSimple(PyStr path) {
    return path.length() > 0 && path.isAscii() && path.indexOf('\0') < 0 && path.toString().charAt(0) == '/';
  }

  /** {@code st_mtime}, or -1 where there is no such file. */
  public static double modified(String path) {
    try {
      BasicFileAttributes status = Files.readAttributes(Path.of(path), BasicFileAttributes.class);
      return PyStatResult.inSeconds(status.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    } catch (IOException e) {
      return -1;
    }
  }

  /** {@code st_mtime} in whole seconds, or -1 where there is no such file. */
  public static long modifiedSecond(String path) {
    long millis = new File(path).lastModified();
    return millis > 0 ? millis / 1000 : -1;
  }

  /** The bytes of a file. */
  public static long size(String path) {
    return new File(path).length();
  }

  public static boolean isFile(String path) {
    return new File(path).isFile();
  }

  public static boolean isFolder(String path) {
    return new File(path).isDirectory();
  }

  /** The names in a folder; null where they cannot be read, or some are no text for Java. */
  public static PyObject[] names(String folder) {
    String[] all = new File(folder).list();
    if (all == null) {
      return null;
    }
    PyObject[] names = new PyObject[all.length];
    for (int i = 0; i < all.length; i++) {
      if (all[i].indexOf('\uFFFD') >= 0) {
        return null;
      }
      names[i] = PyStr.of(all[i]);
    }
    return names;
  }

  /** What is in a file, or null where it cannot be read. */
  public static byte[] read(String path) {
    try (FileInputStream file = new FileInputStream(path)) {
      return file.readAllBytes();
    } catch (IOException e) {
      return null;
    }
  }
}
