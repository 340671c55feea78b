package org.krait.stdlib.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;

/** The version of the GNU C library is what the library says when it is asked, or nothing. */
class GnuLibraryTest {
  private static final int CS_GNU_LIBC_VERSION = 2;

  @Test
  void isWhatTheLibrarySays() throws Exception {
    String maps = Files.readString(Path.of("/proc/self/maps"));
    assumeTrue(maps.contains("/libc.so.6"), "another C library");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(100);
      int length = (int) CFunction.wide("confstr").call(CS_GNU_LIBC_VERSION, room.address(), 100);
      String said = new String(Native.copy(room, 0, length - 1));
      assertEquals(said, "glibc " + GnuLibrary.version());
    }
  }

  @Test
  void standsBehindTheName() {
    assertEquals("2.36", GnuLibrary.versionIn("..GNU C Library (Some 1.0 release) stable release version 2.36.\nCopyright"));
    assertEquals("2.39.9000", GnuLibrary.versionIn("GNU C Library (GNU libc) development release version 2.39.9000.\n"));
    assertNull(GnuLibrary.versionIn("GNU C Library (GNU libc) stable release version 2.36"));
    assertNull(GnuLibrary.versionIn("GNU C Library (GNU libc) stable release version .\n"));
    assertNull(GnuLibrary.versionIn("another library, stable release version 2.36.\n"));
    assertNull(GnuLibrary.versionIn("GNU C Library (" + " ".repeat(300) + ") release version 2.36.\n"));
  }

  @Test
  void isReadFromTheConstantsBehindTheCode(@TempDir Path folder) throws Exception {
    Path library = folder.resolve("libc.so.6");
    Files.writeString(library, "#".repeat(4096) + "GNU C Library (x) stable release version 2.1.\n" + " ".repeat(4096));
    String code = "7f00000-7f01000 r-xp 00000000 fe:00 12    " + library + "\n";
    String constants = "7f01000-7f02000 r--p 00001000 fe:00 12    " + library + "\n";
    String variables = "7f02000-7f03000 rw-p 00002000 fe:00 12    " + library + "\n";
    String other = "7f03000-7f04000 r-xp 00000000 00:00 0     [vdso]\n";
    assertEquals("2.1", GnuLibrary.version(other + code + constants + variables + other));
    assertNull(GnuLibrary.version(other + constants + variables));
    assertNull(GnuLibrary.version(code + other + constants));
    assertNull(GnuLibrary.version(code + variables));
    assertNull(GnuLibrary.version(code));
    assertNull(GnuLibrary.version(other));
    assertNull(GnuLibrary.version(""));
    Files.delete(library);
    assertNull(GnuLibrary.version(code + constants));
  }
}
