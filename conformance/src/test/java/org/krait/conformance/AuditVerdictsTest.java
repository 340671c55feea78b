package org.krait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.krait.audit.Audit;
import org.krait.audit.AuditOptions;
import org.krait.audit.AuditReport;
import org.krait.audit.AuditRule;
import org.krait.audit.CacheVerdict;
import org.krait.audit.Severity;
import org.krait.audit.Verdict;
import org.krait.bytecode.PycFile;

/**
 * The verdicts on caches that the oracle made: for each the cases that are and those that are not, among
 * which a case of one verdict is the counterexample of the others.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class AuditVerdictsTest {
  private static final int TIME = 1_700_000_000;
  private static final String GOOD = "import os\n\ndef load(name):\n    'doc'\n    return os.stat(name)\n";
  private static final String EVIL =
      "import os\n\ndef load(name):\n    'doc'\n    os.system('x')\n    return os.stat(name)\n";

  private static OracleSession oracle;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    oracle = new OracleSession(Oracle.find());
  }

  @AfterAll
  static void stop() throws Exception {
    oracle.close();
  }

  private Path source(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.fromMillis(TIME * 1000L));
    return file;
  }

  private byte[] pyc(String text, int level, String mode, int time) throws Exception {
    byte[] source = text.getBytes(StandardCharsets.UTF_8);
    return oracle.askBytes("pyc", source, "/build/m.py", level, mode, time);
  }

  private Path cache(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  /** The code of one text under the header of another. */
  private static byte[] under(byte[] header, byte[] code) {
    byte[] result = code.clone();
    System.arraycopy(header, 0, result, 0, 16);
    return result;
  }

  private AuditReport audit() {
    return Audit.run(List.of(folder), AuditOptions.DEFAULT, Audit.Listener.NONE);
  }

  private CacheVerdict only() {
    List<CacheVerdict> caches = audit().caches();
    assertEquals(1, caches.size());
    return caches.getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "0,,timestamp,MATCH", "1,.opt-1,timestamp,MATCH", "2,.opt-2,timestamp,MATCH",
    "0,,checked-hash,MATCH", "2,.opt-2,checked-hash,MATCH",
    "0,,unchecked-hash,UNCHECKED_HASH", "1,.opt-1,unchecked-hash,UNCHECKED_HASH",
    "2,.opt-2,unchecked-hash,UNCHECKED_HASH",
    // The code of one level under the name of another is not what the source compiles to there.
    "2,,timestamp,FORGED", "0,.opt-2,checked-hash,FORGED", "2,.opt-1,timestamp,FORGED",
  })
  void headersAndLevels(int level, String tag, String mode, Verdict expected) throws Exception {
    source("m.py", GOOD);
    String name = "__pycache__/m.cpython-312" + (tag == null ? "" : tag) + ".pyc";
    cache(name, pyc(GOOD, level, mode, TIME));
    CacheVerdict verdict = only();
    assertEquals(expected, verdict.verdict());
    if (expected == Verdict.UNCHECKED_HASH) {
      assertEquals(Severity.WARNING, verdict.severity());
      assertEquals(true, verdict.codeMatches());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "timestamp,FORGED,ERROR", "checked-hash,FORGED,ERROR", "unchecked-hash,UNCHECKED_HASH,ERROR",
  })
  void otherCodeUnderTheHeaderOfTheSource(String mode, Verdict expected, Severity severity)
      throws Exception {
    source("pkg/m.py", GOOD);
    byte[] forged = under(pyc(GOOD, 0, mode, TIME), pyc(EVIL, 0, mode, TIME));
    cache("pkg/__pycache__/m.cpython-312.pyc", forged);
    CacheVerdict verdict = only();
    assertEquals(expected, verdict.verdict());
    assertEquals(severity, verdict.severity());
    assertEquals(false, verdict.codeMatches());
    String evidence = String.join("\n", verdict.evidence());
    assertTrue(evidence.contains("in load (line 3):"), evidence);
    assertTrue(evidence.contains("+ LOAD_ATTR system"), evidence);
    assertTrue(evidence.contains("only the line numbers differ in <module> (line 1)"), evidence);
    assertTrue(evidence.endsWith("starts processes: os.system('x')"), evidence);
  }

  @ParameterizedTest
  @CsvSource({
    "constant, return 1, return 2", "line, return 1, '\\nreturn 1'", "name, return a, return b",
    "default, 'def g(a=1): pass', 'def g(a=2): pass'", "nested, return lambda: 1, return lambda: 2",
    "handler, 'try: f()\\n    finally: g()', 'f()\\n    g()'", "float, return 0.0, return -0.0",
    "bool, return 1, return True", "doc, \"'one'\", \"'two'\"",
  })
  void eachKindOfDifferenceIsSeen(String what, String ours, String theirs) throws Exception {
    String good = "def f():\n    " + ours.replace("\\n", "\n") + "\n";
    String other = "def f():\n    " + theirs.replace("\\n", "\n    ").replace("        ", "    ") + "\n";
    source("m.py", good);
    byte[] forged = under(pyc(good, 0, "timestamp", TIME), pyc(other, 0, "timestamp", TIME));
    cache("__pycache__/m.cpython-312.pyc", forged);
    CacheVerdict verdict = only();
    assertEquals(Verdict.FORGED, verdict.verdict(), what);
    assertFalse(verdict.evidence().isEmpty());
  }

  @Test
  void aSourceThatIsNoPythonHasNoHonestCache() throws Exception {
    String broken = "def f(:\n    pass\n";
    source("m.py", broken);
    byte[] forged = pyc("pass", 0, "timestamp", TIME);
    forged[12] = (byte) broken.length();
    cache("__pycache__/m.cpython-312.pyc", forged);
    CacheVerdict verdict = only();
    assertEquals(Verdict.FORGED, verdict.verdict());
    assertTrue(verdict.evidence().getFirst().startsWith("the source is not Python: SyntaxError"));
  }

  @Test
  void anEncodingOfAnotherPackageProvesNothing() throws Exception {
    String odd = "# coding: of_another_package\nx = 1\n";
    source("m.py", odd);
    byte[] bytes = pyc("x = 1", 0, "timestamp", TIME);
    bytes[12] = (byte) odd.length();
    cache("__pycache__/m.cpython-312.pyc", bytes);
    assertEquals(Verdict.UNREADABLE, only().verdict());
    assertTrue(audit().isIncomplete());
  }

  /** CPython writes such caches under {@code -X no_debug_ranges}. */
  @Test
  void cachesWithLinesOnlyAreHonest() throws Exception {
    source("m.py", GOOD);
    PycFile good = PycFile.read(pyc(GOOD, 0, "timestamp", TIME));
    byte[] linesOnly = new PycFile(good.header(), good.code().allWithoutColumns()).toByteArray();
    assertFalse(Arrays.equals(linesOnly, good.toByteArray()));
    cache("__pycache__/m.cpython-312.pyc", linesOnly);
    assertEquals(Verdict.MATCH, only().verdict());
    PycFile evil = PycFile.read(pyc(EVIL, 0, "timestamp", TIME));
    cache(
        "__pycache__/m.cpython-312.pyc",
        new PycFile(good.header(), evil.code().allWithoutColumns()).toByteArray());
    assertEquals(Verdict.FORGED, only().verdict());
  }

  @Test
  void unreadable() throws Exception {
    // Three that cannot be examined, each for another reason, and three that only look like them.
    byte[] good = pyc(GOOD, 0, "timestamp", TIME);
    source("odd.py", "# coding: of_another_package\nx = 1\n");
    cache("__pycache__/odd.cpython-312.pyc", good);
    source("great.py", GOOD);
    try (var file = new java.io.RandomAccessFile(folder.resolve("great.py").toFile(), "rw")) {
      file.setLength(33 << 20);
    }
    cache("__pycache__/great.cpython-312.pyc", good);
    source("long.py", GOOD);
    cache("__pycache__/long.cpython-312.pyc", good);
    try (var file =
        new java.io.RandomAccessFile(
            folder.resolve("__pycache__/long.cpython-312.pyc").toFile(), "rw")) {
      file.setLength(33 << 20);
    }
    source("plain.py", GOOD);
    cache("__pycache__/plain.cpython-312.pyc", good);
    Map<String, String> texts =
        Map.of(
            "latin.py", "# coding: latin-1\nx = 'e'\n", "marked.py", "\ufeffx = 1\n", "empty.py", "");
    for (var text : texts.entrySet()) {
      source(text.getKey(), text.getValue());
      cache(
          "__pycache__/" + text.getKey().replace(".py", ".cpython-312.pyc"),
          pyc(text.getValue(), 0, "timestamp", TIME));
    }
    assertEquals(
        List.of(
            "empty match", "great unreadable", "latin match", "long unreadable", "marked match",
            "odd unreadable", "plain match"),
        audit().caches().stream()
            .map(
                c ->
                    c.path().replaceAll(".*/(\\w+)\\.cpython.*", "$1") + " " + c.verdict().id())
            .toList());
  }

  @Test
  void stale() throws Exception {
    source("time.py", GOOD);
    source("size.py", GOOD);
    source("both.py", GOOD);
    source("fresh.py", GOOD);
    cache("__pycache__/time.cpython-312.pyc", pyc(GOOD, 0, "timestamp", TIME - 1));
    cache("__pycache__/size.cpython-312.pyc", pyc(EVIL, 0, "timestamp", TIME));
    cache("__pycache__/both.cpython-312.pyc", pyc(EVIL, 0, "timestamp", TIME + 9));
    cache("__pycache__/fresh.cpython-312.pyc", pyc(GOOD, 0, "timestamp", TIME));
    List<CacheVerdict> caches = audit().caches();
    assertEquals(
        List.of(Verdict.STALE, Verdict.MATCH, Verdict.STALE, Verdict.STALE),
        caches.stream().map(CacheVerdict::verdict).toList());
    assertEquals(
        List.of(false, true, false, true), caches.stream().map(CacheVerdict::codeMatches).toList());
  }

  @Test
  void hashMismatch() throws Exception {
    source("a.py", GOOD);
    source("b.py", GOOD);
    source("c.py", GOOD + "\n");
    source("d.py", GOOD);
    cache("__pycache__/a.cpython-312.pyc", pyc(EVIL, 0, "checked-hash", TIME));
    cache("__pycache__/b.cpython-312.pyc", pyc(GOOD + "\n", 0, "checked-hash", TIME));
    cache("__pycache__/c.cpython-312.pyc", pyc(GOOD, 0, "checked-hash", TIME));
    cache("__pycache__/d.cpython-312.pyc", pyc(GOOD, 0, "checked-hash", TIME));
    List<CacheVerdict> caches = audit().caches();
    assertEquals(
        List.of(
            Verdict.HASH_MISMATCH, Verdict.HASH_MISMATCH, Verdict.HASH_MISMATCH, Verdict.MATCH),
        caches.stream().map(CacheVerdict::verdict).toList());
    assertEquals(false, caches.getFirst().codeMatches());
    assertEquals(true, caches.get(1).codeMatches());
  }

  @Test
  void withoutASource() throws Exception {
    cache("m.pyc", pyc(EVIL, 0, "timestamp", TIME));
    cache("pkg/__init__.pyc", pyc(EVIL, 0, "unchecked-hash", TIME));
    cache("__pycache__/odd.pyc", pyc(EVIL, 0, "timestamp", TIME));
    cache("__pycache__/gone.cpython-312.pyc", pyc(GOOD, 0, "timestamp", TIME));
    cache("pkg/__pycache__/gone.cpython-312.opt-1.pyc", pyc(GOOD, 1, "checked-hash", TIME));
    cache("pkg/__pycache__/x.gone.cpython-312.pyc", pyc(GOOD, 0, "timestamp", TIME));
    assertEquals(
        List.of(
            Verdict.ORPHAN, Verdict.SOURCELESS, Verdict.SOURCELESS, Verdict.SOURCELESS,
            Verdict.ORPHAN, Verdict.ORPHAN),
        audit().caches().stream().map(CacheVerdict::verdict).toList());
  }

  @Test
  void besideTheSource() throws Exception {
    source("same.py", GOOD);
    source("other.py", GOOD);
    source("pkg/__init__.py", GOOD);
    cache("same.pyc", pyc(GOOD, 0, "timestamp", TIME));
    cache("other.pyc", pyc(EVIL, 0, "timestamp", TIME));
    cache("pkg/__init__.pyc", pyc(EVIL, 0, "unchecked-hash", TIME));
    List<CacheVerdict> caches = audit().caches();
    assertTrue(caches.stream().allMatch(c -> c.verdict() == Verdict.SHADOWING));
    assertEquals(
        List.of(Severity.WARNING, Severity.WARNING, Severity.NOTE),
        caches.stream().map(CacheVerdict::severity).toList());
  }

  @ParameterizedTest
  @CsvSource({"3495,CPython 3.11", "3571,CPython 3.13", "3413,CPython 3.8", "3530,3.12 before its release"})
  void otherVersions(int magic, String writer) throws Exception {
    source("m.py", GOOD);
    byte[] bytes = pyc(GOOD, 0, "timestamp", TIME - 60);
    bytes[0] = (byte) magic;
    bytes[1] = (byte) (magic >> 8);
    cache("__pycache__/m.cpython-3x.pyc", bytes);
    CacheVerdict verdict = only();
    assertEquals(Verdict.OTHER_VERSION, verdict.verdict());
    assertTrue(verdict.message().contains(writer), verdict.message());
    assertTrue(verdict.message().endsWith("it is not known to be safe"), verdict.message());
    assertTrue(String.join("\n", verdict.evidence()).contains("; the source is newer"));
  }

  @Test
  void malformed() throws Exception {
    byte[] good = pyc(GOOD, 0, "timestamp", TIME);
    byte[] flags = good.clone();
    flags[4] = 8;
    byte[] stack = good.clone();
    // co_stacksize of the module, the fourth number behind the type byte.
    stack[16 + 1 + 12] = 0;
    List<byte[]> bad =
        List.of(
            Arrays.copyOf(good, 3), Arrays.copyOf(good, good.length - 1), flags, stack,
            Arrays.copyOf(good, good.length + 7), Arrays.copyOf(good, 16));
    for (int i = 0; i < bad.size(); i++) {
      source("m" + i + ".py", GOOD);
      cache("__pycache__/m" + i + ".cpython-312.pyc", bad.get(i));
    }
    List<CacheVerdict> caches = audit().caches();
    assertEquals(bad.size(), caches.size());
    for (CacheVerdict cache : caches) {
      assertEquals(Verdict.MALFORMED, cache.verdict(), cache.path());
    }
  }

  @Test
  void theCachesOfPytestAreNotCalledSafe() throws Exception {
    source("test_m.py", GOOD);
    cache("__pycache__/test_m.cpython-312-pytest-8.3.4.pyc", pyc(EVIL, 0, "timestamp", TIME));
    assertEquals(Verdict.OTHER_VERSION, only().verdict());
  }

  @Test
  void theFingerprintStaysAndTellsForgeriesApart() throws Exception {
    source("m.py", GOOD);
    byte[] header = pyc(GOOD, 0, "timestamp", TIME);
    cache("__pycache__/m.cpython-312.pyc", under(header, pyc(EVIL, 0, "timestamp", TIME)));
    String first = fingerprint();
    assertEquals(first, fingerprint());
    cache("__pycache__/m.cpython-312.pyc", under(header, pyc(EVIL + "x = 1\n", 0, "timestamp", TIME)));
    assertNotEquals(first, fingerprint());
  }

  private String fingerprint() {
    return audit().findings().stream()
        .filter(f -> f.rule() == AuditRule.CACHE_FORGED)
        .findFirst()
        .orElseThrow()
        .fingerprint();
  }

  @Test
  void verdictsHaveRulesOfTheirName() {
    for (Verdict verdict : Verdict.values()) {
      if (verdict != Verdict.MATCH) {
        assertEquals("cache-" + verdict.id().toLowerCase(Locale.ROOT), verdict.rule().id());
      }
    }
  }
}
