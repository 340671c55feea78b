package org.krait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.krait.audit.Audit;
import org.krait.audit.AuditOptions;
import org.krait.audit.CacheVerdict;
import org.krait.audit.Severity;
import org.krait.audit.Verdict;
import org.krait.audit.Verification;

/**
 * Caches that other CPythons made, those that this machine has: said so, never called safe. Without
 * another CPython there is nothing to see here; {@link AuditVerdictsTest} has headers made by hand.
 */
class OtherVersionsTest {
  private static final int TIME = 1_700_000_000;
  private static final Pattern VERSION = Pattern.compile("Python (\\d+\\.\\d+)\\.");

  /** Compiles a file with each kind of header that the version knows. */
  private static final String COMPILE =
      """
      import py_compile, sys
      source, folder = sys.argv[1:]
      py_compile.compile(source, folder + '/time.pyc', doraise=True)
      if hasattr(py_compile, 'PycInvalidationMode'):
          for mode in py_compile.PycInvalidationMode:
              if mode.name != 'TIMESTAMP':
                  py_compile.compile(source, folder + '/' + mode.name.lower() + '.pyc', doraise=True,
                                     invalidation_mode=mode)
      """;

  @TempDir Path folder;

  /** The interpreters by version: those of the path, of a version manager in it, of the usual folders. */
  private static Map<String, Path> interpreters() throws Exception {
    List<Path> folders = new ArrayList<>();
    for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path versions = Path.of(place).resolveSibling("versions");
      if (place.endsWith("shims") && Files.isDirectory(versions)) {
        try (DirectoryStream<Path> each = Files.newDirectoryStream(versions)) {
          each.forEach(version -> folders.add(version.resolve("bin")));
        }
      }
      folders.add(Path.of(place));
    }
    folders.addAll(List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"), Path.of("/opt/python/bin")));
    Map<String, Path> found = new TreeMap<>();
    for (Path place : folders) {
      if (Files.isDirectory(place) && !place.endsWith("shims")) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place, "python[23]*")) {
          for (Path file : files) {
            add(file, found);
          }
        } catch (IOException e) {
          // A folder that cannot be listed has nothing for us.
        }
      }
    }
    found.remove("3.12");
    return found;
  }

  private static void add(Path file, Map<String, Path> found) throws Exception {
    if (!file.getFileName().toString().matches("python[23](\\.\\d+)?") || !Files.isExecutable(file)) {
      return;
    }
    String words = run(file.toString(), "--version");
    Matcher version = VERSION.matcher(words == null ? "" : words);
    if (version.lookingAt()) {
      found.putIfAbsent(version.group(1), file);
    }
  }

  /** What a process prints; null when it fails. */
  private static String run(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes());
    return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0 ? output : null;
  }

  @Test
  void theirCachesAreNeverCalledSafe() throws Exception {
    Map<String, Path> interpreters = interpreters();
    assumeFalse(interpreters.isEmpty(), "no other CPython on this machine");
    for (Map.Entry<String, Path> each : interpreters.entrySet()) {
      check(each.getKey(), each.getValue());
    }
  }

  private void check(String version, Path interpreter) throws Exception {
    Path root = Files.createDirectory(folder.resolve(version));
    Path source = Files.writeString(root.resolve("m.py"), "def f(a):\n    return a + 1\n");
    Files.setLastModifiedTime(source, FileTime.fromMillis(TIME * 1000L));
    Path made = Files.createDirectory(folder.resolve(version + "-made"));
    if (run(interpreter.toString(), "-c", COMPILE, source.toString(), made.toString()) == null) {
      return; // an interpreter that cannot even compile
    }
    boolean hashes = Files.exists(made.resolve("unchecked_hash.pyc"));
    assertEquals(version.compareTo("3") > 0 && !version.equals("3.6") && !version.matches("3\\.[0-5]"), hashes);

    Path cache = root.resolve("__pycache__/m.cpython-" + version.replace(".", "") + ".pyc");
    Files.createDirectory(cache.getParent());
    assertVerdict(root, cache, made.resolve("time.pyc"), version, Severity.NOTE, "as it is now");
    Files.setLastModifiedTime(source, FileTime.fromMillis((TIME + 9) * 1000L));
    assertVerdict(root, cache, made.resolve("time.pyc"), version, Severity.NOTE, "the source is newer");
    if (hashes) {
      assertVerdict(
          root, cache, made.resolve("checked_hash.pyc"), version, Severity.NOTE, "flags: checked hash");
      assertVerdict(
          root, cache, made.resolve("unchecked_hash.pyc"), version, Severity.WARNING,
          "flags: unchecked hash");
    }
    Files.delete(cache);
    Files.delete(source);
    assertVerdict(
        root, root.resolve("m.pyc"), made.resolve("time.pyc"), version, Severity.WARNING,
        "there is no source for it");
  }

  private static void assertVerdict(
      Path root, Path cache, Path bytes, String version, Severity severity, String evidence)
      throws IOException {
    Files.deleteIfExists(cache);
    Files.copy(bytes, cache);
    List<CacheVerdict> caches =
        Audit.run(List.of(root), AuditOptions.DEFAULT, Audit.Listener.NONE).caches();
    assertEquals(1, caches.size());
    CacheVerdict verdict = caches.getFirst();
    assertEquals(Verdict.OTHER_VERSION, verdict.verdict(), version);
    assertEquals(severity, verdict.severity(), version);
    assertEquals(null, verdict.codeMatches(), version);
    assertTrue(verdict.message().startsWith("written by CPython " + version + ";"), verdict.message());
    assertTrue(verdict.message().endsWith("it is not known to be safe"), verdict.message());
    String all = String.join("\n", verdict.evidence());
    assertTrue(all.contains(evidence), all);
    assertEquals(
        Verification.Status.OTHER_VERSION, Verification.of(Files.readAllBytes(bytes)).status());
  }
}
