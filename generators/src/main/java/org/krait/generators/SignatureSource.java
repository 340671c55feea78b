package org.krait.generators;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.krait.generators.BuiltinModel.Callable;
import org.krait.generators.BuiltinModel.FunctionKind;
import org.krait.generators.BuiltinModel.Slot;
import org.krait.generators.BuiltinModel.TypePart;
import org.krait.generators.PythonSignature.Kind;
import org.krait.generators.PythonSignature.Parameter;

/** Java expressions that make signatures at run time. */
final class SignatureSource {
  private SignatureSource() {}

  /** The signature of a function of a type or module. */
  static String of(BuiltinModel model, Callable function) {
    boolean isNew = function.kind() == FunctionKind.NEW;
    String name = function.name();
    String scope =
        model.type() != null
            ? model.type().name()
            : model.module().name().equals("builtins") ? null : model.module().name();
    List<String> flags = flags(function.signature());
    if (isNew) {
      flags.add("CONSTRUCTOR");
    }
    if (function.parseTuple()) {
      flags.add("TUPLE");
    }
    return of(
        isNew ? model.type().name() : name,
        scope == null ? name : scope + "." + name,
        text(function),
        function.signature(),
        flags);
  }

  /** What Python sees of the function itself; every {@code __new__} looks the same. */
  private static String text(Callable function) {
    if (function.kind() == FunctionKind.NEW) {
      return "($type, *args, **kwargs)";
    }
    return function.shown() ? function.signature().shown(receiver(function)) : null;
  }

  /** What Python sees of calls of a type, or null. */
  static String text(BuiltinModel model) {
    if (!model.type().textSignature().isEmpty()) {
      return model.type().textSignature();
    }
    for (Callable function : model.functions()) {
      if (function.kind() == FunctionKind.NEW && !InvocationSource.isRaw(function.java())) {
        return function.shown() ? text(function.signature()) : null;
      }
    }
    for (Slot slot : model.slots()) {
      if (slot.row().slot().equals("init") && !InvocationSource.isRaw(slot.java())) {
        return text(slot.signature());
      }
    }
    return null;
  }

  /** None where a default cannot be written. */
  private static String text(PythonSignature signature) {
    return signature.parameters().stream().anyMatch(Parameter::unrepresentable)
        ? null
        : signature.shown(null);
  }

  private static String receiver(Callable function) {
    return switch (function.kind()) {
      case METHOD -> "$self";
      case CLASS_METHOD -> "$type";
      case FUNCTION -> "$module";
      case NEW, STATIC_METHOD -> null;
    };
  }

  /** The signature of a slot that takes a whole call; the initializer speaks in the type's name. */
  static String ofInit(TypePart type, Slot slot) {
    boolean init = slot.row().slot().equals("init");
    String name = init ? type.name() : slot.signature().name();
    List<String> flags = flags(slot.signature());
    flags.add("CONSTRUCTOR");
    return of(name, name, slot.signature().shown(init ? null : "$self"), slot.signature(), flags);
  }

  private static List<String> flags(PythonSignature signature) {
    List<String> flags = new ArrayList<>();
    if (signature.has(Kind.STAR)) {
      flags.add("STAR");
    }
    if (signature.has(Kind.DOUBLE_STAR)) {
      flags.add("DOUBLE_STAR");
    }
    return flags;
  }

  private static String of(
      String callee, String qualified, String text, PythonSignature signature, List<String> flags) {
    List<String> parts = new ArrayList<>();
    parts.add(JavaNames.literal(callee));
    parts.add(JavaNames.literal(qualified));
    parts.add(text == null ? "null" : JavaNames.literal(text));
    parts.add(String.valueOf(signature.count(Kind.POSITIONAL_ONLY)));
    parts.add(String.valueOf(signature.positional()));
    parts.add(String.valueOf(signature.required()));
    parts.add(String.valueOf(signature.requiredKeywords()));
    parts.add(
        flags.isEmpty()
            ? "0"
            : flags.stream().map("Signature."::concat).collect(Collectors.joining(" | ")));
    signature.named().stream().map(Parameter::name).map(JavaNames::literal).forEach(parts::add);
    return "new Signature(\n          " + JavaText.list(parts, "          ") + ")";
  }
}
