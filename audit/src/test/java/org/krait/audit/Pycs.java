package org.krait.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.MarshalException;
import org.krait.bytecode.PycFile;
import org.krait.bytecode.PycHeader;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.syntax.DiagnosticListener;

/** Sources and caches for the tests. */
public final class Pycs {
  /** The time of every source that {@link #source} writes, in seconds. */
  public static final long TIME = 1_700_000_000;

  private Pycs() {}

  public static CodeObject code(String source, int level) {
    byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
    return PythonCompiler.compile(
        bytes, "/src/m.py", CompileOptions.module(level), DiagnosticListener.NONE);
  }

  /** A source with a fixed time. */
  public static Path source(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.fromMillis(TIME * 1000));
    return file;
  }

  /** A header that fits a text written by {@link #source}. */
  public static PycHeader fresh(String text) {
    return PycHeader.timestamped(TIME, text.getBytes(StandardCharsets.UTF_8).length);
  }

  public static PycHeader hashed(String text, boolean checked) {
    return PycHeader.hashed(text.getBytes(StandardCharsets.UTF_8), checked);
  }

  public static byte[] pyc(PycHeader header, CodeObject code) throws MarshalException {
    return new PycFile(header, code).toByteArray();
  }

  public static Path write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  /** The bytes with one more at the end. */
  public static byte[] longer(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length + 1);
  }

  /** The code with other instructions. */
  public static CodeObject withCode(CodeObject c, byte... instructions) {
    return new CodeObject(
        c.argCount(), c.posOnlyArgCount(), c.kwOnlyArgCount(), c.stackSize(), c.flags(),
        instructions, c.constants(), c.names(), c.localsPlusNames(), c.localsPlusKinds(),
        c.filename(), c.name(), c.qualname(), c.firstLineNumber(), c.lineTable(),
        c.exceptionTable());
  }
}
