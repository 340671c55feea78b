package org.krait.stdlib.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.Marshal;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.PyTuple;
import org.krait.syntax.DiagnosticListener;

/** Code that has been through an archive is the code that was put into it. */
class CodeArchiveTest {
  private static final String SOURCE =
      """
      def f(a, /, b=(1, 2.5, 'x y'), *c, d=None, **e):
          "Text of f: \u00e9."
          try:
              return a, {1, 2} & {'k'}, a in {'p', 'q'}, b"\\0\\xff", 1j, ...
          except (ValueError, TypeError) as problem:
              return (lambda: (a, problem, 'x y', '\\ud800\\udc00', '\\U0001f40d', '\u20ac'))
      class C:
          big = 1 << 100, 123456789012345678901234567890, -4294967296, -1, 2147483648
          async def g(self):
              return [i async for i in self if i], True, False, __class__
      """;

  @TempDir Path folder;
  private CodeObject code;
  private byte[] stream;
  private Path file;

  @BeforeEach
  void write() throws Exception {
    code =
        PythonCompiler.compile(
            SOURCE.getBytes(StandardCharsets.UTF_8),
            "/built/as.py",
            CompileOptions.module(0),
            DiagnosticListener.NONE);
    stream = Marshal.write(code);
    file = folder.resolve(CodeArchive.FILE_NAME);
    WriteArchive archive = new WriteArchive();
    archive.addFrozen("frozen", code);
    archive.addText("text", "t\u00e9xt".getBytes(StandardCharsets.UTF_8));
    archive.addCache("a/cache", code, stream);
    archive.write(file);
  }

  @Test
  void codeIsWhatItWas() {
    CodeArchive archive = CodeArchive.open(file.toString());
    assertEquals(code, archive.frozen("frozen").complete());
    assertEquals(code, archive.cached("a/cache", stream).complete());
    assertEquals("t\u00e9xt", archive.text("text"));
    assertNull(archive.frozen("a/cache"));
    assertNull(archive.text("frozen"));
  }

  @Test
  void onlyTheSameStreamIsAnswered() {
    CodeArchive archive = CodeArchive.open(file.toString());
    byte[] other = stream.clone();
    other[other.length / 2] ^= 1;
    assertNull(archive.cached("a/cache", other));
    assertNull(archive.cached("another/cache", stream));
    assertNull(archive.cached("a/cache", Arrays.copyOf(stream, stream.length + 1)));
  }

  @Test
  void aJarIsReadInPlace() throws Exception {
    Path jar = folder.resolve("some.jar");
    byte[] data = Files.readAllBytes(file);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      ZipEntry entry = new ZipEntry(CodeArchive.RESOURCE);
      CRC32 sum = new CRC32();
      sum.update(data);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(data.length);
      entry.setCrc(sum.getValue());
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.write(data);
    }
    assertEquals(code, CodeArchive.open(jar.toString()).frozen("frozen").complete());
    Files.write(jar, "PK\3\4 and nothing that fits: too short or too long".getBytes());
    assertNull(CodeArchive.open(jar.toString()));
  }

  /** What is one object among the compiler's constants is one here, and nothing else is. */
  @Test
  void sharedConstantsStayShared() {
    List<PyObject> expected = new ArrayList<>();
    List<PyObject> actual = new ArrayList<>();
    collect(LoadCode.of(code), expected);
    collect(CodeArchive.open(file.toString()).frozen("frozen"), actual);
    assertEquals(expected.size(), actual.size());
    int shared = 0;
    for (int i = 0; i < actual.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean same = expected.get(i) == expected.get(j);
        assertEquals(same, actual.get(i) == actual.get(j), actual.get(i) + " and " + actual.get(j));
        shared += same ? 1 : 0;
      }
    }
    assertTrue(shared > 3);
  }

  private static void collect(PyObject value, List<PyObject> found) {
    found.add(value);
    if (value instanceof PyCode inner) {
      for (PyObject each : inner.load().constants) {
        collect(each, found);
      }
    } else if (value instanceof PyTuple tuple) {
      for (PyObject each : tuple.items()) {
        collect(each, found);
      }
    }
  }
}
