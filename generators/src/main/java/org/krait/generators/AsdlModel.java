package org.krait.generators;

import java.util.List;

/** What an ASDL table says: the types of a syntax tree, in the table's order. */
record AsdlModel(List<Type> types) {

  /** How often a field's value occurs. */
  enum Cardinality {
    ONE,
    OPTIONAL,
    MANY
  }

  /** A component of a node; {@code type} is an ASDL type name. */
  record Field(String type, Cardinality cardinality, String name) {
    @Override
    public String toString() {
      String mark =
          switch (cardinality) {
            case ONE -> "";
            case OPTIONAL -> "?";
            case MANY -> "*";
          };
      return type + mark + " " + name;
    }
  }

  /** A named tuple of fields; printed as Python's docstrings print it. */
  record Constructor(String name, List<Field> fields) {
    @Override
    public String toString() {
      return fields.isEmpty()
          ? name
          : name + "(" + String.join(", ", fields.stream().map(Field::toString).toList()) + ")";
    }
  }

  /**
   * A type of nodes.
   *
   * @param name the ASDL name
   * @param javaName the simple name of the Java type
   * @param product true for a product, whose only constructor carries the type's own name
   * @param located true when the nodes have a place in the source
   */
  record Type(
      String name,
      String javaName,
      boolean product,
      boolean located,
      List<Constructor> constructors) {

    /** True for a sum whose constructors have no fields and no place: an enum. */
    boolean isTag() {
      return !product && !located && constructors.stream().allMatch(c -> c.fields().isEmpty());
    }

    /** True when the type is a single record. */
    boolean isRecord() {
      return constructors.size() == 1;
    }

    /** The type as Python's docstrings print it. */
    String doc() {
      if (product) {
        return constructors.get(0).toString();
      }
      String separator = isTag() ? " | " : "\n" + " ".repeat(name.length() + 1) + "| ";
      return name
          + " = "
          + String.join(separator, constructors.stream().map(Constructor::toString).toList());
    }
  }
}
