package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Caches in the library's own folder are looked at like any others. */
class LibraryCachesTest {
  private static final Path HOME = Path.of("").toAbsolutePath().getParent().resolve("stdlib/target/home");
  private static final String PROGRAM =
      "import colorsys; f = colorsys.rgb_to_hsv; c = f.__code__;"
          + " print(f(1, 0, 0), c.co_filename == colorsys.__file__, c.co_firstlineno, colorsys.__cached__)";

  @TempDir Path folder;
  private Path library;
  private Path source;
  private Path cache;

  /** A home whose library is one module, beside those that are frozen. */
  @BeforeEach
  void makeHome() throws Exception {
    library = Files.createDirectories(folder.resolve("lib/python3.12"));
    Path real = HOME.resolve("lib/python3.12");
    source = library.resolve("colorsys.py");
    cache = library.resolve("__pycache__/colorsys.cpython-312.pyc");
    Files.createDirectories(cache.getParent());
    Files.copy(real.resolve("colorsys.py"), source, StandardCopyOption.COPY_ATTRIBUTES);
    Files.copy(real.resolve("__pycache__/colorsys.cpython-312.pyc"), cache);
  }

  private ExamplesTest.Outcome krait(String... words) throws Exception {
    return ExamplesTest.krait(
        Map.of("PYTHONHOME", folder.toString(), "PYTHONDONTWRITEBYTECODE", "1"), words);
  }

  @Test
  void theBuildsOwnCacheIsTakenFromTheArchive() throws Exception {
    assertEquals(
        "(0.0, 1.0, 1) True 125 " + cache + "\n", krait("-c", PROGRAM).output());
  }

  @Test
  void aDamagedOneIsRefusedByItsRule() throws Exception {
    byte[] bytes = Files.readAllBytes(cache);
    // The module's own stack size.
    bytes[16 + 1 + 12] = 0;
    Files.write(cache, bytes);
    List<String> lines = krait("-c", PROGRAM).output().lines().toList();
    assertTrue(
        lines.getLast().startsWith("ImportError: cache refused: '" + cache + "': <module> at "),
        lines.toString());
  }

  @Test
  void anotherOneThatIsSoundRuns() throws Exception {
    byte[] bytes = Files.readAllBytes(cache);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("rgb_to_hsv");
    assertTrue(at > 0);
    // The first of these is a string of __all__; the function's own name comes later.
    bytes[at] = 'R';
    Files.write(cache, bytes);
    assertEquals("Rgb_to_hsv\n".length(), krait("-c", "import colorsys; print([n for n in"
        + " dir(colorsys) + list(colorsys.__all__) if n.startswith('R')][0])").output().length());
  }

  @Test
  void anEditedSourceIsCompiled() throws Exception {
    Files.writeString(source, Files.readString(source) + "\nedited = 'yes'\n");
    assertEquals("yes\n", krait("-c", "import colorsys; print(colorsys.edited)").output());
  }
}
