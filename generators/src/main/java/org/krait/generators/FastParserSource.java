package org.krait.generators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
 * Writes the parser for right programs: the same grammar without the rules for errors, made quick.
 * The next token selects among alternatives, what alternatives begin with in common is parsed once,
 * and left recursion is a loop. When it fails, the exact parser says why.
 */
final class FastParserSource {
  private final PegModel model;
  private final PegTypes types;
  private final FirstSets firsts;
  private final Map<String, Integer> numbers;
  private final StringBuilder out = new StringBuilder();
  private final List<String> pending = new ArrayList<>();
  private int artificial;
  private int variables;
  private int recalls;

  FastParserSource(PegModel model) {
    this.model = model;
    this.types = new PegTypes(model);
    this.firsts = new FirstSets(model);
    this.numbers = types.numbers();
  }

  String text() {
    out.append(
        """
        import static org.krait.syntax.parser.Tokens.*;

        import java.util.ArrayList;
        import java.util.List;
        import org.krait.syntax.ast.*;

        /** The quick parser for right programs; see the table. */
        final class FastParser extends FastActions {
          FastParser(ParseSession session, NamePool names, TokenList tokens) {
            super(session, names, tokens);
          }

        """);
    for (Rule rule : model.rules().values()) {
      if (!rule.name().startsWith("invalid_") && !rule.pure()) {
        rule(rule);
        while (!pending.isEmpty()) {
          out.append(pending.remove(0));
        }
      }
    }
    out.append("  @Override\n  int recalling() {\n    return ").append(recalls).append(";\n  }\n");
    return out.append("}\n").toString();
  }

  // Rules

  private static String method(String rule) {
    return ExactParserSource.method(rule);
  }

  private void rule(Rule rule) {
    String name = method(rule.name());
    if (rule.fastMemo()) {
      out.append(remembering(rule, name));
      name += "Fresh";
    } else if (rule.nests()) {
      out.append(nesting(rule, name));
      name += "Fresh";
    }
    if (isLeftRecursive(rule)) {
      leftRecursive(rule, name);
    } else {
      out.append(methodText(name, rule.type(), rule.alts(), rule.name()));
    }
  }

  private static boolean isLeftRecursive(Rule rule) {
    return rule.alts().stream().anyMatch(alt -> startsWith(alt, rule.name()));
  }

  private static boolean startsWith(Alt alt, String rule) {
    return AltTree.plain(alt.items().get(0)).equals(new Ref(rule));
  }

  private String remembering(Rule rule, String method) {
    return """
          @SuppressWarnings("unchecked")
          %1$s %2$s() {
            int start = mark;
            Recall recall = recalls[%3$d];
            if (recall == null) {
              recall = newRecall(%3$d);
            }
            int end = recall.ends[start];
            if (end != 0) {
              mark = end - 1;
              return (%1$s) recall.values[start];
            }
            nest();
            %1$s result = %2$sFresh();
            unnest();
            recall.ends[start] = mark + 1;
            recall.values[start] = result;
            return result;
          }

        """
        .formatted(rule.type(), method, recalls++);
  }

  private static String nesting(Rule rule, String method) {
    return """
          %s %s() {
            nest();
            %1$s result = %2$sFresh();
            unnest();
            return result;
          }

        """
        .formatted(rule.type(), method);
  }

  private String methodText(String name, String type, List<Alt> alts, String comment) {
    variables = 0;
    List<AltTree> trees = AltTree.of(alts, 0);
    StringBuilder body = new StringBuilder();
    choose(trees, "start", type, "return ", name, new HashMap<>(), body);
    String start = "    int start = mark;\n";
    return "  final " + type + " " + name + "() {\n" + start + body + "    return null;\n  }\n\n";
  }

  private void leftRecursive(Rule rule, String name) {
    List<Alt> longer = rule.alts().stream().filter(a -> startsWith(a, rule.name())).toList();
    List<Alt> seeds = rule.alts().stream().filter(a -> !startsWith(a, rule.name())).toList();
    out.append(methodText(name + "Seed", rule.type(), seeds, rule.name()));
    variables = 1;
    List<AltTree> trees = AltTree.of(longer, 1);
    StringBuilder body = new StringBuilder();
    Map<Integer, String> known = new HashMap<>();
    known.put(0, "left");
    choose(trees, "before", rule.type(), "left = ", name, known, body);
    out.append(
        """
          final %1$s %2$s() {
            int start = mark;
            %1$s left = %2$sSeed();
            if (left == null) {
              return null;
            }
            again:
            while (true) {
              int before = mark;
        %3$s      return left;
            }
          }

        """
            .formatted(rule.type(), name, body.toString().indent(2)));
  }

  // Alternatives

  /** Writes the choice among trees; on success the code leaves, else the mark is as before. */
  private void choose(
      List<AltTree> trees,
      String before,
      String type,
      String leave,
      String method,
      Map<Integer, String> known,
      StringBuilder body) {
    if (trees.size() < 3 || trees.stream().anyMatch(t -> !isSelective(t))) {
      for (AltTree tree : trees) {
        guarded(tree, trees.size() > 1, before, type, leave, known, body);
      }
      return;
    }
    Map<String, List<AltTree>> byKind = new LinkedHashMap<>();
    for (AltTree tree : trees) {
      for (String kind : first(tree)) {
        byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(tree);
      }
    }
    Map<List<AltTree>, List<String>> cases = new LinkedHashMap<>();
    byKind.forEach((kind, list) -> cases.computeIfAbsent(list, k -> new ArrayList<>()).add(kind));
    Map<AltTree, String> shared = shareBodies(trees, cases, type, method, known);
    body.append("    switch (kinds[mark]) {\n");
    cases.forEach(
        (list, kinds) -> {
          body.append("      case ").append(String.join(", ", kinds)).append(" -> {\n");
          for (AltTree tree : list) {
            if (shared.containsKey(tree)) {
              String result = variable();
              body.append("    ").append(type).append(' ').append(result).append(" = ");
              body.append(shared.get(tree)).append("();\n    if (").append(result);
              body.append(" != null) {\n      return ").append(result).append(";\n    }\n");
            } else {
              branch(tree, before, type, leave, known, body);
            }
          }
          body.append("      }\n");
        });
    body.append("      default -> {}\n    }\n");
  }

  /** Makes methods of alternatives that several cases need. */
  private Map<AltTree, String> shareBodies(
      List<AltTree> trees,
      Map<List<AltTree>, List<String>> cases,
      String type,
      String method,
      Map<Integer, String> known) {
    Map<AltTree, String> shared = new HashMap<>();
    for (AltTree tree : trees) {
      long uses = cases.keySet().stream().filter(list -> list.contains(tree)).count();
      if (uses > 1 && known.isEmpty()) {
        String name = method + "Alt" + shared.size();
        int outer = variables;
        variables = 0;
        StringBuilder body = new StringBuilder();
        branch(tree, "start", type, "return ", known, body);
        variables = outer;
        pending.add(
            "  private "
                + type
                + " "
                + name
                + "() {\n    int start = mark;\n"
                + body
                + "    return null;\n  }\n\n");
        shared.put(tree, name);
      }
    }
    return shared;
  }

  private TreeSet<String> first(AltTree tree) {
    if (tree.next.size() <= 1) {
      return firsts.of(tree.straight());
    }
    TreeSet<String> kinds = new TreeSet<>(firsts.of(List.of(tree.item)));
    if (FirstSets.isNullable(tree.item)) {
      tree.next.forEach(next -> kinds.addAll(first(next)));
    }
    return kinds;
  }

  /** True when the next token tells whether a tree can match. */
  private boolean isSelective(AltTree tree) {
    if (tree.item == null || first(tree).isEmpty()) {
      return false;
    }
    if (!FirstSets.isNullable(tree.item) || tree.item instanceof Look(Item i, boolean w) && w) {
      return true;
    }
    return tree.next.stream().allMatch(this::isSelective);
  }

  private void guarded(
      AltTree tree,
      boolean choice,
      String before,
      String type,
      String leave,
      Map<Integer, String> known,
      StringBuilder body) {
    boolean guard = choice && isSelective(tree) && !(tree.item instanceof Token);
    if (guard) {
      body.append("    if (").append(test(first(tree), "kinds[mark]")).append(") {\n");
    }
    branch(tree, before, type, leave, known, body);
    if (guard) {
      body.append("    }\n");
    }
  }

  /** Writes one tree: its straight items in one condition, then what follows. */
  private void branch(
      AltTree tree,
      String before,
      String type,
      String leave,
      Map<Integer, String> known,
      StringBuilder body) {
    if (tree.item == null) {
      body.append(finish(tree.end, known, type, leave));
      return;
    }
    Map<Integer, String> named = new HashMap<>(known);
    List<String> conditions = new ArrayList<>();
    StringBuilder declarations = new StringBuilder();
    String cut = null;
    AltTree node = tree;
    while (true) {
      if (node.item instanceof Cut) {
        cut = variable();
        declarations.append("    boolean ").append(cut).append(" = false;\n");
        conditions.add("(" + cut + " = true)");
      } else if (isNeeded(node)) {
        String name = variable();
        named.put(node.position, name);
        declarations.append("    ").append(types.variable(node.item)).append(' ').append(name);
        declarations.append(";\n");
        conditions.add(assignment(name, node.item));
      } else {
        conditions.add(condition(node.item));
      }
      if (node.next.size() != 1 || node.next.get(0).item == null) {
        break;
      }
      node = node.next.get(0);
    }
    body.append("    {\n").append(declarations);
    body.append("    if (").append(String.join("\n        && ", conditions)).append(") {\n");
    if (node.next.size() == 1) {
      body.append(finish(node.next.get(0).end, named, type, leave));
    } else {
      String inner = variable();
      body.append("    int ").append(inner).append(" = mark;\n");
      boolean ended = false;
      for (AltTree next : node.next) {
        if (!ended) {
          guarded(next, node.next.size() > 1, inner, type, leave, named, body);
        }
        ended |= next.item == null;
      }
    }
    body.append("    }\n");
    if (cut != null) {
      body.append("    if (").append(cut).append(") {\n      return null;\n    }\n");
    }
    body.append("    mark = ").append(before).append(";\n    }\n");
  }

  /** True when an alternative's result needs the item's. */
  private static boolean isNeeded(AltTree node) {
    for (Alt alt : node.through) {
      Item item = alt.items().get(node.position);
      boolean bound = item instanceof Bound;
      if (alt.action() != null ? bound : PegTypes.onlyResult(alt) == item) {
        return true;
      }
    }
    return false;
  }

  /** Leaves with the result of an alternative. */
  private String finish(Alt alt, Map<Integer, String> named, String type, String leave) {
    StringBuilder text = new StringBuilder();
    String result = type.equals("Object") ? "MATCHED" : "null";
    if (alt.action() != null) {
      for (int i = 0; i < alt.items().size(); i++) {
        if (alt.items().get(i) instanceof Bound bound) {
          text.append("    ").append(types.variable(bound.item())).append(' ');
          text.append(bound.name()).append(" = ").append(named.get(i)).append(";\n");
        }
      }
      result = ExactParserSource.action(alt.action());
    } else {
      Item only = PegTypes.onlyResult(alt);
      for (int i = 0; i < alt.items().size(); i++) {
        result = alt.items().get(i) == only ? named.get(i) : result;
      }
    }
    boolean loops = !leave.startsWith("return");
    return text.append("    ").append(leave).append(result).append(";\n")
        .append(loops ? "    continue again;\n" : "")
        .toString();
  }

  private String variable() {
    return "v" + variables++;
  }

  // Items

  /** A test whether a token's kind is among some. */
  private String test(TreeSet<String> kinds, String value) {
    if (kinds.size() <= 2) {
      return "(" + String.join(" || ", kinds.stream().map(k -> value + " == " + k).toList()) + ")";
    }
    long low = 0;
    long high = 0;
    for (String kind : kinds) {
      int number = numbers.get(kind);
      if (number < 64) {
        low |= 1L << number;
      } else {
        high |= 1L << number;
      }
    }
    return "among(" + value + ", 0x" + Long.toHexString(low) + "L, 0x" + Long.toHexString(high) + "L)";
  }

  private String guard(Item item) {
    TreeSet<String> kinds = firsts.of(item);
    return kinds.isEmpty() || FirstSets.isNullable(item) ? "" : test(kinds, "kinds[mark]") + " && ";
  }

  private String assignment(String name, Item item) {
    return switch (item) {
      case Token(String kind) -> "(" + name + " = take(" + kind + ")) >= 0";
      case Soft(String word) -> "(" + name + " = takeSoft(" + soft(word) + ")) >= 0";
      case Optional(Token(String kind)) -> "(" + name + " = take(" + kind + ")) >= -1";
      case Optional(Item inner) ->
          "((" + name + " = " + guarded(inner, call(inner), "null") + ") != null || true)";
      case Repeat(Item inner, boolean nonEmpty) when !nonEmpty ->
          "(" + name + " = " + guarded(inner, call(item), "List.of()") + ") != null";
      default -> "(" + name + " = " + call(item) + ") != null";
    };
  }

  private String guarded(Item item, String call, String otherwise) {
    String guard = guard(item);
    return guard.isEmpty() ? call : guard.replace(" && ", "") + " ? " + call + " : " + otherwise;
  }

  private static String soft(String word) {
    return switch (word) {
      case "_" -> "NamePool.UNDERSCORE";
      default -> "NamePool." + word.toUpperCase(java.util.Locale.ROOT);
    };
  }

  private String condition(Item item) {
    return switch (item) {
      case Token(String kind) -> "accept(" + kind + ")";
      case Soft(String word) -> "takeSoft(" + soft(word) + ") >= 0";
      case Optional(Item inner) -> "(" + guard(inner) + condition(inner) + " || true)";
      case Forced(Token(String kind)) -> "accept(" + kind + ")";
      case Predicate(String java) -> java;
      case Look(Token(String kind), boolean wanted) ->
          "kinds[mark] " + (wanted ? "==" : "!=") + " " + kind;
      case Look(Soft(String word), boolean wanted) -> (wanted ? "" : "!") + "aheadSoft(" + soft(word) + ")";
      case Look(Item inner, boolean wanted) when isTokens(inner) ->
          (wanted ? "" : "!") + test(firsts.of(inner), "kinds[mark]");
      case Look(Item inner, boolean wanted) ->
          (wanted ? "" : "!") + "look(mark, " + call(inner) + ")";
      default -> call(item) + " != null";
    };
  }

  /** True for an item that is one token of some kinds. */
  private boolean isTokens(Item item) {
    return switch (item) {
      case Token t -> true;
      case Ref(String rule) -> model.rules().get(rule).alts().stream().allMatch(this::isTokens);
      case Group(List<Alt> alts) -> alts.stream().allMatch(this::isTokens);
      default -> false;
    };
  }

  private boolean isTokens(Alt alt) {
    return alt.items().size() == 1 && isTokens(AltTree.plain(alt.items().get(0)));
  }

  private String call(Item item) {
    return switch (item) {
      case Token(String kind) -> "takeBoxed(" + kind + ")";
      case Ref(String rule) -> method(rule) + "()";
      case Group(List<Alt> alts) -> {
        boolean inline =
            alts.size() == 1 && alts.get(0).items().size() == 1 && alts.get(0).action() == null;
        yield inline ? call(AltTree.plain(alts.get(0).items().get(0))) : group(alts, types.reference(item));
      }
      case Repeat(Item inner, boolean nonEmpty) -> loop(inner, nonEmpty, null);
      case Gather(Item inner, Item separator) -> loop(inner, true, separator);
      case Bound(String name, Item inner) -> call(inner);
      default -> throw new IllegalArgumentException("cannot call " + item);
    };
  }

  private String group(List<Alt> alts, String type) {
    String name = "group" + artificial++;
    int outer = variables;
    pending.add(methodText(name, type, alts, name));
    variables = outer;
    return name + "()";
  }

  private String loop(Item item, boolean nonEmpty, Item separator) {
    String name = "loop" + artificial++;
    String element = types.reference(item);
    String next = call(item);
    String more =
        separator == null
            ? guard(item) + "(more = " + next + ") != null"
            : condition(separator) + " && (more = " + next + ") != null";
    pending.add(
        """
          private List<%1$s> %2$s() {
            %1$s first = %3$s;
            if (first == null) {
              return %4$s;
            }
            int before = mark;
            %1$s more;
            if (!(%5$s)) {
              mark = before;
              return List.of(first);
            }
            List<%1$s> all = new ArrayList<>();
            all.add(first);
            do {
              all.add(more);
              before = mark;
            } while (%5$s);
            mark = before;
            return List.copyOf(all);
          }

        """
            .formatted(element, name, next, nonEmpty ? "null" : "List.of()", more));
    return name + "()";
  }
}
