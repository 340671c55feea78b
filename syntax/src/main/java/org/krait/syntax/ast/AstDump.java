package org.krait.syntax.ast;

import java.util.List;
import org.krait.constants.Constant;
import org.krait.constants.ConstantRepr;

/** Prints a tree as Python's {@code ast.dump} does. */
public final class AstDump {
  /** More arguments than these stand on lines of their own. */
  private static final int SHORT = 3;

  private final String indent;
  private final boolean attributes;
  private final StringBuilder out = new StringBuilder();

  private AstDump(String indent, boolean attributes) {
    this.indent = indent;
    this.attributes = attributes;
  }

  /** The tree on one line, without places. */
  public static String of(Node tree) {
    return of(tree, null, false);
  }

  /**
   * The tree.
   *
   * @param indent what each level is indented with; null for a tree on one line
   * @param attributes print places too
   */
  public static String of(Node tree, String indent, boolean attributes) {
    AstDump dump = new AstDump(indent, attributes);
    dump.value(tree, 0);
    return dump.out.toString();
  }

  private void value(Object value, int level) {
    switch (value) {
      case null -> out.append("None");
      case Node node -> node(node, level + 1);
      case NodeTag tag -> out.append(tag.pythonName()).append("()");
      case List<?> list -> list(list, level + 1);
      case Integer number -> out.append(number.intValue());
      case String text -> out.append(ConstantRepr.of(Constant.Str.of(text)));
      case Constant constant -> out.append(ConstantRepr.of(constant));
      default -> throw new IllegalArgumentException(value.getClass().toString());
    }
  }

  private void list(List<?> list, int level) {
    if (list.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    String separator = start(level);
    for (Object item : list) {
      out.append(separator);
      value(item, level);
      separator = separator(level);
    }
    out.append(']');
  }

  private void node(Node node, int level) {
    NodeKind kind = node.nodeKind();
    Object[] values = node.fieldValues();
    boolean isShort = isShort(node, values);
    out.append(kind.pythonName()).append('(');
    String separator = isShort ? "" : start(level);
    for (int i = 0; i < values.length; i++) {
      NodeField field = kind.fields().get(i);
      if (values[i] != null || isPrintedNull(kind, field)) {
        out.append(separator).append(field.name()).append('=');
        value(values[i], level);
        separator = isShort ? ", " : separator(level);
      }
    }
    Location at = node.location();
    if (attributes && at != null) {
      out.append(separator).append("lineno=").append(at.line());
      separator = isShort ? ", " : separator(level);
      out.append(separator).append("col_offset=").append(at.column());
      out.append(separator).append("end_lineno=").append(at.endLine());
      out.append(separator).append("end_col_offset=").append(at.endColumn());
    }
    out.append(')');
  }

  /** A missing value is left out, except where Python's class has no default for it. */
  private static boolean isPrintedNull(NodeKind kind, NodeField field) {
    return field.cardinality() != NodeField.Cardinality.OPTIONAL;
  }

  /** True for a node with few arguments, none of which has parts. */
  private boolean isShort(Node node, Object[] values) {
    int count = attributes && node.location() != null ? 4 : 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null || isPrintedNull(node.nodeKind(), node.nodeKind().fields().get(i))) {
        count++;
        if (!isSimple(values[i])) {
          return false;
        }
      }
    }
    return count <= SHORT;
  }

  private boolean isSimple(Object value) {
    return switch (value) {
      case List<?> list -> list.isEmpty();
      case Node node -> isShort(node, node.fieldValues()) && isWithoutArguments(node);
      case null, default -> true;
    };
  }

  private boolean isWithoutArguments(Node node) {
    for (Object value : node.fieldValues()) {
      if (value != null) {
        return false;
      }
    }
    return !attributes || node.location() == null;
  }

  private String start(int level) {
    return indent == null ? "" : "\n" + indent.repeat(level);
  }

  private String separator(int level) {
    return indent == null ? ", " : ",\n" + indent.repeat(level);
  }
}
