package org.krait.compiler.fold;

import java.util.List;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.MatchCase;
import org.krait.syntax.ast.Pattern;

/** Patterns, in which folding makes negative and complex numbers of their parts. */
final class FoldPatterns {
  private final FoldTree pass;

  FoldPatterns(FoldTree pass) {
    this.pass = pass;
  }

  MatchCase matchCase(MatchCase matchCase) {
    Pattern pattern = fold(matchCase.pattern());
    Expr guard = pass.expressions.optional(matchCase.guard());
    var body = pass.statements.all(matchCase.body());
    return pattern == matchCase.pattern()
            && guard == matchCase.guard()
            && body == matchCase.body()
        ? matchCase
        : new MatchCase(pattern, guard, body);
  }

  private List<Pattern> all(List<Pattern> patterns) {
    return FoldTree.each(patterns, this::fold);
  }

  private Pattern fold(Pattern pattern) {
    pass.enter();
    Pattern folded =
        switch (pattern) {
          case Pattern.MatchValue p -> {
            Expr value = pass.expressions.fold(p.value());
            yield value == p.value() ? p : new Pattern.MatchValue(value, p.location());
          }
          case Pattern.MatchSequence p -> {
            var parts = all(p.patterns());
            yield parts == p.patterns() ? p : new Pattern.MatchSequence(parts, p.location());
          }
          case Pattern.MatchMapping p -> mapping(p);
          case Pattern.MatchClass p -> classPattern(p);
          case Pattern.MatchAs p -> {
            Pattern part = p.pattern() == null ? null : fold(p.pattern());
            yield part == p.pattern() ? p : new Pattern.MatchAs(part, p.name(), p.location());
          }
          case Pattern.MatchOr p -> {
            var parts = all(p.patterns());
            yield parts == p.patterns() ? p : new Pattern.MatchOr(parts, p.location());
          }
          case Pattern.MatchSingleton p -> p;
          case Pattern.MatchStar p -> p;
        };
    pass.leave();
    return folded;
  }

  private Pattern mapping(Pattern.MatchMapping p) {
    var keys = pass.expressions.all(p.keys());
    var patterns = all(p.patterns());
    return keys == p.keys() && patterns == p.patterns()
        ? p
        : new Pattern.MatchMapping(keys, patterns, p.rest(), p.location());
  }

  private Pattern classPattern(Pattern.MatchClass p) {
    Expr cls = pass.expressions.fold(p.cls());
    var patterns = all(p.patterns());
    var keywordPatterns = all(p.kwdPatterns());
    return cls == p.cls() && patterns == p.patterns() && keywordPatterns == p.kwdPatterns()
        ? p
        : new Pattern.MatchClass(cls, patterns, p.kwdAttrs(), keywordPatterns, p.location());
  }
}
