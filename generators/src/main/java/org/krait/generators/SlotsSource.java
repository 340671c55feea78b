package org.krait.generators;

import java.util.ArrayList;
import java.util.List;
import org.krait.generators.BuiltinModel.Conversion;
import org.krait.generators.BuiltinModel.JavaParameter;
import org.krait.generators.BuiltinModel.JavaTarget;
import org.krait.generators.BuiltinModel.Slot;
import org.krait.generators.BuiltinModel.TypePart;
import org.krait.generators.SpecialTable.Row;

/** The text of the slots of a builtin type: {@code PyListSlots}. */
final class SlotsSource {
  private final BuiltinModel model;
  private final TypePart type;
  private final String packageName;
  private final InvocationSource invocations;

  SlotsSource(BuiltinModel model) {
    this.model = model;
    this.type = model.type();
    this.packageName = model.owner().packageName();
    this.invocations = new InvocationSource(packageName);
  }

  /**
   * Checks that a Java method can be a slot.
   *
   * @throws IllegalArgumentException when it cannot
   */
  static void check(Slot slot) {
    Row row = slot.row();
    List<JavaParameter> parameters = slot.java().parameters();
    if (!row.takesCall()) {
      if (parameters.size() > row.parameters().length()) {
        throw new IllegalArgumentException("the slot has fewer parameters: " + row.parameters());
      }
      for (int i = 0; i < parameters.size(); i++) {
        checkParameter(row.parameters().charAt(i), parameters.get(i).type().conversion());
      }
    }
    Conversion result = slot.java().result().conversion();
    boolean fits =
        switch (row.result()) {
          case 'v' -> result == Conversion.VOID;
          case 'Z' -> result == Conversion.BOOLEAN;
          case 'L' -> result == Conversion.INT || result == Conversion.LONG;
          default -> result != Conversion.VOID;
        };
    if (!fits) {
      throw new IllegalArgumentException("the result of the slot is " + row.result());
    }
  }

  private static void checkParameter(char letter, Conversion java) {
    boolean fits =
        switch (letter) {
          case 'L' -> java == Conversion.LONG;
          case 'I' -> java == Conversion.INT;
          case 'N' ->
              java == Conversion.INSTANCE || java == Conversion.OBJECT || java == Conversion.TEXT;
          default -> Conversions.isArgument(java);
        };
    if (!fits) {
      throw new IllegalArgumentException("the slot gives " + letter + " for a " + java);
    }
  }

  String text() {
    StringBuilder out = new StringBuilder();
    out.append(TableSource.header(model));
    out.append(
        "/** The special methods of {@code %s}. */\npublic class %s extends %s {\n"
            .formatted(
                type.name(), type.slotsClass().nesting(), type.slotsBase().seenFrom(packageName)));
    out.append(
        "  public static final %1$s INSTANCE = new %1$s();\n".formatted(type.slotsClass().nesting()));
    for (Slot slot : model.slots()) {
      if (needsSignature(slot)) {
        out.append("  private static final Signature %s = %s;\n"
            .formatted(slot.row().constant(), SignatureSource.ofInit(type, slot)));
      }
    }
    out.append("\n  protected %s() {}\n".formatted(type.slotsClass().nesting()));
    model.slots().forEach(slot -> out.append(method(slot)));
    if (has("len") && !has("bool")) {
      out.append(method("public boolean bool(PyObject self)", "    return len(self) != 0;\n"));
    }
    if (type.refusesHash()) {
      out.append(
          method("public long hash(PyObject self)", "    throw TypeTable.unhashable(self);\n"));
    }
    return out.append("}\n").toString();
  }

  private boolean has(String slot) {
    return model.slots().stream().anyMatch(s -> s.row().slot().equals(slot));
  }

  private static boolean needsSignature(Slot slot) {
    return slot.row().takesCall() && !InvocationSource.isRaw(slot.java());
  }

  private static String method(String head, String body) {
    return "\n  @Override\n  %s {\n%s  }\n".formatted(head, body);
  }

  private String method(Slot slot) {
    Row row = slot.row();
    String head =
        "public %s %s(%s)"
            .formatted(SlotsGenerator.javaResult(row), row.javaName(), SlotsGenerator.parameters(row));
    return method(head, row.takesCall() ? bindingBody(slot) : plainBody(slot));
  }

  private String plainBody(Slot slot) {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < slot.java().parameters().size(); i++) {
      arguments.add(argument(slot, i));
    }
    return statement(slot, invocations.call(slot.java(), null, arguments));
  }

  /** An argument of the slot as the Java method takes it; numbers and names need no conversion. */
  private String argument(Slot slot, int place) {
    String value = slot.row().parameterNames().get(place);
    Conversion java = slot.java().parameters().get(place).type().conversion();
    return switch (slot.row().parameters().charAt(place)) {
      case 'L', 'I' -> value;
      case 'N' -> java == Conversion.TEXT ? value + ".toString()" : value;
      default ->
          invocations
              .byPosition(
                  slot.signature().name(),
                  slot.signature(),
                  slot.java(),
                  slot.row().parameterNames())
              .get(place);
    };
  }

  /** For slots that take a whole call. */
  private String bindingBody(Slot slot) {
    JavaTarget java = slot.java();
    if (InvocationSource.isRaw(java)) {
      return statement(slot, invocations.call(java, null, List.of("args", "names")));
    }
    String signature = slot.row().constant();
    boolean init = slot.row().slot().equals("init");
    String bind =
        init
            ? "TypeTable.bindConstructor(%s, %s.TYPE, self.type(), Special.NEW, args, names)"
                .formatted(signature, model.owner().nesting())
            : signature + ".bind(args, names)";
    String callee = init ? type.name() : slot.signature().name();
    List<String> arguments = invocations.bound(callee, slot.signature(), java, signature);
    String call = statement(slot, invocations.call(java, null, arguments));
    return call.contains("v[")
        ? "    PyObject[] v = " + bind + ";\n" + call
        : "    " + bind + ";\n" + call;
  }

  private static String statement(Slot slot, String call) {
    return slot.row().result() == 'v'
        ? "    " + call + ";\n"
        : "    return %s;\n"
            .formatted(
                slot.row().result() == 'O' ? Conversions.result(call, slot.java().result()) : call);
  }
}
