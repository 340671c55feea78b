package org.krait.stdlib.os;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files give nothing back of what was written to them. */
class OpenFilesTest {
  @Test
  void theNullDeviceIsACharacterDevice() {
    assertTrue(OpenFiles.isCharacterDevice(Path.of("/dev/null")));
  }

  @Test
  void filesAndFoldersAreNone(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertFalse(OpenFiles.isCharacterDevice(file));
    assertFalse(OpenFiles.isCharacterDevice(folder));
    assertFalse(OpenFiles.isCharacterDevice(folder.resolve("none")));
  }

  @Test
  void aLinkIsWhatItLeadsTo(@TempDir Path folder) throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/dev/null"));
    assertTrue(OpenFiles.isCharacterDevice(link));
  }
}
