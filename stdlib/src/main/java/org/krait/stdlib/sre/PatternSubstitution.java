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
    Parts parts = search.subject.isBytes() ? new ByteParts() : new TextParts(search.subject);
    int done = 0;
    long replaced = 0;
    while ((count == 0 || replaced < count) && search.next()) {
      parts.add(search, done, search.start());
      if (filter instanceof PyTemplate template) {
        parts.add(template, search);
      } else {
        parts.add(replacement(filter, search));
      }
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
        append(search, from, to);
        index++;
      }
    }

    /** Adds what a template makes of a match, which is one piece. */
    final void add(PyTemplate template, Search search) {
      append(template.literals[0]);
      for (int i = 0; i < template.groups.length; i++) {
        append(search, template.groups[i]);
        append(template.literals[i + 1]);
      }
      index++;
    }

    private void append(Search search, int group) {
      int from = search.start(group);
      int to = search.end(group);
      if (from >= 0 && from < to) {
        append(search, from, to);
      }
    }

    final int index() {
      return index;
    }

    abstract void append(PyObject piece);

    abstract void append(Search search, int from, int to);

    abstract PyObject join();
  }

  private static final class TextParts extends Parts {
    private final Subject subject;
    private final StringBuilder units;

    /** Has all since something came that has characters above U+FFFF; null before. */
    private PyStrBuilder points;

    TextParts(Subject subject) {
      this.subject = subject;
      this.units = new StringBuilder(subject.text == null ? 0 : subject.length + 16);
      this.points = subject.text == null ? new PyStrBuilder(subject.length) : null;
    }

    @Override
    void append(PyObject piece) {
      if (!(piece instanceof PyStr str)) {
        throw Errors.typeError(
            "sequence item %d: expected str instance, %s found",
            index(), piece.type().fullName());
      }
      String text = str.units();
      if (points == null && text == null) {
        points = new PyStrBuilder(units.length()).append(units.toString());
      }
      if (points == null) {
        units.append(text);
      } else {
        points.append(str);
      }
    }

    @Override
    void append(Search search, int from, int to) {
      if (points == null) {
        units.append(subject.text, from, to);
      } else {
        points.append((PyStr) subject.object, from, to);
      }
    }

    @Override
    PyObject join() {
      return points == null ? PyStr.ofUnits(units.toString()) : points.toPyStr();
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
    void append(Search search, int from, int to) {
      append(search.slice(from, to));
    }

    @Override
    PyObject join() {
      return PyBytes.of(bytes.toByteArray());
    }
  }
}
