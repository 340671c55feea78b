package org.krait.stdlib.sre;

import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.codecs.ByteBuilder;
import org.krait.runtime.text.PyStrBuilder;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code Pattern.sub} and {@code subn}. */
final class PatternSubstitution {
  private PatternSubstitution() {}

  @Method("sub(self, /, repl, string, count=0)")
  static PyObject sub(PyPattern self, PyObject repl, PyObject string, long count) {
    return substitute(self, repl, string, count).get(0);
  }

  @Method("subn(self, /, repl, string, count=0)")
  static PyObject subn(PyPattern self, PyObject repl, PyObject string, long count) {
    return substitute(self, repl, string, count);
  }

  /** What a replacement with backslashes means: a {@link PyTemplate}. */
  static PyObject compile(PyPattern pattern, PyObject template) {
    PyObject re = ThreadState.current().interpreter.importModule("re");
    return Attributes.get(re, "_compile_template").call(pattern, template);
  }

  /** The replacement as a literal, a template or something to call. */
  private static PyObject filter(PyPattern pattern, PyObject repl) {
    boolean literal =
        repl instanceof PyStr text
            ? text.indexOf('\\') < 0
            : !Objects.isCallable(repl) && Buffers.isBuffer(repl) && !hasBackslash(repl);
    if (literal || Objects.isCallable(repl)) {
      return repl;
    }
    PyObject filter = compile(pattern, repl);
    PyObject plain = filter instanceof PyTemplate template ? template.literal() : null;
    return plain == null ? filter : plain;
  }

  private static boolean hasBackslash(PyObject repl) {
    for (byte b : Buffers.bytes(repl)) {
      if (b == '\\') {
        return true;
      }
    }
    return false;
  }

  /** The result and how many were replaced. */
  private static PyTuple substitute(PyPattern self, PyObject repl, PyObject string, long count) {
    PyObject filter = filter(self, repl);
    Search search = self.search(string, 0, Long.MAX_VALUE);
    Parts parts = search.subject.isBytes() ? new ByteParts() : new TextParts();
    int done = 0;
    long replaced = 0;
    while ((count == 0 || replaced < count) && search.next()) {
      parts.add(search, done, search.start());
      parts.add(replacement(filter, search));
      done = search.end();
      replaced++;
    }
    if (replaced == 0) {
      return PyTuple.of(search.slice(0, search.subject.length), PyLong.ZERO);
    }
    parts.add(search, done, search.subject.length);
    return PyTuple.of(parts.join(), PyLong.of(replaced));
  }

  private static PyObject replacement(PyObject filter, Search search) {
    if (filter instanceof PyTemplate template) {
      return template.expand(new PyMatch(search));
    }
    if (filter instanceof PyStr || filter instanceof PyBytes || !Objects.isCallable(filter)) {
      return filter;
    }
    return filter.call(new PyMatch(search));
  }

  /** The pieces of the result. */
  private abstract static class Parts {
    private int index;

    final void add(PyObject piece) {
      if (piece != PyNone.NONE) {
        append(piece);
      }
      index++;
    }

    final void add(Search search, int from, int to) {
      if (from < to) {
        append(search.slice(from, to));
        index++;
      }
    }

    final int index() {
      return index;
    }

    abstract void append(PyObject piece);

    abstract PyObject join();
  }

  private static final class TextParts extends Parts {
    private final PyStrBuilder text = new PyStrBuilder(64);

    @Override
    void append(PyObject piece) {
      if (!(piece instanceof PyStr str)) {
        throw Errors.typeError(
            "sequence item %d: expected str instance, %s found",
            index(), piece.type().fullName());
      }
      text.append(str);
    }

    @Override
    PyObject join() {
      return text.toPyStr();
    }
  }

  private static final class ByteParts extends Parts {
    private final ByteBuilder bytes = new ByteBuilder(64);

    @Override
    void append(PyObject piece) {
      if (!Buffers.isBuffer(piece)) {
        throw Errors.typeError(
            "sequence item %d: expected a bytes-like object, %s found",
            index(), piece.type().fullName());
      }
      bytes.append(Buffers.bytes(piece));
    }

    @Override
    PyObject join() {
      return PyBytes.of(bytes.toByteArray());
    }
  }
}
