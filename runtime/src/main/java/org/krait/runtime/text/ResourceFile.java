package org.krait.runtime.text;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Tables among Krait's classes.
 *
 * <p>Krait's archive has them at its front, where they are found by going from one to the next. The JDK would read
 * the list of all its files first, which takes longer than many a program.
 */
public final class ResourceFile {
  private static final int HEAD = 30;
  private static final int ENTRY = 0x04034b50;
  private static final int SIZES_BEHIND = 8;

  private ResourceFile() {}

  /** The content of a resource beside a class of this room; null when there is none. */
  static InputStream open(Class<?> owner, String name) {
    InputStream content = inArchive(owner, name);
    return content != null ? content : owner.getResourceAsStream(name);
  }

  /** The content of a resource beside a class when the classes come from Krait's archive; else null. */
  public static InputStream inArchive(Class<?> owner, String name) {
    String program = System.getProperty("java.class.path", "");
    int end = program.indexOf(File.pathSeparatorChar);
    String archive = end < 0 ? program : program.substring(0, end);
    if (!archive.endsWith(".jar")) {
      return null;
    }
    byte[] content = find(archive, owner.getPackageName().replace('.', '/') + '/' + name);
    return content == null ? null : new ByteArrayInputStream(content);
  }

  /** A file that an archive has in front of its classes; null when it is not there. */
  static byte[] find(String archive, String path) {
    try (RandomAccessFile file = new RandomAccessFile(archive, "r")) {
      byte[] head = new byte[HEAD];
      ByteBuffer numbers = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
      long at = 0;
      while (true) {
        file.seek(at);
        file.readFully(head);
        if (numbers.getInt(0) != ENTRY || (numbers.getShort(6) & SIZES_BEHIND) != 0) {
          return null;
        }
        byte[] name = new byte[numbers.getShort(26) & 0xffff];
        file.readFully(name);
        String found = new String(name, StandardCharsets.UTF_8);
        long start = at + HEAD + name.length + (numbers.getShort(28) & 0xffff);
        if (found.equals(path)) {
          return numbers.getShort(8) == 0 ? content(file, start, numbers.getInt(18)) : null;
        }
        if (found.endsWith(".class")) {
          return null;
        }
        at = start + (numbers.getInt(18) & 0xffffffffL);
      }
    } catch (IOException e) {
      return null;
    }
  }

  private static byte[] content(RandomAccessFile file, long start, int size) throws IOException {
    byte[] content = new byte[size];
    file.seek(start);
    file.readFully(content);
    return content;
  }
}
