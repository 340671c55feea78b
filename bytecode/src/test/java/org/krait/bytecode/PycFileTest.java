package org.krait.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.krait.constants.Constant;

class PycFileTest {
  private static final CodeObject CODE =
      new CodeObject(
          0, 0, 0, 1, 0,
          new byte[] {(byte) Opcodes.RESUME, 0, (byte) Opcodes.RETURN_CONST, 0},
          List.of(Constant.Singleton.NONE), List.of("a"), List.of(), new byte[0],
          "m.py", "<module>", "<module>", 1, new byte[] {(byte) 0xf8, 0}, new byte[0]);

  @Test
  void sourceHashIsCPythons() {
    // _imp.source_hash(importlib.util._RAW_MAGIC_NUMBER, bytes(range(n)))
    assertEquals("baf18eedc9387a25", hash(0));
    assertEquals("424a50829057fb4d", hash(7));
    assertEquals("e508f08f76923f7a", hash(8));
    assertEquals("a52b66cd00fa1dbd", hash(100));
  }

  private static String hash(int length) {
    byte[] source = new byte[length];
    for (int i = 0; i < length; i++) {
      source[i] = (byte) i;
    }
    byte[] header = PycHeader.hashed(source, true).toByteArray();
    return HexFormat.of().formatHex(header, 8, 16);
  }

  @Test
  void headersSayWhatTheyFit() throws MarshalException {
    PycHeader stamped = PycHeader.read(PycHeader.timestamped(0x1_2345_6789L, 42).toByteArray());
    assertTrue(stamped.matches(0x2345_6789L, 42));
    assertFalse(stamped.matches(0x2345_6789L, 43));
    assertFalse(stamped.isHashBased());
    PycHeader hashed = PycHeader.read(PycHeader.hashed(new byte[] {1}, false).toByteArray());
    assertTrue(hashed.matches(new byte[] {1}));
    assertFalse(hashed.matches(new byte[] {2}));
    assertFalse(hashed.checksSource());
    assertEquals("cb0d0d0a", HexFormat.of().formatHex(hashed.toByteArray(), 0, 4));
  }

  @Test
  void aFileComesBackWhole(@TempDir Path folder) throws IOException, MarshalException {
    Path path = folder.resolve("m.cpython-312.pyc");
    Files.writeString(path, "what stood there before");
    PycFile file = new PycFile(PycHeader.timestamped(5, 6), CODE);
    file.write(path);
    assertEquals(file, PycFile.read(Files.readAllBytes(path)));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void damagedFilesAreDiagnosed() throws MarshalException {
    byte[] good = new PycFile(PycHeader.timestamped(5, 6), CODE).toByteArray();
    assertFault("reached EOF while reading pyc header", java.util.Arrays.copyOf(good, 15));
    assertFault("marshal data too short", java.util.Arrays.copyOf(good, good.length - 2));
    assertFault(
        "bad marshal data (1 bytes after the code object)",
        java.util.Arrays.copyOf(good, good.length + 1));
    byte[] otherMagic = good.clone();
    otherMagic[0]++;
    assertFault("bad magic number: 3532", otherMagic);
    byte[] flags = good.clone();
    flags[4] = 4;
    assertFault("invalid flags 4", flags);
  }

  private static void assertFault(String message, byte[] file) {
    assertEquals(
        message, assertThrows(MarshalException.class, () -> PycFile.read(file)).getMessage());
  }
}
