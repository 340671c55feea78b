package org.krait.generators;

import java.util.ArrayList;
import java.util.List;
import org.krait.generators.BuiltinModel.Conversion;
import org.krait.generators.BuiltinModel.JavaParameter;
import org.krait.generators.BuiltinModel.JavaTarget;
import org.krait.generators.PythonSignature.Kind;
import org.krait.generators.PythonSignature.Parameter;

/** Java expressions that call the Java method behind a Python one. */
final class InvocationSource {
  /** Arguments that are longer together stand on a line each. */
  private static final int WIDTH = 70;

  private final String packageName;
  private final Conversions conversions;

  InvocationSource(String packageName) {
    this.packageName = packageName;
    this.conversions = new Conversions(packageName);
  }

  /**
   * The call with these arguments.
   *
   * @param state the expression of the object behind instance methods of modules; null elsewhere
   * @param arguments Java expressions, already converted
   */
  String call(JavaTarget java, String state, List<String> arguments) {
    List<String> all = new ArrayList<>();
    if (java.thread()) {
      all.add("ThreadState.current()");
    }
    String owner = java.owner().seenFrom(packageName);
    String target = owner;
    if (java.onInstance()) {
      target = state != null ? state : "((" + owner + ") self)";
    } else if (java.receiver() != null) {
      all.add(receiver(java));
    }
    all.addAll(arguments);
    String separator = all.stream().mapToInt(String::length).sum() > WIDTH ? ",\n            " : ", ";
    return target + "." + java.method() + "(" + String.join(separator, all) + ")";
  }

  private String receiver(JavaTarget java) {
    return java.receiver().conversion() == Conversion.INSTANCE
        ? "(" + java.receiver().javaClass().seenFrom(packageName) + ") self"
        : "self";
  }

  /**
   * Arguments of a call by position; those behind the given ones get their defaults.
   *
   * @param callee the function's name in messages
   * @param given the expressions of the arguments that are there
   */
  List<String> byPosition(
      String callee, PythonSignature python, JavaTarget java, List<String> given) {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < java.parameters().size(); i++) {
      Parameter parameter = python.parameters().get(i);
      JavaParameter target = java.parameters().get(i);
      arguments.add(
          i < given.size()
              ? conversions.argument(given.get(i), target, parameter, which(callee, python, i))
              : conversions.preset(target, parameter));
    }
    return arguments;
  }

  /**
   * Arguments from the bound array {@code v}, in which null stands for a missing one, and from the
   * whole call, {@code args} and {@code names}.
   *
   * @param callee the function's name in messages
   * @param signature the expression of the runtime signature
   */
  List<String> bound(
      String callee, PythonSignature python, JavaTarget java, String signature) {
    List<String> arguments = new ArrayList<>();
    int place = 0;
    for (int i = 0; i < java.parameters().size(); i++) {
      JavaParameter target = java.parameters().get(i);
      if (target.type().conversion() == Conversion.NAMES) {
        arguments.add("names");
        continue;
      }
      Parameter parameter = python.parameters().get(i);
      arguments.add(
          switch (parameter.kind()) {
            case STAR ->
                passesOn(java) ? signature + ".tail(args)" : signature + ".rest(args, names)";
            case DOUBLE_STAR -> signature + ".surplus(args, names)";
            default -> named("v[" + place + "]", target, parameter, which(callee, python, i));
          });
      place += parameter.kind() == Kind.STAR ? 0 : 1;
    }
    return arguments;
  }

  private String named(String value, JavaParameter target, Parameter parameter, String which) {
    String argument = conversions.argument(value, target, parameter, which);
    if (parameter.required()) {
      return argument;
    }
    String preset = conversions.preset(target, parameter);
    if (preset.equals("null") && argument.equals(value)) {
      return value;
    }
    return value + " == null ? " + preset + " : " + argument;
  }

  /** Whether keywords go on to the Java method as they came. */
  static boolean passesOn(JavaTarget java) {
    return !java.parameters().isEmpty()
        && java.parameters().getLast().type().conversion() == Conversion.NAMES;
  }

  /** Whether the Java method takes the whole call as it came. */
  static boolean isRaw(JavaTarget java) {
    return passesOn(java) && java.parameters().size() == 2;
  }

  /** The argument in the words of Argument Clinic. */
  private static String which(String callee, PythonSignature python, int place) {
    Parameter parameter = python.parameters().get(place);
    boolean alone = python.parameters().size() == 1 && parameter.required();
    return callee
        + "() argument"
        + switch (parameter.kind()) {
          case POSITIONAL_ONLY -> alone ? "" : " " + (place + 1);
          default -> " '" + parameter.name() + "'";
        };
  }
}
