package org.krait.stdlib.sys;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.krait.runtime.Attributes;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.execution.PyTraceback;
import org.krait.runtime.types.*;

/**
 * What is shown of an exception that nobody caught: its traceback, message and notes, and before it
 * those of its cause or context. It is done without the library's {@code traceback}, as in CPython, so
 * that a program that fails need not import that.
 */
final class ExceptionText {
  private static final String CAUSE =
      "\nThe above exception was the direct cause of the following exception:\n\n";
  private static final String CONTEXT =
      "\nDuring handling of the above exception, another exception occurred:\n\n";

  private final Interpreter interpreter;
  private final SourceLines sources;
  private final StringBuilder out;
  private final Set<PyObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private ExceptionText(Interpreter interpreter, StringBuilder out) {
    this.interpreter = interpreter;
    this.out = out;
    this.sources = new SourceLines(interpreter);
  }

  /** The text; null for exception groups, which the library draws. */
  static String of(Interpreter interpreter, PyBaseException value) {
    ExceptionText text = new ExceptionText(interpreter, new StringBuilder());
    return text.isWithoutGroups(value) ? text.all(value) : null;
  }

  /** Adds what is shown of an exception that nobody can catch: where it was raised, and its message. */
  static void unraisable(
      Interpreter interpreter, PyObject type, PyObject value, PyObject traceback, StringBuilder out) {
    ExceptionText text = new ExceptionText(interpreter, out);
    text.traceback(traceback);
    if (type instanceof PyType kind) {
      text.name(kind);
      if (value != PyNone.NONE) {
        out.append(": ");
        try {
          out.append(Objects.str(value));
        } catch (PyException e) {
          out.append("<exception str() failed>");
        }
      }
      out.append('\n');
    }
  }

  private boolean isWithoutGroups(PyBaseException value) {
    Set<PyObject> met = Collections.newSetFromMap(new IdentityHashMap<>());
    for (PyBaseException at = value; at != null && met.add(at); at = before(at)) {
      if (at instanceof PyBaseExceptionGroup) {
        return false;
      }
    }
    return true;
  }

  /** The exception that is shown before this one, or null. */
  private static PyBaseException before(PyBaseException value) {
    if (value.cause() != null) {
      return value.cause();
    }
    return value.suppressesContext() ? null : value.context();
  }

  private String all(PyBaseException value) {
    add(value);
    return out.toString();
  }

  private void add(PyBaseException value) {
    java.util.ArrayDeque<PyBaseException> chain = new java.util.ArrayDeque<>();
    for (PyBaseException at = value; at != null && seen.add(at); at = before(at)) {
      chain.push(at);
    }
    PyBaseException shown = null;
    for (PyBaseException each : chain) {
      if (shown != null) {
        out.append(each.cause() == shown ? CAUSE : CONTEXT);
      }
      one(each);
      shown = each;
    }
  }

  private void one(PyBaseException value) {
    traceback(value.traceback());
    String message = syntaxError(value);
    name(value.type());
    if (message == null) {
      message(value);
    } else if (!message.isEmpty()) {
      out.append(": ").append(message);
    }
    out.append(new Suggestions(interpreter).of(value)).append('\n');
    notes(value);
  }

  private void traceback(PyObject traceback) {
    long limit = 1000;
    if (interpreter.sysDict().get(PyStr.interned("tracebacklimit")) instanceof PyInt wanted) {
      limit = wanted instanceof PyLong number ? number.value : wanted.signum() * Long.MAX_VALUE;
    }
    if (traceback instanceof PyTraceback first && limit > 0) {
      out.append("Traceback (most recent call last):\n");
      new TracebackText(sources, out).add(first, limit);
    }
  }

  private void name(PyType type) {
    PyObject module = Attributes.getOrNull(type, "__module__");
    if (!(module instanceof PyStr text)) {
      out.append("<unknown>.");
    } else if (!text.toString().equals("builtins") && !text.toString().equals("__main__")) {
      out.append(text).append('.');
    }
    out.append(type.qualname());
  }

  private void message(PyBaseException value) {
    try {
      PyStr text = Objects.str(value);
      if (text.length() > 0) {
        out.append(": ").append(text);
      }
    } catch (PyException e) {
      out.append(": <exception str() failed>");
    }
  }

  private void notes(PyBaseException value) {
    PyObject notes = Attributes.getOrNull(value, "__notes__");
    if (notes == null || notes == PyNone.NONE) {
      return;
    }
    if (!(notes instanceof PyList) && !(notes instanceof PyTuple)) {
      try {
        out.append(Objects.repr(notes)).append('\n');
      } catch (PyException e) {
        out.append("<__notes__ repr() failed>\n");
      }
      return;
    }
    for (PyObject note : Iteration.toArray(notes)) {
      try {
        out.append(Objects.str(note)).append('\n');
      } catch (PyException e) {
        out.append("<note str() failed>\n");
      }
    }
  }

  /** Shows the place of a syntax error; its bare message, or null when it has no place. */
  private String syntaxError(PyBaseException value) {
    if (Attributes.getOrNull(value, "print_file_and_line") == null) {
      return null;
    }
    try {
      PyObject line = Attributes.get(value, "lineno");
      if (!(line instanceof PyInt number)) {
        return null;
      }
      PyObject filename = Attributes.get(value, "filename");
      long offset = orNone(Attributes.get(value, "offset"), -1);
      long endLine = orNone(Attributes.get(value, "end_lineno"), number.longValue());
      long endOffset = orNone(Attributes.get(value, "end_offset"), -1);
      PyObject text = Attributes.get(value, "text");
      String message = Objects.str(Attributes.get(value, "msg")).toString();
      out.append("  File \"").append(filename == PyNone.NONE ? "<string>" : Objects.str(filename));
      out.append("\", line ").append(number.longValue()).append('\n');
      if (text instanceof PyStr shown) {
        byte[] bytes = shown.toString().getBytes(StandardCharsets.UTF_8);
        long end = endLine > number.longValue() ? bytes.length : endOffset;
        place(bytes, offset, Math.min(end, bytes.length + 1));
      }
      return message;
    } catch (PyException e) {
      return null;
    }
  }

  private static long orNone(PyObject value, long otherwise) {
    return value instanceof PyInt number ? number.longValue() : otherwise;
  }

  /** The line and what is wrong in it; both places count from 1. */
  private void place(byte[] text, long offset, long endOffset) {
    long marks = endOffset > 0 && endOffset > offset ? endOffset - offset : 1;
    long at = offset - 1;
    int start = 0;
    while (start < text.length && (text[start] == ' ' || text[start] == '\t' || text[start] == '\f')) {
      start++;
      at--;
    }
    int end = text.length > start && text[text.length - 1] == '\n' ? text.length - 1 : text.length;
    at = Math.min(at, end - start);
    for (int newline = start; newline < text.length; newline++) {
      if (text[newline] == '\n') {
        if (newline - start >= at) {
          break;
        }
        at -= newline + 1 - start;
        start = newline + 1;
      }
    }
    out.append("    ").append(new String(text, start, Math.max(0, end - start), StandardCharsets.UTF_8));
    out.append('\n');
    if (at >= 0) {
      out.append("    ").append(" ".repeat((int) at)).append("^".repeat((int) marks)).append('\n');
    }
  }
}
