package org.krait.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives for the tests, honest and not. */
public final class Archives {
  private Archives() {}

  /** A zip file of these entries. */
  public static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry e = new ZipEntry(entry.getKey());
        e.setTimeLocal(java.time.LocalDateTime.ofEpochSecond(Pycs.TIME, 0, java.time.ZoneOffset.UTC));
        zip.putNextEntry(e);
        zip.write(entry.getValue());
      }
    }
    return out.toByteArray();
  }

  /** A tar file. */
  public static final class Tar {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public Tar file(String name, byte[] content) {
      return entry(name, '0', "", content);
    }

    public Tar entry(String name, char type, String link, byte[] content) {
      byte[] header = new byte[512];
      put(header, 0, name);
      put(header, 100, "0000644");
      put(header, 124, "%011o".formatted(content.length));
      put(header, 136, "%011o".formatted(Pycs.TIME));
      header[156] = (byte) type;
      put(header, 157, link);
      put(header, 257, "ustar");
      put(header, 148, "        ");
      int sum = 0;
      for (byte b : header) {
        sum += b & 0xff;
      }
      put(header, 148, "%06o\0".formatted(sum));
      out.writeBytes(header);
      out.writeBytes(content);
      out.writeBytes(new byte[(512 - content.length % 512) % 512]);
      return this;
    }

    private static void put(byte[] header, int at, String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    public byte[] plain() {
      out.writeBytes(new byte[1024]);
      return out.toByteArray();
    }

    public byte[] gzip() throws IOException {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(plain());
      }
      return packed.toByteArray();
    }
  }

  /** The bytes with each occurrence of a text replaced by one of the same length. */
  public static byte[] replace(byte[] bytes, String from, String to, int occurrence) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = -1;
    for (int i = 0; i <= occurrence; i++) {
      at = text.indexOf(from, at + 1);
    }
    byte[] result = bytes.clone();
    System.arraycopy(to.getBytes(StandardCharsets.ISO_8859_1), 0, result, at, to.length());
    return result;
  }
}
