package org.krait.syntax.parser;

import java.util.List;
import org.krait.syntax.DiagnosticListener.Category;
import org.krait.syntax.SyntaxDiagnostic.Kind;
import org.krait.syntax.ast.TypeIgnore;

/**
 * The machinery of the quick parser. All tokens are there when it begins; whatever is wrong ends it
 * with {@link Retreat}, and the exact parser finds out what that is.
 */
abstract class FastActions extends TreeActions {
  /**
   * Nesting that CPython certainly accepts: each rule counted here stands for at most 25 of its
   * 6,000. Deeper sources are the exact parser's to judge.
   */
  private static final int MAX_DEPTH = 220;

  /** The quick parser gives up. */
  static final class Retreat extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final Retreat INSTANCE = new Retreat();

    private Retreat() {
      super(null, null, false, false);
    }
  }

  final byte[] kinds;

  /** The remembered results of each rule that remembers; null before the first. */
  final Recall[] recalls = new Recall[recalling()];

  private int depth;

  // The simple statement at hand: where outside of brackets its last `=`, its first colon and its
  // augmented assignment stand; -1 for none.
  private int lastEqual;
  private int firstColon;
  private int augment;

  FastActions(ParseSession session, NamePool names, TokenList tokens) {
    super(session, names, tokens);
    this.kinds = tokens.kind;
  }

  /** How many rules remember results. */
  abstract int recalling();

  /** A rule's results by the token at which they begin. */
  static final class Recall {
    /** Where a result ends, plus one; 0 where nothing is remembered. */
    final int[] ends;

    final Object[] values;

    Recall(int tokens) {
      ends = new int[tokens + 1];
      values = new Object[tokens + 1];
    }
  }

  final Recall newRecall(int rule) {
    return recalls[rule] = new Recall(tokens.size);
  }

  @Override
  List<TypeIgnore> typeIgnores() {
    return tokens.typeIgnores();
  }

  final int take(int kind) {
    return kinds[mark] == kind ? mark++ : -1;
  }

  final boolean accept(int kind) {
    if (kinds[mark] == kind) {
      mark++;
      return true;
    }
    return false;
  }

  final Integer takeBoxed(int kind) {
    return kinds[mark] == kind ? mark++ : null;
  }

  final boolean aheadSoft(int name) {
    return kinds[mark] == Tokens.NAME && tokens.name[mark] == name;
  }

  final int takeSoft(int name) {
    return aheadSoft(name) ? mark++ : -1;
  }

  final boolean look(int before, Object found) {
    mark = before;
    return found != null;
  }

  /** True when a kind is in a set, given as bits from 0 to 63 and from 64 on. */
  static boolean among(byte kind, long low, long high) {
    return ((kind < 64 ? low : high) >>> kind & 1) != 0;
  }

  final void nest() {
    if (++depth > MAX_DEPTH) {
      throw Retreat.INSTANCE;
    }
  }

  final void unnest() {
    depth--;
  }

  // What saves the quick parser from looking for assignments in vain

  /** Scans the simple statement; true when it can be an assignment. */
  final boolean mayAssign() {
    lastEqual = -1;
    firstColon = -1;
    augment = -1;
    int depth = 0;
    for (int i = mark; ; i++) {
      switch (kinds[i]) {
        case Tokens.LPAR, Tokens.LSQB, Tokens.LBRACE -> depth++;
        case Tokens.RPAR, Tokens.RSQB, Tokens.RBRACE -> depth--;
        case Tokens.EQUAL -> lastEqual = depth == 0 ? i : lastEqual;
        case Tokens.COLON -> firstColon = depth == 0 && firstColon < 0 ? i : firstColon;
        case Tokens.NEWLINE, Tokens.ENDMARKER -> {
          return lastEqual >= 0 || firstColon >= 0 || augment >= 0;
        }
        case Tokens.SEMI -> {
          if (depth == 0) {
            return lastEqual >= 0 || firstColon >= 0 || augment >= 0;
          }
        }
        default ->
            augment =
                kinds[i] >= Tokens.PLUSEQUAL && kinds[i] <= Tokens.ATEQUAL && isAugment(kinds[i])
                    ? i
                    : augment;
      }
    }
  }

  private static boolean isAugment(byte kind) {
    return kind != Tokens.DOUBLESLASH && kind != Tokens.AT;
  }

  final boolean mayAnnotate() {
    return firstColon >= 0;
  }

  final boolean mayAugment() {
    return augment >= 0;
  }

  final boolean equalAhead() {
    return mark <= lastEqual;
  }

  // Errors: all the same here

  @Override
  void warn(Category category, String message, int token) {
    session.note(category, message, tokens.line[token], tokens.start[token]);
  }

  @Override
  <T> T error(String message) {
    throw Retreat.INSTANCE;
  }

  @Override
  <T> T withoutPlace(Kind kind, String message) {
    throw Retreat.INSTANCE;
  }

  @Override
  <T> T errorNext(String message) {
    throw Retreat.INSTANCE;
  }

  @Override
  <T> T indentationError(String message) {
    throw Retreat.INSTANCE;
  }

  @Override
  <T> T errorBetween(int line, int column, int endLine, int endColumn, String message) {
    throw Retreat.INSTANCE;
  }

  @Override
  <T> T errorFrom(int line, int column, String message) {
    throw Retreat.INSTANCE;
  }
}
