package org.krait.jit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyMethodDescriptor;

/**
 * The builtin functions and methods that are known to run no Python code, so that nobody can look at the
 * caller's frame meanwhile; some only for arguments of certain types. They may raise.
 */
final class NativeCalls {
  /** Any argument. */
  private static final char ANY = '.';

  /** One that is hashed, compared and converted without Python code: a number, a text, a tuple of such. */
  private static final char CLOSED = 'c';

  /** One that is iterated without Python code. */
  private static final char ITERABLE = 'i';

  /** A container of a builtin type that has only such items. */
  private static final char CLOSED_ITEMS = 's';

  /** An iterator of a builtin type. */
  private static final char ITERATOR = 'n';

  /** By name, one letter for each argument (behind self). */
  private static final Map<String, String> ARGUMENTS = table();

  private static final Set<String> QUICK =
      Set.of(
          "dict.get", "dict.setdefault", "dict.pop", "set.add", "set.discard", "set.remove", "list.append", "list.pop",
          "deque.append", "deque.appendleft", "deque.pop", "deque.popleft", "int.bit_length", "int.bit_count");

  private NativeCalls() {}

  private static Map<String, String> table() {
    Map<String, String> table = new HashMap<>();
    add(table, "", "list", "clear copy reverse");
    add(table, "", "dict", "items keys values copy clear popitem");
    add(table, "", "set", "clear copy pop");
    add(table, "", "deque", "clear copy pop popleft reverse");
    add(table, "", "str", "lower upper title capitalize swapcase casefold encode isdigit isalpha isalnum isspace");
    add(table, "", "str", "isupper islower isdecimal isnumeric isidentifier istitle isprintable isascii");
    add(table, "", "bytes", "hex decode lower upper isdigit isalpha isspace");
    add(table, "", "int", "bit_length bit_count");
    add(table, "", "float", "is_integer hex");
    add(table, "", "time", "time monotonic perf_counter time_ns perf_counter_ns");
    add(table, ".", "list", "append");
    add(table, ".", "deque", "append appendleft");
    add(table, ".", "builtins", "callable id");
    add(table, "c", "list", "pop");
    add(table, "c.", "list", "insert");
    add(table, "i", "list", "extend");
    add(table, "c.", "dict", "get setdefault pop");
    add(table, "c", "set", "add discard remove");
    add(table, "c", "deque", "rotate");
    add(table, "i", "deque", "extend extendleft");
    add(table, "c", "str", "strip lstrip rstrip splitlines partition rpartition zfill expandtabs");
    add(table, "c", "str", "removeprefix removesuffix");
    add(table, "cc", "str", "split rsplit ljust rjust center");
    add(table, "ccc", "str", "startswith endswith find rfind index rindex count replace");
    add(table, "i", "str", "join");
    add(table, "ccc", "bytes", "startswith endswith find rfind index count replace");
    add(table, "c", "bytearray", "append");
    add(table, "c", "builtins", "abs hash bin hex oct repr");
    add(table, "cc", "builtins", "divmod round");
    add(table, "ccc", "builtins", "pow");
    add(table, "s", "builtins", "sorted sum min max any all");
    add(table, "i", "builtins", "iter");
    add(table, "n.", "builtins", "next");
    return table;
  }

  private static void add(Map<String, String> table, String arguments, String owner, String names) {
    for (String name : names.split(" ")) {
      table.put(owner + "." + name, arguments);
    }
  }

  /** What a method asks of its arguments, self left out; null when nothing is known of it. */
  static String arguments(PyMethodDescriptor method) {
    return ARGUMENTS.get(method.table().owner().name() + "." + method.table().name(method.id()));
  }

  /** Whether a method does no more than a look-up or a step, however large the container is. */
  static boolean isQuick(PyMethodDescriptor method) {
    return QUICK.contains(method.table().owner().name() + "." + method.table().name(method.id()));
  }

  /** What a function asks of its arguments; null when nothing is known of it. */
  static String arguments(PyBuiltinFunction function) {
    return ARGUMENTS.get(function.table().module() + "." + function.table().name(function.id()));
  }

  /** Whether the items of the only argument matter. */
  static boolean takesContainer(String arguments) {
    return arguments.indexOf(CLOSED_ITEMS) >= 0;
  }

  /** Whether a call with these arguments, from {@code first} on, can be one without Python code. */
  static boolean fits(String arguments, List<Value> args, int first) {
    if (arguments == null || args.size() - first > arguments.length()) {
      return false;
    }
    for (int i = first; i < args.size(); i++) {
      char wanted = arguments.charAt(i - first);
      Kind kind = args.get(i).kind();
      if ((wanted == ITERABLE || wanted == ITERATOR || wanted == CLOSED_ITEMS) && kind != Kind.REFERENCE) {
        return false;
      }
    }
    return true;
  }

  /** Pushes the arguments from {@code first} on, each with the guard that it needs. */
  static void load(Translation t, String arguments, List<Value> args, int first) {
    for (int i = first; i < args.size(); i++) {
      Value value = args.get(i);
      t.load(value, Kind.REFERENCE);
      if (value.kind() != Kind.REFERENCE) {
        continue;
      }
      switch (arguments.charAt(i - first)) {
        case CLOSED -> t.out.guarded("closed", Translation.OBJECT, Translation.OBJECT);
        case ITERABLE -> t.out.guarded("iterable", Translation.OBJECT, Translation.OBJECT);
        case CLOSED_ITEMS -> t.out.guarded("closedItems", Translation.OBJECT, Translation.OBJECT);
        case ITERATOR -> t.out.guarded("nativeIterator", Translation.OBJECT, Translation.OBJECT);
        default -> {}
      }
    }
  }
}
