package org.krait.generators;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.krait.generators.AsdlModel.Cardinality;
import org.krait.generators.AsdlModel.Constructor;
import org.krait.generators.AsdlModel.Field;
import org.krait.generators.AsdlModel.Type;

/**
 * Writes the syntax tree's Java types from an ASDL table: the sealed {@code Node}, an interface,
 * record or enum per type, and {@code NodeKind} and {@code NodeSum}, which describe them.
 */
final class AstGenerator implements TableGenerator {

  @Override
  public void generate(String table, List<String> lines, String packageName, Output output)
      throws IOException {
    AsdlModel model = AsdlReader.read(table, lines);
    String header = "// Generated from " + table + ".\npackage " + packageName + ";\n\n";
    Names names = new Names(model, packageName);
    output.write("Node", header + node(model));
    output.write("NodeTag", header + nodeTag(model));
    output.write("NodeKind", header + new NodeKindSource(model, names).text());
    output.write("NodeSum", header + NodeKindSource.sums(model));
    for (Type type : model.types()) {
      String body = type.isTag() ? tag(type) : type.isRecord() ? single(type, names) : sum(type, names);
      output.write(type.javaName(), header + body);
    }
  }

  private static String node(AsdlModel model) {
    return """
        /**
         * A node of the syntax tree.
         *
         * <p>Nodes are compared by identity. Lists are not to be changed; some hold null where the
         * table says so. A node's location is null only when a program built it without one.
         */
        public sealed interface Node permits %s {
          /** What the table says of this node's class. */
          NodeKind nodeKind();

          /** The values of the fields, in the order of {@link NodeKind#fields}. */
          Object[] fieldValues();

          /** Where the node stands in its source; null for kinds without a place. */
          Location location();

          /** Calls the action for each direct child node, in the order of the fields. */
          void forEachChild(java.util.function.Consumer<? super Node> action);
        }
        """
        .formatted(
            model.types().stream().filter(t -> !t.isTag()).map(Type::javaName).collect(joining(", ")));
  }

  private static String nodeTag(AsdlModel model) {
    return """
        /** A constant of the syntax tree that Python shows as an object of a class without fields. */
        public sealed interface NodeTag permits %s {
          /** The name of the class in Python's {@code ast}. */
          String pythonName();
        }
        """
        .formatted(
            model.types().stream().filter(Type::isTag).map(Type::javaName).collect(joining(", ")));
  }

  private static String tag(Type type) {
    return """
        /** {@code %s}. */
        public enum %s implements NodeTag {
          %s;

          private final String pythonName;

          %2$s(String pythonName) {
            this.pythonName = pythonName;
          }

          @Override
          public String pythonName() {
            return pythonName;
          }
        }
        """
        .formatted(
            type.doc(),
            type.javaName(),
            type.constructors().stream()
                .map(c -> JavaNames.upperSnake(c.name()) + "(\"" + c.name() + "\")")
                .collect(joining(",\n  ")));
  }

  private static String sum(Type type, Names names) {
    StringBuilder out = new StringBuilder();
    out.append("/** A node of the kinds that Python's {@code ast.").append(type.name());
    out.append("} joins. */\npublic sealed interface ").append(type.javaName());
    out.append(" extends Node {\n");
    if (type.located()) {
      out.append("  @Override\n").append("  Location location();\n\n");
    }
    Set<String> nested = new HashSet<>();
    type.constructors().forEach(c -> nested.add(c.name()));
    for (Constructor constructor : type.constructors()) {
      String text =
          record(constructor, constructor.name(), type.javaName(), type.located(), names.within(nested));
      out.append(text.indent(2)).append('\n');
    }
    return out.append("}\n").toString();
  }

  private static String single(Type type, Names names) {
    return "public "
        + record(type.constructors().get(0), type.javaName(), "Node", type.located(), names);
  }

  private static String record(
      Constructor constructor, String name, String parent, boolean located, Names names) {
    String components =
        constructor.fields().stream()
            .map(f -> names.type(f) + " " + JavaNames.camel(f.name()))
            .collect(joining(", "));
    String location = located ? (components.isEmpty() ? "" : ", ") + "Location location" : "";
    return """
        record %s(%s) implements %s {
          @Override
          public NodeKind nodeKind() {
            return NodeKind.%s;
          }

          @Override
          public Object[] fieldValues() {
            return new Object[] {%s};
          }
        %s
          @Override
          public void forEachChild(java.util.function.Consumer<? super Node> action) {
        %s  }

          @Override
          public boolean equals(Object other) {
            return this == other;
          }

          @Override
          public int hashCode() {
            return System.identityHashCode(this);
          }

          @Override
          public String toString() {
            return Children.describe(this);
          }
        }
        """
        .formatted(
            name,
            components + location,
            parent,
            JavaNames.upperSnake(constructor.name()),
            constructor.fields().stream().map(f -> JavaNames.camel(f.name())).collect(joining(", ")),
            located ? "" : "\n  @Override\n  public Location location() {\n    return null;\n  }\n",
            constructor.fields().stream().map(f -> visit(f, names)).collect(joining()));
  }

  private static String visit(Field field, Names names) {
    if (!names.isNode(field.type())) {
      return "";
    }
    String value = JavaNames.camel(field.name());
    return switch (field.cardinality()) {
      case ONE -> "    action.accept(" + value + ");\n";
      case OPTIONAL ->
          "    if (" + value + " != null) {\n      action.accept(" + value + ");\n    }\n";
      case MANY -> "    Children.accept(" + value + ", action);\n";
    };
  }

  /** Java names of ASDL types, as seen from a scope with nested types of its own. */
  record Names(AsdlModel model, String packageName, Set<String> hidden) {
    Names(AsdlModel model, String packageName) {
      this(model, packageName, Set.of());
    }

    Names within(Set<String> nested) {
      return new Names(model, packageName, nested);
    }

    boolean isNode(String type) {
      return model.types().stream().anyMatch(t -> t.name().equals(type) && !t.isTag());
    }

    /** The Java type of a field. */
    String type(Field field) {
      if (field.cardinality() == Cardinality.MANY) {
        return "java.util.List<" + element(field.type()) + ">";
      }
      return field.type().equals("int") && field.cardinality() == Cardinality.ONE
          ? "int"
          : element(field.type());
    }

    /** The Java reference type of one value of an ASDL type. */
    String element(String type) {
      return switch (type) {
        case "identifier", "string" -> "String";
        case "int" -> "Integer";
        case "constant" -> "org.krait.constants.Constant";
        default -> {
          String name =
              model.types().stream()
                  .filter(t -> t.name().equals(type))
                  .findFirst()
                  .orElseThrow(() -> new IllegalArgumentException("no such type: " + type))
                  .javaName();
          yield hidden.contains(name) ? packageName + "." + name : name;
        }
      };
    }
  }
}
