package org.krait.generators;

import org.krait.generators.BuiltinModel.Conversion;
import org.krait.generators.BuiltinModel.JavaParameter;
import org.krait.generators.BuiltinModel.JavaType;
import org.krait.generators.BuiltinModel.SliceBound;
import org.krait.generators.PythonSignature.Parameter;

/** Java expressions that turn arguments into Java values and results into Python ones. */
final class Conversions {
  private final String packageName;

  /**
   * Conversions in the source of a class.
   *
   * @param packageName the package of that class
   */
  Conversions(String packageName) {
    this.packageName = packageName;
  }

  // ---- arguments

  /**
   * The Java value of an argument that is there.
   *
   * @param value the expression of the argument, a variable or an array element
   * @param which the function and the argument, for messages: {@code replace() argument 1}
   */
  String argument(String value, JavaParameter java, Parameter python, String which) {
    return switch (java.type().conversion()) {
      case BOOLEAN -> "Objects.isTrue(" + value + ")";
      case INT -> "Arguments.toInt(" + value + ")";
      case LONG -> longArgument(value, java.bound(), python);
      case DOUBLE -> "Arguments.toDouble(" + value + ")";
      case TEXT -> "Arguments.text(" + instance(value, "PyStr", "str", python, which) + ")";
      case INSTANCE ->
          instance(
              value,
              java.type().javaClass().seenFrom(packageName),
              java.type().pythonName(),
              python,
              which);
      case OWN ->
          (acceptsNone(python) ? value + " == PyNone.NONE ? null : " : "")
              + java.type().javaClass().seenFrom(packageName)
              + ".fromArgument(%s, %s)".formatted(value, JavaNames.literal(which));
      default -> value;
    };
  }

  private static String longArgument(String value, SliceBound bound, Parameter python) {
    return switch (bound) {
      case NONE -> "Arguments.toLong(" + value + ")";
      case NOT_NONE -> "Arguments.sliceIndexNotNone(" + value + ")";
      case OR_NONE -> "Arguments.sliceIndex(" + value + ", " + number(python.preset()) + ")";
    };
  }

  /** None for a parameter with the default None is the Java null. */
  private static String instance(
      String value, String javaClass, String name, Parameter python, String which) {
    return "Arguments.%s(%s, %s.class, %s, %s)"
        .formatted(
            acceptsNone(python) ? "instanceOrNone" : "instance",
            value,
            javaClass,
            JavaNames.literal(which),
            JavaNames.literal(name));
  }

  private static boolean acceptsNone(Parameter python) {
    return "None".equals(python.preset());
  }

  // ---- defaults

  /**
   * The Java value of an argument that is not there.
   *
   * @throws IllegalArgumentException when the default does not fit the Java type
   */
  String preset(JavaParameter java, Parameter python) {
    String preset = python.preset();
    return switch (java.type().conversion()) {
      case BOOLEAN -> truth(preset);
      case INT, LONG -> number(preset);
      case DOUBLE -> real(preset);
      case OWN -> ownPreset(preset);
      case TEXT -> isNull(preset) ? "null" : JavaNames.literal(unquoted(preset));
      case INSTANCE -> instancePreset(java.type(), preset);
      default -> object(preset);
    };
  }

  private static boolean isNull(String preset) {
    return preset.equals("NULL") || preset.equals("None");
  }

  private static String truth(String preset) {
    return switch (preset) {
      case "True", "1" -> "true";
      case "False", "0" -> "false";
      default -> throw new IllegalArgumentException("not a truth value: " + preset);
    };
  }

  private static String number(String preset) {
    if (preset != null && preset.equals("sys.maxsize")) {
      return "Long.MAX_VALUE";
    }
    if (preset == null || !preset.matches("-?(0x[0-9a-fA-F]+|\\d+)")) {
      throw new IllegalArgumentException("not a number: " + preset);
    }
    return preset.matches("-?\\d{1,9}") ? preset : preset + "L";
  }

  private static String real(String preset) {
    if (!preset.matches("-?\\d+(\\.\\d*)?([eE]-?\\d+)?")) {
      throw new IllegalArgumentException("not a number: " + preset);
    }
    return preset;
  }

  private static String ownPreset(String preset) {
    if (!isNull(preset)) {
      throw new IllegalArgumentException("the default is None or NULL");
    }
    return "null";
  }

  private static String instancePreset(JavaType type, String preset) {
    if (isNull(preset)) {
      return "null";
    }
    if (isQuoted(preset)) {
      return object(preset);
    }
    if (preset.equals("()") && type.pythonName().equals("tuple")) {
      return "PyTuple.EMPTY";
    }
    throw new IllegalArgumentException("no such " + type.pythonName() + ": " + preset);
  }

  private static String object(String preset) {
    return switch (preset) {
      case "NULL" -> "null";
      case "None" -> "PyNone.NONE";
      case "True" -> "PyBool.TRUE";
      case "False" -> "PyBool.FALSE";
      case "()" -> "PyTuple.EMPTY";
      default -> {
        if (isShownOnly(preset)) {
          yield "null";
        }
        if (isQuoted(preset)) {
          yield "PyStr.interned(" + JavaNames.literal(unquoted(preset)) + ")";
        }
        yield preset.matches("-?\\d+\\.\\d*")
            ? "PyFloat.of(" + preset + ")"
            : "PyInt.of(" + number(preset) + ")";
      }
    };
  }

  /** Whether a default is the name of a constant or a bytes literal: the Java method supplies it. */
  private static boolean isShownOnly(String preset) {
    return preset.startsWith(PythonSignature.ABSENT)
        || preset.matches("[A-Za-z_][\\w.]*|b(''|\"\")");
  }

  private static boolean isQuoted(String preset) {
    return preset.length() > 1 && "'\"".indexOf(preset.charAt(0)) >= 0;
  }

  private static String unquoted(String preset) {
    if (!isQuoted(preset)) {
      throw new IllegalArgumentException("not a string: " + preset);
    }
    return preset.substring(1, preset.length() - 1).translateEscapes();
  }

  // ---- results

  /** The Python value of a Java expression; not for void. */
  static String result(String expression, JavaType type) {
    return switch (type.conversion()) {
      case BOOLEAN -> "PyBool.of(" + expression + ")";
      case INT, LONG -> "PyInt.of(" + expression + ")";
      case DOUBLE -> "PyFloat.of(" + expression + ")";
      case TEXT -> "PyStr.of(" + expression + ")";
      default -> expression;
    };
  }

  static boolean isArgument(Conversion conversion) {
    return conversion == Conversion.OWN || isResult(conversion) && conversion != Conversion.VOID;
  }

  static boolean isResult(Conversion conversion) {
    return conversion != Conversion.ARRAY
        && conversion != Conversion.NAMES
        && conversion != Conversion.OWN;
  }
}
