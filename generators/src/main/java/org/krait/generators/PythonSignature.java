package org.krait.generators;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signature as Python writes it, read: {@code index(self, value, start=0, stop=sys.maxsize, /)}.
 *
 * @param name of the function
 * @param receiver what stands first
 * @param parameters without the receiver
 */
record PythonSignature(String name, Receiver receiver, List<Parameter> parameters) {
  /** What the first parameter makes of the function. */
  enum Receiver {
    SELF,
    CLS,
    NONE
  }

  /** How arguments reach a parameter. */
  enum Kind {
    POSITIONAL_ONLY,
    POSITIONAL,
    STAR,
    KEYWORD_ONLY,
    DOUBLE_STAR
  }

  /**
   * A parameter.
   *
   * @param preset the text of its default, or null
   */
  record Parameter(String name, Kind kind, String preset) {
    boolean required() {
      return preset == null && kind != Kind.STAR && kind != Kind.DOUBLE_STAR;
    }

    /** Whether the text shows the default as something that Python cannot write. */
    boolean unrepresentable() {
      return "NULL".equals(preset);
    }
  }

  /** In front of a default that is only shown: the Java parameter is null when nothing is given. */
  static final String ABSENT = "NULL:";

  private static final Pattern FORM = Pattern.compile("\\s*(\\w+)\\s*\\((.*)\\)\\s*", Pattern.DOTALL);
  private static final Pattern PARAMETER =
      Pattern.compile("(\\*{0,2})(\\w+)\\s*(?:=\\s*(.+))?", Pattern.DOTALL);

  /**
   * Reads a signature.
   *
   * @throws IllegalArgumentException when it is malformed
   */
  static PythonSignature parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("not of the form name(parameters): " + text);
    }
    List<Parameter> parameters = parameters(split(form.group(2)));
    Receiver receiver = receiver(parameters);
    return new PythonSignature(
        form.group(1),
        receiver,
        List.copyOf(receiver == Receiver.NONE ? parameters : parameters.subList(1, parameters.size())));
  }

  /** Reads the signature of a module's function, in which no name means a receiver. */
  static PythonSignature parseFunction(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("not of the form name(parameters): " + text);
    }
    return new PythonSignature(
        form.group(1), Receiver.NONE, List.copyOf(parameters(split(form.group(2)))));
  }

  private static Receiver receiver(List<Parameter> parameters) {
    if (parameters.isEmpty() || !parameters.getFirst().required()) {
      return Receiver.NONE;
    }
    return switch (parameters.getFirst().name()) {
      case "self" -> Receiver.SELF;
      case "cls" -> Receiver.CLS;
      default -> Receiver.NONE;
    };
  }

  private static List<Parameter> parameters(List<String> items) {
    List<Parameter> parameters = new ArrayList<>();
    Kind kind = Kind.POSITIONAL;
    for (String item : items) {
      if (item.equals("/")) {
        parameters.replaceAll(p -> new Parameter(p.name(), Kind.POSITIONAL_ONLY, p.preset()));
      } else if (item.equals("*")) {
        kind = Kind.KEYWORD_ONLY;
      } else {
        Parameter parameter = parameter(item, kind);
        parameters.add(parameter);
        kind = parameter.kind() == Kind.STAR ? Kind.KEYWORD_ONLY : kind;
      }
    }
    checkOrder(parameters);
    return parameters;
  }

  private static Parameter parameter(String item, Kind kind) {
    Matcher matcher = PARAMETER.matcher(item);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a parameter: " + item);
    }
    return switch (matcher.group(1)) {
      case "*" -> new Parameter(matcher.group(2), Kind.STAR, null);
      case "**" -> new Parameter(matcher.group(2), Kind.DOUBLE_STAR, null);
      default -> new Parameter(matcher.group(2), kind, matcher.group(3));
    };
  }

  private static void checkOrder(List<Parameter> parameters) {
    for (int i = 1; i < parameters.size(); i++) {
      Parameter before = parameters.get(i - 1);
      Parameter parameter = parameters.get(i);
      boolean second = parameter.kind() == Kind.STAR && before.kind() == Kind.STAR;
      if (second || before.kind().compareTo(parameter.kind()) > 0) {
        throw new IllegalArgumentException("out of place: " + parameter.name());
      }
      boolean comparable = isPositional(before) == isPositional(parameter);
      if (comparable && before.preset() != null && parameter.required()) {
        throw new IllegalArgumentException("a default is missing: " + parameter.name());
      }
    }
  }

  private static boolean isPositional(Parameter parameter) {
    return parameter.kind() == Kind.POSITIONAL_ONLY || parameter.kind() == Kind.POSITIONAL;
  }

  /** Splits at the commas that stand outside brackets and quotes. */
  private static List<String> split(String text) {
    List<String> items = new ArrayList<>();
    StringBuilder item = new StringBuilder();
    int depth = 0;
    char quote = 0;
    for (char c : text.toCharArray()) {
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      }
      if (c == ',' && depth == 0 && quote == 0) {
        items.add(item.toString().strip());
        item.setLength(0);
      } else {
        item.append(c);
      }
    }
    if (!item.toString().isBlank()) {
      items.add(item.toString().strip());
    }
    return items;
  }

  // ---- counts

  /** Parameters other than those with stars. */
  List<Parameter> named() {
    return parameters.stream()
        .filter(p -> p.kind() != Kind.STAR && p.kind() != Kind.DOUBLE_STAR)
        .toList();
  }

  boolean has(Kind kind) {
    return count(kind) > 0;
  }

  int count(Kind kind) {
    return (int) parameters.stream().filter(p -> p.kind() == kind).count();
  }

  int positional() {
    return count(Kind.POSITIONAL_ONLY) + count(Kind.POSITIONAL);
  }

  int required() {
    return (int) parameters.stream().filter(p -> isPositional(p) && p.required()).count();
  }

  int requiredKeywords() {
    return (int)
        parameters.stream().filter(p -> p.kind() == Kind.KEYWORD_ONLY && p.required()).count();
  }

  /**
   * The text that {@code inspect.signature} reads: {@code ($self, value, /)}.
   *
   * @param shownReceiver the first parameter, or null for none
   */
  String shown(String shownReceiver) {
    List<String> items = new ArrayList<>();
    if (shownReceiver != null) {
      items.add(shownReceiver);
    }
    boolean slash = shownReceiver != null;
    boolean star = false;
    for (Parameter parameter : parameters) {
      if (slash && parameter.kind() != Kind.POSITIONAL_ONLY) {
        items.add("/");
      }
      slash = parameter.kind() == Kind.POSITIONAL_ONLY;
      if (parameter.kind() == Kind.KEYWORD_ONLY && !star) {
        items.add("*");
      }
      star |= parameter.kind() == Kind.STAR || parameter.kind() == Kind.KEYWORD_ONLY;
      items.add(shown(parameter));
    }
    if (slash) {
      items.add("/");
    }
    return "(" + String.join(", ", items) + ")";
  }

  private static String shown(Parameter parameter) {
    return switch (parameter.kind()) {
      case STAR -> "*" + parameter.name();
      case DOUBLE_STAR -> "**" + parameter.name();
      default ->
          parameter.name()
              + (parameter.preset() == null ? "" : "=" + shownDefault(parameter));
    };
  }

  private static String shownDefault(Parameter parameter) {
    String preset = parameter.preset();
    return parameter.unrepresentable()
        ? "<unrepresentable>"
        : preset.startsWith(ABSENT) ? preset.substring(ABSENT.length()) : preset;
  }
}
