package org.krait.generators;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.krait.generators.SpecialTable.Absent;
import org.krait.generators.SpecialTable.Heap;
import org.krait.generators.SpecialTable.Row;

/**
 * Writes, from the table of special methods, {@code Special} (their numbers), {@code TypeSlots} (how
 * the machine calls them), {@code HeapSlots} (how they call methods that a program defined) and
 * {@code SlotCalls} (how Python code calls them by name).
 */
final class SlotsGenerator implements TableGenerator {
  @Override
  public void generate(String table, List<String> lines, String packageName, Output output)
      throws IOException {
    SpecialTable special = SpecialTable.read(table, lines);
    String header =
        "// Generated from %s.\npackage %s;\n\nimport %s.types.*;\n\n"
            .formatted(table, packageName, packageName);
    output.write("Special", header + numbers(special));
    output.write("TypeSlots", header + typeSlots(special));
    output.write("HeapSlots", header + heapSlots(special));
    output.write("SlotCalls", header + new SlotCallsSource(special).text());
  }

  // ---- Special

  private static String numbers(SpecialTable special) {
    StringBuilder constants = new StringBuilder();
    List<String> names = new ArrayList<>();
    List<String> signatures = new ArrayList<>();
    int number = 0;
    for (Row row : special.rows()) {
      if (row.method() != null) {
        constants.append("  /** {@code %s}. */\n".formatted(row.method()));
      }
      constants.append("  public static final int %s = %d;\n\n".formatted(row.constant(), number++));
      names.add(row.method() == null ? "null" : '"' + row.method() + '"');
      signatures.add(row.signature().isEmpty() ? "null" : '"' + shown(row.signature()) + '"');
    }
    return """
        /** The special methods that the machine looks up on types, by number. */
        public final class Special {
        %s  /** Numbers are below this. */
          public static final int COUNT = %d;

          private static final String[] TEXTS = {
            %s
          };

          private static final String[] SIGNATURES = {
            %s
          };

          private static final PyStr[] NAMES = new PyStr[COUNT];

          private Special() {}

          /** The Python name, interned. */
          public static PyStr name(int id) {
            PyStr name = NAMES[id];
            return name != null ? name : (NAMES[id] = PyStr.interned(TEXTS[id]));
          }

          /** The {@code __text_signature__} of the wrappers of this slot, or null. */
          public static String textSignature(int id) {
            return SIGNATURES[id];
          }

          /** Whether two numbers stand for one name: {@code concat} and {@code add}. */
          public static boolean sameName(int a, int b) {
            return TEXTS[a].equals(TEXTS[b]);
          }
        }
        """
        .formatted(constants, number, JavaText.list(names, "    "), JavaText.list(signatures, "    "));
  }

  /** {@code (key, /)} to {@code ($self, key, /)}. */
  private static String shown(String signature) {
    return signature.startsWith("(*")
        ? "($self, /, " + signature.substring(1)
        : "($self, " + signature.substring(1);
  }

  // ---- TypeSlots

  private static String typeSlots(SpecialTable special) {
    return """
        /**
         * What the machine calls on the values of a type: one method for each special method.
         *
         * <p>This class is what a type without any of them does; the slots of {@code object}.
         */
        public class TypeSlots extends ObjectBehaviour {
          /** The slots of {@code object}. */
          public static final TypeSlots INSTANCE = new TypeSlots();

          protected TypeSlots() {}
        %s}
        """
        .formatted(
            special.slots().stream()
                .filter(row -> row.absent() != Absent.OBJ)
                .map(row -> method(row, "", absent(row)))
                .collect(Collectors.joining()));
  }

  private static String absent(Row row) {
    return row.absent() == Absent.NI
        ? "    return PyNotImplemented.NOT_IMPLEMENTED;\n"
        : "    throw Errors.missingSlot(Special.%s, self);\n".formatted(row.constant());
  }

  // ---- HeapSlots

  private static String heapSlots(SpecialTable special) {
    return """
        /**
         * The slots of a class that a program defined: each calls the method that the class has by now.
         *
         * <p>Where that is a builtin type's own, its slot is called directly, without a descriptor.
         */
        final class HeapSlots extends HeapBehaviour {
          HeapSlots(PyType type) {
            super(type);
          }
        %s}
        """
        .formatted(
            special.slots().stream()
                .filter(row -> row.heap() == Heap.CALL || row.heap() == Heap.INHERIT)
                .map(
                    row ->
                        method(
                            row,
                            "@Override\n  ",
                            row.heap() == Heap.CALL ? calling(row) : inherited(row)))
                .collect(Collectors.joining()));
  }

  private static String calling(Row row) {
    String shape =
        row.result() == 'v'
            ? """
                PyObject f = type.special(Special.%s);
                if (f instanceof PySlotWrapper w) {
                  w.slots().%s;
                } else if (f == null) {
                  super.%2$s;
                } else {
                  SpecialCalls.call%d(f, %s);
                }
            """
            : """
                PyObject f = type.special(Special.%s);
                if (f instanceof PySlotWrapper w) {
                  return w.slots().%s;
                }
                return f == null ? super.%2$s : SpecialCalls.call%d(f, %s);
            """;
    String slot = row.javaName() + "(" + arguments(row) + ")";
    return shape.formatted(row.constant(), slot, row.parameters().length(), arguments(row));
  }

  private static String inherited(Row row) {
    String slot = row.javaName() + "(" + arguments(row) + ")";
    return """
            return type.special(Special.%s) instanceof PySlotWrapper w
                ? w.slots().%s
                : super.%s;
        """
        .formatted(row.constant(), slot, slot);
  }

  // ---- common

  private static String method(Row row, String modifier, String body) {
    return "\n  %spublic %s %s(%s) {\n%s  }\n"
        .formatted(modifier, javaResult(row), row.javaName(), parameters(row), body);
  }

  static String javaResult(Row row) {
    return switch (row.result()) {
      case 'L' -> "long";
      case 'Z' -> "boolean";
      case 'v' -> "void";
      default -> "PyObject";
    };
  }

  /** The Java parameters of a slot, {@code self} first. */
  static String parameters(Row row) {
    if (row.takesCall()) {
      return "PyObject self, PyObject[] args, PyStr[] names";
    }
    StringBuilder out = new StringBuilder("PyObject self");
    for (int i = 0; i < row.parameters().length(); i++) {
      out.append(", ")
          .append(javaType(row.parameters().charAt(i)))
          .append(' ')
          .append(row.parameterNames().get(i));
    }
    return out.toString();
  }

  private static String javaType(char letter) {
    return switch (letter) {
      case 'N' -> "PyStr";
      case 'L' -> "long";
      case 'I' -> "int";
      default -> "PyObject";
    };
  }

  /** The same, as arguments of a call. */
  private static String arguments(Row row) {
    return row.takesCall()
        ? "self, args, names"
        : String.join(", ", Stream.concat(Stream.of("self"), row.parameterNames().stream()).toList());
  }
}
