package org.krait.generators;

import java.util.stream.Collectors;
import org.krait.generators.SpecialTable.Row;

/**
 * The text of {@code SlotCalls}: a slot called from Python code, where arguments come in an array and
 * the result is an object.
 */
final class SlotCallsSource {
  private final SpecialTable special;

  SlotCallsSource(SpecialTable special) {
    this.special = special;
  }

  String text() {
    return """
        /** Calls slots by the names that Python has for them: what {@code list.__len__(x)} does. */
        public final class SlotCalls extends SlotArguments {
          private SlotCalls() {}

          /**
           * Calls the slot that a special name stands for.
           *
           * @param slots the slots of the type that has the wrapper
           * @param special one of {@link Special}
           * @param self a value of that type
           * @param args arguments behind self, then those of the keywords
           * @param names the keywords, or null
           */
          public static PyObject call(
              TypeSlots slots, int special, PyObject self, PyObject[] args, PyStr[] names) {
            return switch (special) {
        %s      default -> throw new IllegalArgumentException("no slot: " + special);
            };
          }
        }
        """
        .formatted(special.wrapped().stream().map(this::branch).collect(Collectors.joining()));
  }

  private String branch(Row row) {
    Row slot = row.isSlot() ? row : special.slot(row.sharedWith());
    String call = "slots." + slot.javaName() + "(self" + arguments(row, slot) + ")";
    return slot.takesCall() ? plain(row, slot, call) : counted(row, slot, call);
  }

  private static String plain(Row row, Row slot, String call) {
    return slot.result() == 'v'
        ? "      case Special.%s -> {\n        %s;\n        yield PyNone.NONE;\n      }\n"
            .formatted(row.constant(), call)
        : "      case Special.%s -> %s;\n".formatted(row.constant(), call);
  }

  private static String counted(Row row, Row slot, String call) {
    String check = count(row) + "(special, args, names);";
    String result =
        switch (slot.result()) {
          case 'v' -> call + ";\n        yield PyNone.NONE;";
          case 'L' -> "yield PyInt.of(" + call + ");";
          case 'Z' -> "yield PyBool.of(" + call + ");";
          default ->
              row.slot().equals("next") ? "yield orStop(" + call + ");" : "yield " + call + ";";
        };
    return "      case Special.%s -> {\n        %s\n        %s\n      }\n"
        .formatted(row.constant(), check, result);
  }

  /** The check in SlotArguments of how many arguments there are. */
  private static String count(Row row) {
    if (row.slot().equals("get")) {
      return "checkGet";
    }
    return switch (row.signature().split(",").length) {
      case 1 -> "none";
      case 2 -> "one";
      default -> row.signature().contains("=") ? "oneOrTwo" : "two";
    };
  }

  private static String arguments(Row row, Row slot) {
    String letters = slot.parameters();
    if (slot.takesCall()) {
      return ", args, names";
    }
    StringBuilder out = new StringBuilder();
    boolean optionalSecond = row.signature().contains("=");
    for (int i = 0; i < letters.length(); i++) {
      out.append(", ").append(argument(letters.charAt(i), i, row, optionalSecond && i == 1));
    }
    return out.toString();
  }

  private static String argument(char letter, int place, Row row, boolean optional) {
    String value = "args[" + place + "]";
    if (row.slot().equals("get")) {
      return "orNull(args, " + place + ")";
    }
    return switch (letter) {
      case 'I' -> "special - Special.LT";
      case 'N' -> "attributeName(" + value + ")";
      case 'L' -> "count(" + value + ")";
      default -> optional ? "orNone(args, " + place + ")" : value;
    };
  }
}
