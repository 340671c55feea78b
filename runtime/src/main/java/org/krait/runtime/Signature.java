package org.krait.runtime;

import java.util.Arrays;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyStr;

/**
 * The parameters of a builtin function, and how the arguments of a call come to them.
 *
 * <p>Errors are worded as CPython words them, which depends on how its C function takes arguments:
 * none, exactly one, by position only, or by keyword as well.
 */
public final class Signature {
  /** Surplus positional arguments are taken, {@code *args}. */
  public static final int STAR = 1;

  /** Surplus keyword arguments are taken, {@code **kwargs}. */
  public static final int DOUBLE_STAR = 2;

  /** Makes or initializes instances; then the callee is the type. */
  public static final int CONSTRUCTOR = 4;

  /** Arguments are counted in the words of {@code PyArg_ParseTuple}. */
  public static final int TUPLE = 8;

  private final String callee;
  private final String qualified;
  private final String text;
  private final int positionalOnly;
  private final int positional;
  private final int required;
  private final int requiredKeywords;
  private final int flags;
  private final PyStr[] names;

  /**
   * A signature, {@code self} or {@code cls} left out of everything but the text.
   *
   * @param callee the name in most messages; null where CPython gave none ("function takes …")
   * @param qualified the name in the messages of functions with at most one parameter
   * @param text for {@code __text_signature__}, or null
   * @param positionalOnly parameters before {@code /}
   * @param positional parameters before {@code *}
   * @param required positional parameters without a default
   * @param requiredKeywords keyword-only parameters without a default; they come first
   * @param names of all parameters, those with stars left out
   */
  public Signature(
      String callee,
      String qualified,
      String text,
      int positionalOnly,
      int positional,
      int required,
      int requiredKeywords,
      int flags,
      String... names) {
    this.callee = callee;
    this.qualified = qualified;
    this.text = text;
    this.positionalOnly = positionalOnly;
    this.positional = positional;
    this.required = required;
    this.requiredKeywords = requiredKeywords;
    this.flags = flags;
    this.names = new PyStr[names.length];
    for (int i = 0; i < names.length; i++) {
      this.names[i] = PyStr.interned(names[i]);
    }
  }

  /** As {@code inspect.signature} reads it: {@code ($self, key, default=None, /)}. */
  public String text() {
    return text;
  }

  /** Whether any parameter can be given by keyword. */
  public boolean takesKeywords() {
    return names.length > positionalOnly || has(DOUBLE_STAR);
  }

  /** The callee in a message. */
  private String shown() {
    return callee == null ? "function" : callee + "()";
  }

  private boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /**
   * The arguments by parameter, null where one is missing that has a default.
   *
   * @param args positional arguments, then those of the keywords; left as it is
   * @param keywords names of the last arguments, or null
   */
  public PyObject[] bind(PyObject[] args, PyStr[] keywords) {
    int given = positionalCount(args, keywords);
    if (given < args.length) {
      return takesKeywords() ? bindKeywords(args, given, keywords) : refuseKeywords();
    }
    if (names.length > positionalOnly) {
      checkKeywordCounts(given, 0);
      if (given < required || requiredKeywords > 0) {
        checkMissing(given, new PyObject[names.length]);
      }
    } else {
      checkPositional(given);
    }
    boolean asGiven = given == names.length && given == positional;
    return asGiven ? args : spread(args, given);
  }

  private static int positionalCount(PyObject[] args, PyStr[] keywords) {
    return keywords == null ? args.length : args.length - keywords.length;
  }

  private PyObject[] spread(PyObject[] args, int given) {
    if (names.length == 0) {
      return PyObject.NO_ARGS;
    }
    PyObject[] bound = new PyObject[names.length];
    System.arraycopy(args, 0, bound, 0, Math.min(given, positional));
    return bound;
  }

  /** The surplus positional arguments: {@code *args}. */
  public PyObject[] rest(PyObject[] args, PyStr[] keywords) {
    int given = positionalCount(args, keywords);
    if (positional == 0 && given == args.length) {
      return args;
    }
    return given <= positional ? PyObject.NO_ARGS : Arrays.copyOfRange(args, positional, given);
  }

  /** The surplus arguments, those of keywords with them: what a call with the same keywords takes. */
  public PyObject[] tail(PyObject[] args) {
    return positional == 0 ? args : Arrays.copyOfRange(args, positional, args.length);
  }

  /** The surplus keyword arguments in a fresh dict: {@code **kwargs}. */
  public PyDict surplus(PyObject[] args, PyStr[] keywords) {
    PyDict surplus = new PyDict();
    int given = positionalCount(args, keywords);
    for (int i = given; i < args.length; i++) {
      PyStr name = keywords[i - given];
      if (placeOf(name) < 0) {
        surplus.put(name, args[i]);
      }
    }
    return surplus;
  }

  // ---- by keyword

  private PyObject[] bindKeywords(PyObject[] args, int given, PyStr[] keywords) {
    checkKeywordCounts(given, keywords.length);
    PyObject[] bound = spread(args, given);
    int surplus = -1;
    int twice = -1;
    for (int i = 0; i < keywords.length; i++) {
      int place = placeOf(keywords[i]);
      if (place < 0) {
        surplus = surplus < 0 ? i : surplus;
      } else if (place < given && place < positional) {
        twice = place;
      } else {
        bound[place] = args[given + i];
      }
    }
    checkMissing(given, bound);
    if (twice >= 0) {
      throw Errors.typeError(
          "argument for %s given by name ('%s') and position (%d)",
          shown(), names[twice], twice + 1);
    }
    if (surplus >= 0 && !has(DOUBLE_STAR)) {
      throw Errors.typeError(
          "'%s' is an invalid keyword argument for %s",
          keywords[surplus], callee == null ? "this function" : shown());
    }
    return bound;
  }

  /** The parameter that can be given by this keyword, or -1. */
  private int placeOf(PyStr keyword) {
    for (int i = positionalOnly; i < names.length; i++) {
      if (names[i] == keyword) {
        return i;
      }
    }
    for (int i = positionalOnly; i < names.length; i++) {
      if (names[i].equals(keyword)) {
        return i;
      }
    }
    return -1;
  }

  private void checkKeywordCounts(int given, int keywords) {
    int all = given + keywords;
    if (all > names.length && (flags & (STAR | DOUBLE_STAR)) == 0) {
      throw Errors.typeError(
          "%s takes at most %d %sargument%s (%d given)",
          shown(), names.length, given == 0 ? "keyword " : "", plural(names.length), all);
    }
    if (given > positional && !has(STAR)) {
      throw positional == 0
          ? Errors.typeError("%s takes no positional arguments", shown())
          : Errors.typeError(
              "%s takes %s %d positional argument%s (%d given)",
              shown(), required < positional ? "at most" : "exactly", positional,
              plural(positional), given);
    }
    int byPosition = Math.min(positionalOnly, required);
    if (given < byPosition) {
      throw has(STAR)
          ? expected("at least ", byPosition, given)
          : Errors.typeError(
              "%s takes %s %d positional argument%s (%d given)",
              shown(), byPosition < positional ? "at least" : "exactly", byPosition,
              plural(byPosition), given);
    }
  }

  private void checkMissing(int given, PyObject[] bound) {
    for (int i = given; i < positional + requiredKeywords; i++) {
      boolean needed = i < required || i >= positional;
      if (needed && bound[i] == null) {
        throw Errors.typeError(
            "%s missing required argument '%s' (pos %d)", shown(), names[i], i + 1);
      }
    }
  }

  // ---- by position

  private PyObject[] refuseKeywords() {
    throw Errors.typeError(
        "%s() takes no keyword arguments", has(CONSTRUCTOR) ? callee : qualified);
  }

  private void checkPositional(int given) {
    if (given >= required && (given <= positional || has(STAR))) {
      return;
    }
    if (has(TUPLE)) {
      throw countedByParseTuple(given);
    }
    if (!has(CONSTRUCTOR) && positional <= 1 && required == positional && !has(STAR)) {
      throw Errors.typeError(
          "%s() takes %s (%d given)",
          qualified, positional == 0 ? "no arguments" : "exactly one argument", given);
    }
    if (required == positional && !has(STAR)) {
      throw expected("", required, given);
    }
    throw given < required
        ? expected("at least ", required, given)
        : expected("at most ", positional, given);
  }

  private PyException expected(String bound, int count, int given) {
    return Errors.typeError(
        "%s expected %s%d argument%s, got %d", callee, bound, count, plural(count), given);
  }

  private PyException countedByParseTuple(int given) {
    if (positional == 0) {
      return Errors.typeError("%s() takes no arguments (%d given)", callee, given);
    }
    int bound = given < required ? required : positional;
    String word = required == positional ? "exactly" : given < required ? "at least" : "at most";
    return Errors.typeError(
        "%s() takes %s %d argument%s (%d given)", callee, word, bound, plural(bound), given);
  }

  private static String plural(int count) {
    return count == 1 ? "" : "s";
  }
}
