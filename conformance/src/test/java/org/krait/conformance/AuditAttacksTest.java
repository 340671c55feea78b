package org.krait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.krait.audit.Audit;
import org.krait.audit.AuditFinding;
import org.krait.audit.AuditOptions;
import org.krait.audit.AuditReport;
import org.krait.audit.AuditRule;
import org.krait.audit.Severity;

/**
 * Ten attacks from end to end: the oracle runs what no source says, which proves that the attack is one,
 * and the audit finds it. Payloads only print a word.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class AuditAttacksTest {
  private static final int TIME = 1_700_000_000;
  private static final String CLEAN = "def greet(name):\n    return 'hello ' + name\n";
  private static final String PAYLOAD =
      "def greet(name):\n    return 'hello ' + name\nimport os\nos.write(1, b'PWNED')\n";

  private static Oracle home;
  private static OracleSession oracle;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    home = Oracle.find();
    oracle = new OracleSession(home);
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

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static byte[] pyc(String text, String mode) throws Exception {
    byte[] source = text.getBytes(StandardCharsets.UTF_8);
    return oracle.askBytes("pyc", source, "m.py", 0, mode, TIME);
  }

  /** The payload's code under the header that fits another text. */
  private static byte[] forged(String shown, String code, String mode) throws Exception {
    byte[] result = pyc(code, mode);
    System.arraycopy(pyc(shown, mode), 0, result, 0, 16);
    return result;
  }

  /** What the oracle prints when it runs the words in the folder. */
  private String run(String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of(words));
    Process process =
        home.process(all.toArray(String[]::new))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }

  private void assertAttack(String... words) throws Exception {
    String out = run(words);
    assertTrue(out.contains("PWNED"), "the oracle prints " + out);
  }

  private AuditFinding assertFound(AuditRule rule, Severity severity, String path) {
    AuditReport report = Audit.run(List.of(folder), AuditOptions.DEFAULT, Audit.Listener.NONE);
    List<AuditFinding> found =
        report.findings().stream()
            .filter(f -> f.rule() == rule && f.path().equals(folder + "/" + path))
            .toList();
    assertFalse(found.isEmpty(), () -> path + " in " + report.findings());
    assertEquals(severity, found.getFirst().severity());
    return found.getFirst();
  }

  @Test
  void aCleanSourceBesideAnUncheckedHashCache() throws Exception {
    source("tool.py", CLEAN);
    write("__pycache__/tool.cpython-312.pyc", pyc(PAYLOAD, "unchecked-hash"));
    assertAttack("-c", "import tool");
    AuditFinding found =
        assertFound(
            AuditRule.CACHE_UNCHECKED_HASH, Severity.ERROR, "__pycache__/tool.cpython-312.pyc");
    String evidence = String.join("\n", found.evidence());
    assertTrue(evidence.contains("imports: os"), evidence);
    assertTrue(evidence.contains("os.write"), evidence);
  }

  @Test
  void aCacheWithTheTimeAndSizeOfTheSource() throws Exception {
    source("tool.py", CLEAN);
    write("__pycache__/tool.cpython-312.pyc", forged(CLEAN, PAYLOAD, "timestamp"));
    assertAttack("-c", "import tool");
    assertFound(AuditRule.CACHE_FORGED, Severity.ERROR, "__pycache__/tool.cpython-312.pyc");
  }

  @Test
  void aCacheWithTheHashOfTheSource() throws Exception {
    source("pkg/__init__.py", CLEAN);
    write("pkg/__pycache__/__init__.cpython-312.pyc", forged(CLEAN, PAYLOAD, "checked-hash"));
    assertAttack("--check-hash-based-pycs", "always", "-c", "import pkg");
    assertFound(AuditRule.CACHE_FORGED, Severity.ERROR, "pkg/__pycache__/__init__.cpython-312.pyc");
  }

  @Test
  void aPayloadOnlyForOptimisedRuns() throws Exception {
    source("tool.py", CLEAN);
    byte[] honest = pyc(CLEAN, "timestamp");
    write("__pycache__/tool.cpython-312.pyc", honest);
    write("__pycache__/tool.cpython-312.opt-1.pyc", forged(CLEAN, PAYLOAD, "timestamp"));
    assertFalse(run("-c", "import tool").contains("PWNED"));
    assertAttack("-O", "-c", "import tool");
    assertFound(AuditRule.CACHE_FORGED, Severity.ERROR, "__pycache__/tool.cpython-312.opt-1.pyc");
  }

  @Test
  void aModuleOfBytecodeAlone() throws Exception {
    source("pkg/__init__.py", "from . import _speedups\n");
    String hidden = "import base64\nexec(base64.b64decode('aW1wb3J0IG9zCm9zLndyaXRlKDEsIGInUFdORUQnKQ=='))\n";
    write("pkg/_speedups.pyc", pyc(hidden, "timestamp"));
    assertAttack("-c", "import pkg");
    assertFound(AuditRule.CACHE_SOURCELESS, Severity.WARNING, "pkg/_speedups.pyc");
    assertFound(AuditRule.EXEC_CALL, Severity.ERROR, "pkg/_speedups.pyc");
  }

  @Test
  void aPackageThatHidesTheReviewedModule() throws Exception {
    source("tool.py", CLEAN);
    write("tool/__init__.pyc", pyc(PAYLOAD, "timestamp"));
    assertAttack("-c", "import tool");
    assertFound(AuditRule.IMPORT_SHADOWED, Severity.WARNING, "tool.py");
    assertFound(AuditRule.CACHE_SOURCELESS, Severity.WARNING, "tool/__init__.pyc");
  }

  @Test
  void aZipWhoseBytecodeIsNotItsSource() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("tool.py", CLEAN.getBytes(StandardCharsets.UTF_8));
    entries.put("tool.pyc", pyc(PAYLOAD, "unchecked-hash"));
    write("app.zip", zip(entries));
    assertAttack("-c", "import sys; sys.path.insert(0, 'app.zip'); import tool");
    assertFound(AuditRule.CACHE_UNCHECKED_HASH, Severity.ERROR, "app.zip!/tool.pyc");
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return out.toByteArray();
  }

  @Test
  void aWheelWithAPoisonedCacheFolder() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("tool/__init__.py", CLEAN.getBytes(StandardCharsets.UTF_8));
    entries.put("tool/__pycache__/__init__.cpython-312.pyc", pyc(PAYLOAD, "unchecked-hash"));
    entries.put("tool-1.0.dist-info/METADATA", "Name: tool\n".getBytes(StandardCharsets.UTF_8));
    write("tool-1.0-py3-none-any.whl", zip(entries));
    run("-m", "zipfile", "-e", "tool-1.0-py3-none-any.whl", "site");
    assertAttack("-c", "import sys; sys.path.insert(0, 'site'); import tool");
    assertFound(
        AuditRule.CACHE_UNCHECKED_HASH, Severity.ERROR,
        "tool-1.0-py3-none-any.whl!/tool/__pycache__/__init__.cpython-312.pyc");
  }

  @Test
  void aPathFileThatRunsAtEachStart() throws Exception {
    source("site/zz.pth", "import os; exec(bytes.fromhex('6f732e7772697465283129').decode()[:0] + \"os.write(1, b'PWNED')\")\n");
    assertAttack("-c", "import site; site.addsitedir('site')");
    assertFound(AuditRule.PTH_CODE, Severity.ERROR, "site/zz.pth");
  }

  @Test
  void aHookThatChangesWhatIsImported() throws Exception {
    source(
        "hook.py",
        """
        import ast
        import importlib.machinery
        import sys

        class Rewrite(ast.NodeTransformer):
            def visit_Module(self, node):
                node.body += ast.parse("import os; os.write(1, b'PWNED')").body
                return node

        class Loader(importlib.machinery.SourceFileLoader):
            def source_to_code(self, data, path, **options):
                tree = Rewrite().visit(ast.parse(data))
                return compile(ast.fix_missing_locations(tree), path, "exec")

        hook = importlib.machinery.FileFinder.path_hook((Loader, [".py"]))
        sys.path_hooks.insert(0, hook)
        sys.path_importer_cache.clear()
        """);
    source("lib/tool.py", CLEAN);
    assertAttack("-c", "import hook, sys; sys.path.insert(0, 'lib'); import tool");
    assertFound(AuditRule.TREE_HOOK, Severity.WARNING, "hook.py");
    assertFound(AuditRule.IMPORT_HOOK, Severity.WARNING, "hook.py");
    assertFound(AuditRule.COMPILE_TREE, Severity.NOTE, "hook.py");
  }

  @Test
  void aFilterThatLooksAtText() throws Exception {
    source(
        "calc.py",
        """
        import ast

        def calculate(text):
            for word in ("import", "os", "exec", "open"):
                if word in text:
                    raise ValueError(word)
            tree = ast.parse(text, mode="eval")
            return eval(compile(tree, "<input>", "eval"))
        """);
    // The words do not stand in the text: identifiers are normalised only by the parser.
    String formula = "__𝘪mport__('o' 's').write(1, b'PWNED')";
    assertAttack("-c", "import calc; calc.calculate(\"" + formula + "\")");
    assertFound(AuditRule.TEXT_FILTER, Severity.WARNING, "calc.py");
  }

  @Test
  void bytecodeThatNoCompilerWrites() throws Exception {
    // LOAD_CONST with an index far outside: CPython reads whatever lies there.
    byte[] bytes = pyc("x = 1\n", "timestamp");
    int at = indexOf(bytes, new byte[] {100, 0, 90, 0});
    bytes[at + 1] = (byte) 200;
    source("tool.py", "x = 1\n");
    write("__pycache__/tool.cpython-312.pyc", bytes);
    AuditFinding found =
        assertFound(AuditRule.CACHE_MALFORMED, Severity.ERROR, "__pycache__/tool.cpython-312.pyc");
    assertTrue(found.evidence().getFirst().contains("operand"), found.evidence().toString());
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("no such bytes");
  }
}
