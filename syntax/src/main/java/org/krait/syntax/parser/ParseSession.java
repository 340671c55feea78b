package org.krait.syntax.parser;

import java.util.ArrayList;
import java.util.List;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.DiagnosticListener.Category;
import org.krait.syntax.ParseOptions;
import org.krait.syntax.SourceText;

/** What all passes over one source share: the source, the options, and the warnings. */
final class ParseSession {
  /** UTF-8 with a zero byte behind its end. */
  final byte[] source;

  final int limit;
  final boolean encodingKnown;
  final ParseOptions options;
  private final DiagnosticListener listener;
  private final List<Warning> delivered = new ArrayList<>();

  /** A warning already given: a second pass does not give it again. */
  private record Warning(String message, int line) {}

  ParseSession(SourceText text, ParseOptions options, DiagnosticListener listener) {
    this.source = text.bytes();
    this.limit = text.length();
    this.encodingKnown = text.encodingKnown();
    this.options = options;
    this.listener = listener;
  }

  LexerOptions lexerOptions() {
    return new LexerOptions(options.typeComments(), false);
  }

  /** Warns; false when the warning is to be an error. */
  boolean warn(Category category, String message, int line) {
    Warning warning = new Warning(message, line);
    if (delivered.contains(warning)) {
      return true;
    }
    delivered.add(warning);
    return listener.warn(category, message, line);
  }
}
