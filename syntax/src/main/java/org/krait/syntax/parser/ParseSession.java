package org.krait.syntax.parser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.DiagnosticListener.Category;
import org.krait.syntax.ParseOptions;
import org.krait.syntax.SourceText;

/** What all passes over one source share: the source, the options, and the warnings. */
final class ParseSession {
  /** UTF-8 with a zero byte behind its end. */
  final byte[] source;

  final int limit;
  /** Null when it is not known: places are then given in bytes. */
  final String encoding;

  final ParseOptions options;
  private final DiagnosticListener listener;

  /** The warnings given, and whether the listener let them pass: none is given twice. */
  private final Map<Warning, Boolean> given = new HashMap<>();

  /** The quick parser's warnings, given when it succeeds. */
  private final List<Warning> noted = new ArrayList<>();

  private record Warning(Category category, String message, int line, int offset) {
    // By hand: the JDK makes these of a record when they are used for the first time, for several milliseconds.
    @Override
    public boolean equals(Object other) {
      return other instanceof Warning w
          && offset == w.offset
          && line == w.line
          && category == w.category
          && message.equals(w.message);
    }

    @Override
    public int hashCode() {
      return message.hashCode() * 31 + offset;
    }
  }

  ParseSession(SourceText text, ParseOptions options, DiagnosticListener listener) {
    this.source = text.bytes();
    this.limit = text.length();
    this.encoding = text.encoding();
    this.options = options;
    this.listener = listener;
  }

  LexerOptions lexerOptions() {
    return new LexerOptions(options.typeComments(), options.featureVersion() < 7, false);
  }

  /** Warns; false when the warning is to be an error. */
  boolean warn(Category category, String message, int line, int offset) {
    Warning warning = new Warning(category, message, line, offset);
    Boolean passed = given.get(warning);
    if (passed == null) {
      passed = listener.warn(category, message, line);
      given.put(warning, passed);
    }
    return passed;
  }

  /** Keeps a warning for later. */
  boolean note(Category category, String message, int line, int offset) {
    Warning warning = new Warning(category, message, line, offset);
    if (!noted.contains(warning)) {
      noted.add(warning);
    }
    return true;
  }

  /** Gives the warnings that were kept, in the order of the source; false when one is an error. */
  boolean giveNoted() {
    if (noted.isEmpty()) {
      return true;
    }
    if (noted.size() > 1) {
      noted.sort(Comparator.comparingInt(Warning::offset));
    }
    for (Warning w : noted) {
      if (!warn(w.category, w.message, w.line, w.offset)) {
        return false;
      }
    }
    return true;
  }
}
