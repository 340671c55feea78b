package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.BINARY_SUBSCR;
import static org.krait.bytecode.Opcodes.BUILD_MAP;
import static org.krait.bytecode.Opcodes.BUILD_TUPLE;
import static org.krait.bytecode.Opcodes.COPY;
import static org.krait.bytecode.Opcodes.DELETE_SUBSCR;
import static org.krait.bytecode.Opcodes.DICT_UPDATE;
import static org.krait.bytecode.Opcodes.GET_LEN;
import static org.krait.bytecode.Opcodes.IS_OP;
import static org.krait.bytecode.Opcodes.MATCH_CLASS;
import static org.krait.bytecode.Opcodes.MATCH_KEYS;
import static org.krait.bytecode.Opcodes.MATCH_MAPPING;
import static org.krait.bytecode.Opcodes.MATCH_SEQUENCE;
import static org.krait.bytecode.Opcodes.POP_JUMP_IF_FALSE;
import static org.krait.bytecode.Opcodes.POP_TOP;
import static org.krait.bytecode.Opcodes.SWAP;
import static org.krait.bytecode.Opcodes.UNPACK_EX;
import static org.krait.bytecode.Opcodes.UNPACK_SEQUENCE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.compiler.ir.Label;
import org.krait.constants.Constant;
import org.krait.constants.ConstantRepr;
import org.krait.constants.PythonEquality;
import org.krait.syntax.ast.CompareOperator;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Operator;
import org.krait.syntax.ast.Pattern;

/**
 * Tests the value on top of the stack against a pattern and consumes it.
 *
 * <p>Captured values are kept on the stack, below what is still to be tested, and bound to their
 * names only when the whole pattern has matched. A failure jumps to where everything is popped.
 */
final class Patterns extends Emitter {
  private final OrPatterns orPatterns = new OrPatterns(generator, this);

  Patterns(CodeGenerator generator) {
    super(generator);
  }

  void visit(Pattern pattern, PatternContext context) {
    switch (pattern.nodeKind()) {
      case MATCH_VALUE -> value((Pattern.MatchValue) pattern, context);
      case MATCH_SINGLETON -> singleton((Pattern.MatchSingleton) pattern, context);
      case MATCH_SEQUENCE -> sequence((Pattern.MatchSequence) pattern, context);
      case MATCH_MAPPING -> mapping((Pattern.MatchMapping) pattern, context);
      case MATCH_CLASS -> classPattern((Pattern.MatchClass) pattern, context);
      case MATCH_STAR ->
          capture(((Pattern.MatchStar) pattern).name(), context, pattern.location());
      case MATCH_AS -> as((Pattern.MatchAs) pattern, context);
      case MATCH_OR -> orPatterns.visit((Pattern.MatchOr) pattern, context);
      default -> throw new IllegalArgumentException("not a pattern: " + pattern);
    }
  }

  static boolean isWildcard(Pattern pattern) {
    return pattern instanceof Pattern.MatchAs as && as.name() == null;
  }

  /** Jumps, with the opcode, to where everything on the stack is popped. */
  void fail(int opcode, PatternContext context, Location at) {
    int pops = context.onTop + context.stores.size();
    jump(opcode, context.failure(pops, unit().code), at);
  }

  /** Emits the places that failures jump to: each pops one value and falls into the next. */
  void placeFailures(PatternContext context, Location at) {
    List<Label> failures = context.takeFailures();
    for (int i = failures.size() - 1; i > 0; i--) {
      place(failures.get(i));
      add(POP_TOP, at);
    }
    if (!failures.isEmpty()) {
      place(failures.getFirst());
    }
  }

  private void inner(Pattern pattern, PatternContext context) {
    boolean allowed = context.allowIrrefutable;
    context.allowIrrefutable = true;
    visit(pattern, context);
    context.allowIrrefutable = allowed;
  }

  /** Puts the value on top among the captured ones; without a name it is dropped. */
  private void capture(String name, PatternContext context, Location at) {
    if (name == null) {
      add(POP_TOP, at);
      return;
    }
    generator.names.refuseForbidden(name, ExprContext.STORE, at);
    refuseDuplicate(name, context, at);
    rotate(context.onTop + context.stores.size() + 1, at);
    context.stores.add(name);
  }

  static void refuseDuplicate(String name, PatternContext context, Location at) {
    if (context.stores.contains(name)) {
      throw new CompileError(
          "multiple assignments to name " + quoted(name) + " in pattern", at);
    }
  }

  private static String quoted(String name) {
    return ConstantRepr.of(Constant.Str.of(name));
  }

  private void value(Pattern.MatchValue pattern, PatternContext context) {
    Location at = pattern.location();
    if (!(pattern.value() instanceof Expr.Constant)
        && !(pattern.value() instanceof Expr.Attribute)) {
      throw new CompileError("patterns may only match literals and attribute lookups", at);
    }
    visit(pattern.value());
    generator.expressions.compare(CompareOperator.EQ, at);
    fail(POP_JUMP_IF_FALSE, context, at);
  }

  private void singleton(Pattern.MatchSingleton pattern, PatternContext context) {
    Location at = pattern.location();
    loadConstant(pattern.value(), at);
    generator.expressions.compare(CompareOperator.IS, at);
    fail(POP_JUMP_IF_FALSE, context, at);
  }

  private void as(Pattern.MatchAs pattern, PatternContext context) {
    Location at = pattern.location();
    if (pattern.pattern() == null) {
      if (!context.allowIrrefutable) {
        throw new CompileError(
            pattern.name() == null
                ? "wildcard makes remaining patterns unreachable"
                : "name capture "
                    + quoted(pattern.name())
                    + " makes remaining patterns unreachable",
            at);
      }
      capture(pattern.name(), context, at);
      return;
    }
    context.onTop++;
    add(COPY, 1, at);
    visit(pattern.pattern(), context);
    context.onTop--;
    capture(pattern.name(), context, at);
  }

  private void sequence(Pattern.MatchSequence pattern, PatternContext context) {
    Location at = pattern.location();
    List<Pattern> elements = pattern.patterns();
    int size = elements.size();
    int star = -1;
    boolean onlyWildcards = true;
    boolean starIsWildcard = false;
    for (int i = 0; i < size; i++) {
      if (elements.get(i) instanceof Pattern.MatchStar s) {
        if (star >= 0) {
          throw new CompileError("multiple starred names in sequence pattern", at);
        }
        starIsWildcard = s.name() == null;
        onlyWildcards &= starIsWildcard;
        star = i;
      } else {
        onlyWildcards &= isWildcard(elements.get(i));
      }
    }
    // The subject stays on top during the tests.
    context.onTop++;
    add(MATCH_SEQUENCE, at);
    fail(POP_JUMP_IF_FALSE, context, at);
    if (star < 0) {
      testLength(CompareOperator.EQ, size, context, at);
    } else if (size > 1) {
      testLength(CompareOperator.GT_E, size - 1, context, at);
    }
    context.onTop--;
    if (onlyWildcards) {
      add(POP_TOP, at);
    } else if (starIsWildcard) {
      byIndex(elements, star, context, at);
    } else {
      unpack(elements, context, at);
    }
  }

  private void testLength(
      CompareOperator operator, int length, PatternContext context, Location at) {
    add(GET_LEN, at);
    loadInt(length, at);
    generator.expressions.compare(operator, at);
    fail(POP_JUMP_IF_FALSE, context, at);
  }

  private void unpack(List<Pattern> elements, PatternContext context, Location at) {
    int size = elements.size();
    int star = -1;
    for (int i = 0; i < size; i++) {
      if (elements.get(i) instanceof Pattern.MatchStar) {
        star = i;
        int after = size - i - 1;
        if (i >= 1 << 8 || after >= Integer.MAX_VALUE >> 8) {
          throw new CompileError("too many expressions in star-unpacking sequence pattern", at);
        }
        add(UNPACK_EX, i + (after << 8), at);
      }
    }
    if (star < 0) {
      add(UNPACK_SEQUENCE, size, at);
    }
    context.onTop += size;
    for (Pattern element : elements) {
      context.onTop--;
      inner(element, context);
    }
  }

  /** With a wildcard star, only the elements that matter are fetched. */
  private void byIndex(List<Pattern> elements, int star, PatternContext context, Location at) {
    context.onTop++;
    for (int i = 0; i < elements.size(); i++) {
      Pattern element = elements.get(i);
      if (i == star || isWildcard(element)) {
        continue;
      }
      add(COPY, 1, at);
      if (i < star) {
        loadInt(i, at);
      } else {
        // The subject may not know negative indices.
        add(GET_LEN, at);
        loadInt(elements.size() - i, at);
        generator.expressions.binary(Operator.SUB, false, at);
      }
      add(BINARY_SUBSCR, at);
      inner(element, context);
    }
    context.onTop--;
    add(POP_TOP, at);
  }

  private void classPattern(Pattern.MatchClass pattern, PatternContext context) {
    Location at = pattern.location();
    List<String> attributes = pattern.kwdAttrs();
    List<Pattern> byAttribute = pattern.kwdPatterns();
    if (attributes.size() != byAttribute.size()) {
      throw new CompileError(
          "kwd_attrs ("
              + attributes.size()
              + ") / kwd_patterns ("
              + byAttribute.size()
              + ") length mismatch in class pattern",
          at);
    }
    validateAttributes(attributes, byAttribute);
    visit(pattern.cls());
    List<Constant> names = new ArrayList<>();
    attributes.forEach(name -> names.add(Constant.Str.of(name)));
    loadConstant(new Constant.Tuple(names), at);
    int positional = pattern.patterns().size();
    add(MATCH_CLASS, positional, at);
    testNotNone(at);
    // On top is a tuple of the attributes, or None.
    context.onTop++;
    fail(POP_JUMP_IF_FALSE, context, at);
    int size = positional + attributes.size();
    add(UNPACK_SEQUENCE, size, at);
    context.onTop += size - 1;
    for (int i = 0; i < size; i++) {
      context.onTop--;
      Pattern part =
          i < positional ? pattern.patterns().get(i) : byAttribute.get(i - positional);
      if (isWildcard(part)) {
        add(POP_TOP, at);
      } else {
        inner(part, context);
      }
    }
  }

  private void testNotNone(Location at) {
    add(COPY, 1, at);
    loadConstant(Constant.Singleton.NONE, at);
    add(IS_OP, 1, at);
  }

  private void validateAttributes(List<String> attributes, List<Pattern> patterns) {
    for (int i = 0; i < attributes.size(); i++) {
      String name = attributes.get(i);
      generator.names.refuseForbidden(name, ExprContext.STORE, patterns.get(i).location());
      for (int j = i + 1; j < attributes.size(); j++) {
        if (name.equals(attributes.get(j))) {
          throw new CompileError(
              "attribute name repeated in class pattern: " + name, patterns.get(j).location());
        }
      }
    }
  }

  private void mapping(Pattern.MatchMapping pattern, PatternContext context) {
    Location at = pattern.location();
    int size = pattern.keys().size();
    if (size != pattern.patterns().size()) {
      throw new CompileError(
          "keys ("
              + size
              + ") / patterns ("
              + pattern.patterns().size()
              + ") length mismatch in mapping pattern",
          at);
    }
    // The subject stays on top during the tests.
    context.onTop++;
    add(MATCH_MAPPING, at);
    fail(POP_JUMP_IF_FALSE, context, at);
    if (size == 0 && pattern.rest() == null) {
      context.onTop--;
      add(POP_TOP, at);
      return;
    }
    if (size > 0) {
      testLength(CompareOperator.GT_E, size, context, at);
    }
    keys(pattern);
    add(BUILD_TUPLE, size, at);
    add(MATCH_KEYS, at);
    // On top are now the keys and a tuple of their values, or None.
    context.onTop += 2;
    testNotNone(at);
    fail(POP_JUMP_IF_FALSE, context, at);
    add(UNPACK_SEQUENCE, size, at);
    context.onTop += size - 1;
    for (Pattern value : pattern.patterns()) {
      context.onTop--;
      inner(value, context);
    }
    context.onTop -= 2;
    if (pattern.rest() != null) {
      rest(pattern.rest(), size, context, at);
    } else {
      add(POP_TOP, at);
      add(POP_TOP, at);
    }
  }

  private void keys(Pattern.MatchMapping pattern) {
    Location at = pattern.location();
    Set<Constant> seen = new HashSet<>();
    for (int i = 0; i < pattern.keys().size(); i++) {
      Expr key = pattern.keys().get(i);
      if (key == null) {
        throw new CompileError(
            "can't use NULL keys in MatchMapping (set 'rest' parameter instead)",
            pattern.patterns().get(i).location());
      }
      if (key instanceof Expr.Constant constant) {
        if (!seen.add(PythonEquality.key(constant.value()))) {
          throw new CompileError(
              "mapping pattern checks duplicate key ("
                  + ConstantRepr.of(constant.value())
                  + ")",
              at);
        }
      } else if (!(key instanceof Expr.Attribute)) {
        throw new CompileError(
            "mapping pattern keys may only match literals and attribute lookups", at);
      }
      visit(key);
    }
  }

  /** Captures a dict of what the keys leave over: a copy without each of them. */
  private void rest(String name, int size, PatternContext context, Location at) {
    add(BUILD_MAP, 0, at);
    add(SWAP, 3, at);
    add(DICT_UPDATE, 2, at);
    add(UNPACK_SEQUENCE, size, at);
    for (int left = size; left > 0; left--) {
      add(COPY, 1 + left, at);
      add(SWAP, 2, at);
      add(DELETE_SUBSCR, at);
    }
    capture(name, context, at);
  }
}
