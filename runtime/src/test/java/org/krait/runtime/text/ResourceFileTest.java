package org.krait.runtime.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables are found at the front of an archive, and beside the classes where there is none. */
class ResourceFileTest {
  @TempDir Path folder;

  private String archive(int method, String... names) throws IOException {
    Path file = folder.resolve("a.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setMethod(method);
      for (String name : names) {
        byte[] content = ("content of " + name).getBytes(StandardCharsets.US_ASCII);
        ZipEntry entry = new ZipEntry(name);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    }
    return file.toString();
  }

  @Test
  void filesInFrontOfTheClassesAreFound() throws IOException {
    String archive = archive(ZipOutputStream.STORED, "a/first", "a/second.txt", "b/C.class", "b/behind.txt");
    assertArrayEquals("content of a/second.txt".getBytes(StandardCharsets.US_ASCII), ResourceFile.find(archive, "a/second.txt"));
    assertArrayEquals("content of a/first".getBytes(StandardCharsets.US_ASCII), ResourceFile.find(archive, "a/first"));
    assertNull(ResourceFile.find(archive, "b/behind.txt"));
    assertNull(ResourceFile.find(archive, "a/third.txt"));
  }

  @Test
  void whatIsPackedOrNoArchiveIsLeftToTheJdk() throws IOException {
    assertNull(ResourceFile.find(archive(ZipOutputStream.DEFLATED, "a/first"), "a/first"));
    Path text = Files.writeString(folder.resolve("text.jar"), "no archive");
    assertNull(ResourceFile.find(text.toString(), "a/first"));
    assertNull(ResourceFile.find(folder.resolve("missing.jar").toString(), "a/first"));
    assertNull(ResourceFile.find(archive(ZipOutputStream.STORED, "a/first"), "a/second"));
  }

  @Test
  void tablesBesideTheClassesAreFoundWithoutAnArchive() throws IOException {
    try (InputStream table = ResourceFile.open(Unicode.class, "unicode.txt")) {
      assertNotNull(table);
      assertEquals('#', table.read());
    }
    assertNull(ResourceFile.open(Unicode.class, "no such table"));
  }
}
