package org.krait.compiler;

import org.krait.bytecode.CodeObject;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.SyntaxDiagnostic;

/**
 * Compiles sources before anybody asks for it: there is a result only where there is nothing to say about
 * the source, so that who compiles it again otherwise hears everything once, and in its place.
 */
public final class TacitCompiler {
  private TacitCompiler() {}

  /** The code object of a source, or null; as {@link PythonCompiler} makes it. */
  public static CodeObject orNull(byte[] source, String filename, CompileOptions options) {
    Recorder recorder = new Recorder();
    try {
      CodeObject code = PythonCompiler.compile(source, filename, options, recorder);
      return recorder.heard ? null : code;
    } catch (SyntaxDiagnostic e) {
      return null;
    }
  }

  /** The code object of a text, or null. */
  public static CodeObject orNull(String text, String filename, CompileOptions options) {
    Recorder recorder = new Recorder();
    try {
      CodeObject code = PythonCompiler.compile(text, filename, options, recorder);
      return recorder.heard ? null : code;
    } catch (SyntaxDiagnostic e) {
      return null;
    }
  }

  private static final class Recorder implements DiagnosticListener {
    private boolean heard;

    @Override
    public boolean warn(Category category, String message, int line) {
      heard = true;
      return true;
    }

    @Override
    public boolean invertsBool() {
      heard = true;
      return true;
    }
  }
}
