package org.krait.generators;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.krait.generators.AsdlModel.Cardinality;
import org.krait.generators.AsdlModel.Constructor;
import org.krait.generators.AsdlModel.Field;
import org.krait.generators.AsdlModel.Type;

/** Writes the enum that describes every node class, for whoever handles nodes uniformly. */
final class NodeKindSource {
  private final AsdlModel model;
  private final AstGenerator.Names names;

  NodeKindSource(AsdlModel model, AstGenerator.Names names) {
    this.model = model;
    this.names = names;
  }

  String text() {
    List<String> constants = new ArrayList<>();
    List<String> makers = new ArrayList<>();
    for (Type type : model.types()) {
      if (!type.isTag()) {
        for (Constructor constructor : type.constructors()) {
          constants.add(constant(type, constructor));
          makers.add(maker(type, constructor));
        }
      }
    }
    return """
        import java.util.HashMap;
        import java.util.List;
        import java.util.Map;

        /** The classes of nodes, as Python's {@code ast} names and describes them. */
        public enum NodeKind {
          %s;

          private static final Map<String, NodeKind> BY_NAME = new HashMap<>();

          static {
            for (NodeKind kind : values()) {
              BY_NAME.put(kind.pythonName, kind);
            }
          }

          private final String pythonName;
          private final String sum;
          private final boolean located;
          private final String doc;
          private final List<NodeField> fields;

          NodeKind(String pythonName, String sum, boolean located, String doc, NodeField... fields) {
            this.pythonName = pythonName;
            this.sum = sum;
            this.located = located;
            this.doc = doc;
            this.fields = List.of(fields);
          }

          /** The kind with this Python name, or null. */
          public static NodeKind named(String pythonName) {
            return BY_NAME.get(pythonName);
          }

          /** The name of the class in Python's {@code ast}. */
          public String pythonName() {
            return pythonName;
          }

          /** The ASDL type whose constructor this is; null for a product. */
          public String sum() {
            return sum;
          }

          /** True when nodes of this kind have a place in the source. */
          public boolean located() {
            return located;
          }

          /** The docstring of the Python class. */
          public String doc() {
            return doc;
          }

          /** The fields, in order. */
          public List<NodeField> fields() {
            return fields;
          }

          /**
           * Makes a node of this kind.
           *
           * @param v the fields' values, of the types of the record's components
           * @param location the place; not looked at when the kind has none
           * @throws ClassCastException if a value is of a wrong type (elements of lists excepted)
           */
          @SuppressWarnings("unchecked")
          public Node make(Object[] v, Location location) {
            return switch (this) {
        %s
            };
          }
        }
        """
        .formatted(String.join(",\n  ", constants), String.join("\n", makers));
  }

  private static String constant(Type type, Constructor constructor) {
    return JavaNames.upperSnake(constructor.name())
        + "(\""
        + constructor.name()
        + "\", "
        + (type.product() ? "null" : "\"" + type.name() + "\"")
        + ", "
        + type.located()
        + ", "
        + JavaNames.literal(constructor.toString())
        + constructor.fields().stream().map(f -> ",\n      " + field(f)).collect(joining())
        + ")";
  }

  private static String field(Field f) {
    return "new NodeField(\"%s\", \"%s\", NodeField.Cardinality.%s)"
        .formatted(f.name(), f.type(), f.cardinality());
  }

  private String maker(Type type, Constructor constructor) {
    List<String> values = new ArrayList<>();
    for (Field f : constructor.fields()) {
      boolean primitive = f.type().equals("int") && f.cardinality() == Cardinality.ONE;
      String cast = primitive ? "(Integer)" : "(" + names.type(f) + ")";
      values.add(cast + " v[" + values.size() + "]");
    }
    if (type.located()) {
      values.add("location");
    }
    String record =
        type.isRecord() ? type.javaName() : type.javaName() + "." + constructor.name();
    return "      case %s -> new %s(%s);"
        .formatted(
            JavaNames.upperSnake(constructor.name()), record, String.join(", ", values));
  }

  /** Writes the enum of the sums: Python's abstract classes above the node classes. */
  static String sums(AsdlModel model) {
    String constants =
        model.types().stream()
            .filter(t -> !t.product())
            .map(
                t ->
                    "%s(\"%s\", %s, %s, List.of(%s))"
                        .formatted(
                            JavaNames.upperSnake(t.name()),
                            t.name(),
                            t.located(),
                            JavaNames.literal(t.doc()),
                            t.constructors().stream()
                                .map(c -> '"' + c.name() + '"')
                                .collect(joining(", "))))
            .collect(joining(",\n  "));
    return """
        import java.util.List;

        /** The sums of the syntax tree: Python's classes from which node classes derive. */
        public enum NodeSum {
          %s;

          private final String pythonName;
          private final boolean located;
          private final String doc;
          private final List<String> constructors;

          NodeSum(String pythonName, boolean located, String doc, List<String> constructors) {
            this.pythonName = pythonName;
            this.located = located;
            this.doc = doc;
            this.constructors = constructors;
          }

          /** The name of the class in Python's {@code ast}. */
          public String pythonName() {
            return pythonName;
          }

          /** True when its nodes have a place in the source. */
          public boolean located() {
            return located;
          }

          /** The docstring of the Python class. */
          public String doc() {
            return doc;
          }

          /** The Python names of the classes derived from it, in order. */
          public List<String> constructors() {
            return constructors;
          }
        }
        """
        .formatted(constants);
  }
}
