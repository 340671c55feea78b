package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code -X verify-pyc} lets through, on every way on which a cache comes to run. */
class VerifyPycTest {
  private static final Path SCRIPTS = Path.of("src/test/scripts").toAbsolutePath();

  @TempDir Path folder;
  private Path modules;
  private Path key;

  @BeforeEach
  void makeFolders() throws Exception {
    modules = Files.createDirectory(folder.resolve("modules"));
    key = folder.resolve("state/krait/record.key");
  }

  private ExamplesTest.Outcome krait(String mode, String... args) throws Exception {
    String[] all = new String[args.length + 2];
    all[0] = "-X";
    all[1] = "verify-pyc=" + mode;
    System.arraycopy(args, 0, all, 2, args.length);
    Map<String, String> environment =
        Map.of("XDG_STATE_HOME", folder.resolve("state").toString(), "PYTHONDONTWRITEBYTECODE", "");
    return ExamplesTest.krait(environment, all);
  }

  private void assertPrints(String option, String mode) throws Exception {
    assertEquals(
        Files.readString(SCRIPTS.resolve("verify_pyc." + mode + ".txt")),
        krait(
                option,
                SCRIPTS.resolve("verify_pyc.py").toString(),
                modules.toString(),
                key.toString(),
                mode)
            .output());
  }

  @Test
  void brokenCachesAreRefusedByTheirRule() throws Exception {
    assertPrints("structure", "structure");
    Path cache = modules.resolve("__pycache__/bad.cpython-312.pyc");
    assertEquals(
        new ExamplesTest.Outcome(
            "ImportError: cache refused: '" + cache + "': <module> at 2: stack-overflow: LOAD_CONST:"
                + " co_stacksize is 0\n",
            1),
        krait("structure", cache.toString()));
  }

  @Test
  void onlyWhatTheSourceCompilesToRuns() throws Exception {
    assertPrints("source", "source");
    Path right = modules.resolve("__pycache__/lines.cpython-312.pyc");
    assertEquals(
        new ExamplesTest.Outcome(
            "ImportError: cache refused: '" + right + "': it is not what "
                + modules.resolve("lines.py") + " compiles to: <module>, line 1, differs in its line table\n",
            1),
        krait("source", right.toString()));
    assertEquals(
        new ExamplesTest.Outcome("", 0),
        krait("source", modules.resolve("__pycache__/hashed.cpython-312.pyc").toString()));
    assertEquals(
        new ExamplesTest.Outcome(
            "ImportError: cache refused: '" + modules.resolve("alone.pyc")
                + "': there is no source to compare it with\n",
            1),
        krait("source", modules.resolve("alone.pyc").toString()));
  }

  /** What an attacker may try with caches and made code; CPython runs or crashes on most of it. */
  @Test
  void attacksFail() throws Exception {
    for (String mode : new String[] {"structure", "source"}) {
      assertEquals(
          Files.readString(SCRIPTS.resolve("attacks." + mode + ".txt")),
          krait(mode, SCRIPTS.resolve("attacks.py").toString(), modules.resolve("tried").toString())
              .output());
    }
  }

  @Test
  void aKeyThatOthersCanReadIsNoKey() throws Exception {
    Files.createDirectories(key.getParent());
    Files.writeString(key, "k".repeat(32));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertPrints("source", "nokey");
  }
}
