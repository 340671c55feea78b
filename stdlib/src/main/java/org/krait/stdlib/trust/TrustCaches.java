package org.krait.stdlib.trust;

import java.io.IOException;
import org.krait.bytecode.CodeObject;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.execution.VerifyCode;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyStr;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.SyntaxDiagnostic;

/** Lets the code of a cache through, or refuses it with an {@code ImportError} and an audit event. */
public final class TrustCaches {
  private final ThreadState thread;
  private final CacheRequest request;
  private final PyCode code;

  private TrustCaches(ThreadState thread, CacheRequest request, PyCode code) {
    this.thread = thread;
    this.request = request;
    this.code = code;
  }

  /**
   * Code has been read for a loader.
   *
   * @param stream what it was read from; null when that is not known any more
   */
  public static void check(
      ThreadState thread, CacheRequest request, PyCode code, byte[] stream) {
    if (thread.interpreter.options.verifySource) {
      new TrustCaches(thread, request, code).compare(stream);
      VerifyCode.vouch(code);
    }
  }

  /** A cache cannot be read: the error under {@code -X verify-pyc=source}. */
  public static PyException unreadable(ThreadState thread, CacheRequest request, String reason) {
    return VerifyCode.refused(thread, request.origin, "it cannot be read: " + reason);
  }

  private void compare(byte[] stream) {
    byte[] source = source();
    CacheRecord record = stream == null ? null : record(stream, source);
    if (record != null && record.isThere()) {
      return;
    }
    String difference = FirstDifference.between(compiled(source), code.complete());
    if (difference != null) {
      throw refused("it is not what " + request.sourceName() + " compiles to: " + difference);
    }
    if (record != null && !thread.interpreter.options.dontWriteBytecode) {
      record.write();
    }
  }

  private byte[] source() {
    if (request.sourceName() == null) {
      throw refused("there is no source to compare it with");
    }
    byte[] source;
    try {
      source = request.source();
    } catch (PyException e) {
      throw refused("its source cannot be read: " + e.value().type().name() + ": " + text(e));
    } catch (IOException e) {
      throw refused("its source cannot be read");
    }
    if (source == null) {
      throw refused("there is no source to compare it with");
    }
    return source;
  }

  private static String text(PyException e) {
    try {
      return Objects.str(e.value()).toString();
    } catch (PyException unprintable) {
      return "";
    }
  }

  private CacheRecord record(byte[] stream, byte[] source) {
    if (request.record() == null) {
      return null;
    }
    byte[] key = RecordKey.of(thread.interpreter).bytes;
    return key == null
        ? null
        : new CacheRecord(request.record(), key, stream, source, request.level);
  }

  private CodeObject compiled(byte[] source) {
    if (request.ownCompiler != null) {
      PyObject made = request.compileWithLoader(PyBytes.of(source));
      if (made instanceof PyCode own) {
        return own.complete();
      }
      throw refused("the loader's source_to_code() makes no code object");
    }
    try {
      CompileOptions options = CompileOptions.module(request.level);
      String filename = code.filename().toString();
      return PythonCompiler.compile(source, filename, options, DiagnosticListener.NONE);
    } catch (SyntaxDiagnostic e) {
      throw refused(
          "its source does not compile: " + e.getMessage() + " (line " + e.line() + ")");
    }
  }

  private PyException refused(String reason) {
    return VerifyCode.refused(thread, request.origin, reason);
  }
}
