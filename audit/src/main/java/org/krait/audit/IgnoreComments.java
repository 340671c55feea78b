package org.krait.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.Token;
import org.krait.syntax.Tokenizer;

/** The comments {@code # krait: ignore[rule, rule] reason} of a source. */
final class IgnoreComments {
  private static final Pattern FORM =
      Pattern.compile("#\\s*krait:\\s*ignore(?:\\[([^\\]]*)\\])?(.*)");

  private static final class Comment {
    final int line;
    final List<AuditRule> rules = new ArrayList<>();
    String fault = "";
    boolean used;

    Comment(int line) {
      this.line = line;
    }
  }

  private final List<Comment> comments = new ArrayList<>();

  IgnoreComments(String text) {
    // Most sources have none; those are not read again.
    if (!text.contains("krait:")) {
      return;
    }
    try {
      Tokenizer tokens = new Tokenizer(text, true, DiagnosticListener.NONE);
      while (tokens.hasNext()) {
        read(tokens.next());
      }
    } catch (SyntaxDiagnostic e) {
      // The parser has said so.
    }
  }

  private void read(Token token) {
    if (!token.text().startsWith("#")) {
      return;
    }
    Matcher matcher = FORM.matcher(token.text());
    if (!matcher.find()) {
      return;
    }
    Comment comment = new Comment(token.line());
    comments.add(comment);
    if (matcher.group(1) == null) {
      comment.fault = "the comment does not say which rule";
      return;
    }
    for (String id : matcher.group(1).split(",")) {
      AuditRule rule = AuditRule.of(id.strip());
      if (rule == null) {
        comment.fault = "there is no rule " + id.strip();
      } else if (!rule.isIgnorable()) {
        comment.fault = "no comment can silence " + rule.id();
      } else {
        comment.rules.add(rule);
      }
    }
    if (matcher.group(2).isBlank()) {
      comment.fault = "the comment gives no reason, so it silences nothing";
      comment.rules.clear();
    }
  }

  /** Whether a comment silences the finding: one of its rule, in one of its lines. */
  boolean silences(AuditFinding finding) {
    boolean silenced = false;
    for (Comment comment : comments) {
      boolean there =
          comment.line >= finding.line() && comment.line <= Math.max(finding.line(), finding.endLine());
      if (there && comment.rules.contains(finding.rule())) {
        comment.used = true;
        silenced = true;
      }
    }
    return silenced;
  }

  /** Findings about the comments themselves, once {@link #silences} was asked for all others. */
  List<AuditFinding> faults(String path, String key) {
    List<AuditFinding> faults = new ArrayList<>();
    for (Comment comment : comments) {
      String fault =
          !comment.fault.isEmpty()
              ? comment.fault
              : comment.used ? "" : "the comment silences nothing";
      if (!fault.isEmpty()) {
        faults.add(
            new AuditFinding(
                AuditRule.IGNORE_COMMENT, Severity.NOTE, path, comment.line, 0, 0, 0, fault,
                List.of(), key + '\0' + fault, ""));
      }
    }
    return faults;
  }
}
