package org.krait.generators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.generators.PegModel.Alt;
import org.krait.generators.PegModel.Bound;
import org.krait.generators.PegModel.Cut;
import org.krait.generators.PegModel.Forced;
import org.krait.generators.PegModel.Gather;
import org.krait.generators.PegModel.Group;
import org.krait.generators.PegModel.Item;
import org.krait.generators.PegModel.Look;
import org.krait.generators.PegModel.Optional;
import org.krait.generators.PegModel.Predicate;
import org.krait.generators.PegModel.Ref;
import org.krait.generators.PegModel.Repeat;
import org.krait.generators.PegModel.Rule;
import org.krait.generators.PegModel.Soft;
import org.krait.generators.PegModel.Token;

/**
 * Writes the parser that does what the table says to the letter: it looks at the tokens in the
 * order of CPython's parser, nests as deep, remembers the same results, and so finds the same
 * error at the same place.
 */
final class ExactParserSource {
  private final PegModel model;
  private final PegTypes types;
  private final Set<String> leftRecursive = new HashSet<>();
  private final Map<String, Integer> memoIds = new HashMap<>();
  private final StringBuilder out = new StringBuilder();

  /** Methods for loops and groups, written after the rule that uses them. */
  private final List<String> pending = new ArrayList<>();

  private int artificial;

  ExactParserSource(PegModel model) {
    this.model = model;
    this.types = new PegTypes(model);
    for (Rule rule : model.rules().values()) {
      if (startsWith(rule, rule.name(), new HashSet<>())) {
        leftRecursive.add(rule.name());
      }
      if (rule.memo() || leftRecursive.contains(rule.name())) {
        memoIds.put(rule.name(), memoIds.size());
      }
    }
  }

  String text() {
    out.append(
        """
        import static org.krait.syntax.parser.Tokens.*;

        import java.util.ArrayList;
        import java.util.List;
        import org.krait.syntax.ast.*;

        /** The parser that looks at each token as CPython's does; see the table. */
        final class ExactParser extends ExactActions {
          ExactParser(Lexer lexer, ParseSession session) {
            super(lexer, session);
          }

        """);
    for (Rule rule : model.rules().values()) {
      rule(rule);
      while (!pending.isEmpty()) {
        out.append(pending.remove(0));
      }
    }
    return out.append("}\n").toString();
  }

  /** True when a rule can begin with itself. */
  private boolean startsWith(Rule rule, String wanted, Set<String> seen) {
    for (Alt alt : rule.alts()) {
      Item first = alt.items().get(0);
      while (first instanceof Bound bound) {
        first = bound.item();
      }
      if (first instanceof Ref(String name)) {
        if (name.equals(wanted)) {
          return true;
        }
        // Of two rules that begin with each other, the first leads.
        if (!leftRecursive.contains(name)
            && seen.add(name)
            && startsWith(model.rules().get(name), wanted, seen)) {
          return true;
        }
      }
    }
    return false;
  }

  static String method(String rule) {
    return JavaNames.camel(rule) + "Rule";
  }

  private void rule(Rule rule) {
    String method = method(rule.name());
    if (leftRecursive.contains(rule.name())) {
      out.append(grower(rule, method));
      method += "Once";
    }
    boolean memo = rule.memo() && !leftRecursive.contains(rule.name());
    StringBuilder body = new StringBuilder();
    if (memo) {
      body.append("    Memo known = recall(%d);\n".formatted(memoIds.get(rule.name())));
      body.append("    if (known != null) {\n      level--;\n");
      body.append("      return (").append(rule.type()).append(") known.value;\n    }\n");
    }
    if (rule.pure()) {
      body.append("    boolean invalid = callInvalid;\n    callInvalid = false;\n");
    }
    body.append(alternatives(rule.alts(), rule.type(), rule.pure()));
    if (memo) {
      body.append("    remember(start, %d, result);\n".formatted(memoIds.get(rule.name())));
    }
    if (rule.pure()) {
      body.append("    callInvalid = invalid;\n");
    }
    out.append(methodText(method, rule.type(), body.toString()));
  }

  private static String methodText(String name, String type, String body) {
    String unchecked = body.contains(") known.value") ? "  @SuppressWarnings(\"unchecked\")\n" : "";
    return unchecked
        + "  "
        + type
        + " "
        + name
        + "() {\n    enter();\n    int start = mark;\n"
        + body
        + "    level--;\n    return result;\n  }\n\n";
  }

  private String grower(Rule rule, String method) {
    return """
          @SuppressWarnings("unchecked")
          %s %s() {
            enter();
            Memo known = recall(%d);
            if (known != null) {
              level--;
              return (%1$s) known.value;
            }
            int start = mark;
            int end = mark;
            %1$s result = null;
            while (true) {
              remember(start, end, %3$d, result);
              mark = start;
              %1$s longer = %2$sOnce();
              if (longer == null || mark <= end) {
                break;
              }
              end = mark;
              result = longer;
            }
            mark = end;
            level--;
            return result;
          }

        """
        .formatted(rule.type(), method, memoIds.get(rule.name()));
  }

  private String alternatives(List<Alt> alts, String type, boolean pure) {
    StringBuilder text = new StringBuilder();
    text.append("    ").append(type).append(" result = null;\n    matched:\n    {\n");
    boolean anyCut = alts.stream().anyMatch(a -> a.items().stream().anyMatch(Cut.class::isInstance));
    if (anyCut) {
      text.append("      boolean cut = false;\n");
    }
    for (Alt alt : alts) {
      text.append(alternative(alt, type));
    }
    return text.append("    }\n").toString();
  }

  private String alternative(Alt alt, String type) {
    StringBuilder text = new StringBuilder("      {\n");
    List<String> conditions = new ArrayList<>();
    if (alt.isInvalid()) {
      conditions.add("callInvalid");
    }
    boolean cut = false;
    Item only = alt.action() == null ? PegTypes.onlyResult(alt) : null;
    String result =
        alt.action() != null ? action(alt.action()) : type.equals("Object") ? "MATCHED" : "null";
    for (Item item : alt.items()) {
      cut |= item instanceof Cut;
      if (item instanceof Predicate) {
        continue;
      }
      if (item == only || item instanceof Bound) {
        String name = item instanceof Bound bound ? bound.name() : "only";
        Item inner = item instanceof Bound bound ? bound.item() : item;
        text.append("        ").append(types.variable(inner)).append(' ').append(name).append(";\n");
        conditions.add(assignment(name, inner));
        // A rule for errors throws or fails: it has no result.
        result = item == only && !alt.isInvalid() ? name : result;
      } else {
        conditions.add(condition(item));
      }
    }
    text.append("        if (").append(String.join("\n            && ", conditions)).append(") {\n");
    text.append("          result = ").append(result).append(";\n");
    text.append("          break matched;\n        }\n        mark = start;\n");
    if (cut) {
      text.append("        if (cut) {\n          level--;\n          return null;\n        }\n");
    }
    return text.append("      }\n").toString();
  }

  /** Replaces {@code @} outside of literals by the place of what was matched. */
  static String action(String java) {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < java.length(); i++) {
      char c = java.charAt(i);
      if (c == '"' && java.charAt(i - 1) != '\\') {
        quoted = !quoted;
      }
      text.append(c == '@' && !quoted ? "span(start)" : String.valueOf(c));
    }
    return text.toString();
  }

  private String assignment(String name, Item item) {
    return switch (item) {
      case Token(String kind) -> "(" + name + " = take(" + kind + ")) >= 0";
      case Soft(String word) -> "(" + name + " = takeSoft(\"" + word + "\")) >= 0";
      case Optional(Token(String kind)) -> "(" + name + " = take(" + kind + ")) >= -1";
      case Optional(Item inner) -> "((" + name + " = " + call(inner) + ") != null || true)";
      default -> "(" + name + " = " + call(item) + ") != null";
    };
  }

  private String condition(Item item) {
    return switch (item) {
      case Token(String kind) -> "take(" + kind + ") >= 0";
      case Soft(String word) -> "takeSoft(\"" + word + "\") >= 0";
      case Optional(Item inner) -> "(" + condition(inner) + " || true)";
      case Cut() -> "(cut = true)";
      case Forced(Token(String kind)) -> "demand(" + kind + ")";
      case Look(Token(String kind), boolean wanted) -> (wanted ? "" : "!") + "ahead(" + kind + ")";
      case Look(Soft(String word), boolean wanted) ->
          (wanted ? "" : "!") + "aheadSoft(\"" + word + "\")";
      case Look(Item inner, boolean wanted) ->
          (wanted ? "" : "!") + "look(mark, " + call(inner) + ")";
      default -> call(item) + " != null";
    };
  }

  /** A call of the method for an item; tokens become boxed numbers. */
  private String call(Item item) {
    return switch (item) {
      case Token(String kind) -> "takeBoxed(" + kind + ")";
      case Ref(String rule) -> method(rule) + "()";
      case Group(List<Alt> alts) -> {
        boolean inline =
            alts.size() == 1 && alts.get(0).items().size() == 1 && alts.get(0).action() == null;
        yield inline ? call(unbound(alts.get(0).items().get(0))) : group(alts, types.reference(item));
      }
      case Repeat(Item inner, boolean nonEmpty) -> loop(inner, nonEmpty, null);
      case Gather(Item inner, Item separator) -> loop(inner, true, separator);
      case Bound(String name, Item inner) -> call(inner);
      default -> throw new IllegalArgumentException("cannot call " + item);
    };
  }

  private static Item unbound(Item item) {
    return item instanceof Bound bound ? bound.item() : item;
  }

  private String group(List<Alt> alts, String type) {
    String name = "group" + artificial++;
    pending.add(methodText(name, type, alternatives(alts, type, false)));
    return name + "()";
  }

  private String loop(Item item, boolean nonEmpty, Item separator) {
    String name = "loop" + artificial++;
    String element = types.reference(item);
    String next = call(item);
    StringBuilder body = new StringBuilder();
    body.append("    List<").append(element).append("> result = null;\n");
    body.append("    ").append(element).append(" first = ").append(next).append(";\n");
    body.append("    if (first != null) {\n");
    body.append("      result = new ArrayList<>();\n      result.add(first);\n");
    body.append(separator == null ? "" : "      enter();\n");
    body.append("      while (true) {\n        int before = mark;\n");
    String condition = separator == null ? "" : condition(separator) + " && ";
    body.append("        ").append(element).append(" more;\n");
    body.append("        if (").append(condition).append("(more = ").append(next);
    body.append(") != null) {\n          result.add(more);\n        } else {\n");
    body.append("          mark = before;\n          break;\n        }\n      }\n");
    body.append(separator == null ? "" : "      level--;\n");
    body.append("    } else {\n      mark = start;\n    }\n");
    body.append("    if (result != null) {\n      result = List.copyOf(result);\n    }");
    body.append(nonEmpty ? "\n" : " else {\n      result = List.of();\n    }\n");
    pending.add(methodText(name, "List<" + element + ">", body.toString()));
    return name + "()";
  }
}
