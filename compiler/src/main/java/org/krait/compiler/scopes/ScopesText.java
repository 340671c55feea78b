package org.krait.compiler.scopes;

import java.util.StringJoiner;
import java.util.function.Predicate;

/** Prints a symbol table: a line per block, its names below it, blocks inside it indented. */
public final class ScopesText {
  private static final String[] SCOPES = {
    "unknown", "local", "global explicit", "global implicit", "free", "cell"
  };

  private static final String[] FLAGS = {
    "declared global",
    "assigned",
    "parameter",
    "declared nonlocal",
    "read",
    "read inside",
    "free in class",
    "imported",
    "annotated",
    "iteration target",
    "type parameter",
    "inlined cell"
  };

  private final StringBuilder out = new StringBuilder();

  private ScopesText() {}

  public static String of(SymbolTable table) {
    ScopesText text = new ScopesText();
    text.write(table.top(), "");
    return text.out.toString();
  }

  /** The blocks whose qualified name is wanted, each with all that is inside it. */
  public static String of(SymbolTable table, Predicate<String> wanted) {
    ScopesText text = new ScopesText();
    text.select(table.top(), "<module>", "", wanted);
    return text.out.toString();
  }

  private void select(Scope scope, String name, String prefix, Predicate<String> wanted) {
    if (wanted.test(name)) {
      write(scope, "");
      return;
    }
    for (Scope child : scope.children()) {
      boolean named = child.kind() == Scope.Kind.FUNCTION || child.kind() == Scope.Kind.CLASS;
      String childName = prefix + codeName(child);
      String inside =
          !named ? prefix : childName + (child.kind() == Scope.Kind.CLASS ? "." : ".<locals>.");
      select(child, childName, inside, wanted);
    }
  }

  /** The name that the block's code object has. */
  private static String codeName(Scope scope) {
    if (scope.kind() == Scope.Kind.TYPE_PARAMETERS) {
      return "<generic parameters of " + scope.name() + ">";
    }
    return switch (scope.comprehension()) {
      case LIST -> "<listcomp>";
      case DICT -> "<dictcomp>";
      case SET -> "<setcomp>";
      case GENERATOR -> "<genexpr>";
      case NONE -> scope.name().equals("lambda") ? "<lambda>" : scope.name();
    };
  }

  private void write(Scope scope, String indent) {
    out.append(indent)
        .append(scope.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
        .append(' ')
        .append(scope.name())
        .append(", line ")
        .append(scope.location().line())
        .append(traits(scope))
        .append('\n');
    scope.symbols().forEach((name, symbol) -> write(name, symbol, indent + "  "));
    for (Scope child : scope.children()) {
      write(child, indent + "    ");
    }
  }

  private static String traits(Scope scope) {
    StringJoiner traits = new StringJoiner(", ", ", ", "").setEmptyValue("");
    add(traits, scope.isNested(), "nested");
    add(traits, scope.isGenerator(), "generator");
    add(traits, scope.isCoroutine(), "coroutine");
    add(traits, scope.hasVarArgs(), "*args");
    add(traits, scope.hasVarKeywords(), "**keywords");
    add(traits, scope.needsClassClosure(), "has __class__ cell");
    add(traits, scope.needsClassDict(), "has __classdict__ cell");
    add(traits, scope.seesClassScope(), "sees class");
    return traits.toString();
  }

  private static void add(StringJoiner traits, boolean holds, String trait) {
    if (holds) {
      traits.add(trait);
    }
  }

  private void write(String name, Symbol symbol, String indent) {
    StringJoiner flags = new StringJoiner(", ");
    for (int bit = 0; bit < FLAGS.length; bit++) {
      add(flags, symbol.has(1 << bit), FLAGS[bit]);
    }
    out.append(indent).append(name).append(": ").append(SCOPES[symbol.scope()]);
    out.append(flags.length() == 0 ? "" : " (" + flags + ")").append('\n');
  }
}
