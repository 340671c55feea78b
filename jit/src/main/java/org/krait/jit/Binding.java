package org.krait.jit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.krait.bytecode.CodeFlags;
import org.krait.runtime.GlobalCell;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Puts the arguments of a call in the order of the callee's parameters, while the call is translated. */
final class Binding {
  private final Translation t;

  Binding(Translation t) {
    this.t = t;
  }

  /** What a parameter gets. */
  sealed interface Argument {}

  /** A value that is there. */
  record Given(Value value) implements Argument {}

  /** The default that the function, known only when it runs, has for a positional parameter. */
  record Default(int parameter) implements Argument {}

  /** The positional arguments that are left over, as a tuple. */
  record Rest(List<Value> values) implements Argument {}

  /** The keyword arguments that are left over, as a dict. */
  record Keywords(PyStr[] names, List<Value> values) implements Argument {}

  /**
   * One argument for each parameter, or null when that cannot be said before the call runs.
   *
   * @param function null when only its code is known
   * @param args positional arguments, then those of the keywords
   * @param names the keywords, or null
   */
  List<Argument> bind(PyCode code, PyFunction function, List<Value> args, PyTuple names) {
    boolean varargs = (code.flags & CodeFlags.VARARGS) != 0;
    boolean keywords = (code.flags & CodeFlags.VARKEYWORDS) != 0;
    int total = code.argCount + code.kwOnlyCount;
    Argument[] bound = new Argument[code.parameterCount];
    int named = names == null ? 0 : names.size();
    int positional = args.size() - named;
    if (positional > code.argCount && !varargs) {
      return null;
    }
    int direct = Math.min(positional, code.argCount);
    for (int i = 0; i < direct; i++) {
      bound[i] = new Given(args.get(i));
    }
    if (varargs) {
      bound[total] = new Rest(args.subList(direct, positional));
    }
    List<PyStr> others = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < named; i++) {
      PyStr name = (PyStr) names.get(i);
      Value value = args.get(positional + i);
      int slot = parameter(code, name);
      if (slot < 0) {
        others.add(name);
        values.add(value);
      } else if (bound[slot] != null) {
        return null;
      } else {
        bound[slot] = new Given(value);
      }
    }
    if (keywords) {
      bound[total + (varargs ? 1 : 0)] = new Keywords(others.toArray(PyStr[]::new), values);
    } else if (!others.isEmpty()) {
      return null;
    }
    for (int i = 0; i < total; i++) {
      if (bound[i] == null) {
        bound[i] = i < code.argCount ? positionalDefault(code, function, i) : keywordDefault(code, function, i);
        if (bound[i] == null) {
          return null;
        }
      }
    }
    return Arrays.asList(bound);
  }

  private static Argument positionalDefault(PyCode code, PyFunction function, int parameter) {
    if (function == null) {
      return new Default(parameter);
    }
    int at = parameter - (code.argCount - function.defaults.length);
    return at < 0 ? null : new Given(new Value.Constant(function.defaults[at]));
  }

  /** The default in the function's dict, where nobody changes it. */
  private Argument keywordDefault(PyCode code, PyFunction function, int parameter) {
    if (function == null || function.keywordDefaults == null) {
      return null;
    }
    GlobalCell cell = function.keywordDefaults.cellOf(code.variable(parameter));
    return cell.value != null && t.assume(cell.constant())
        ? new Given(new Value.Constant(cell.value))
        : null;
  }

  private static int parameter(PyCode code, PyStr name) {
    for (int i = code.posOnlyCount; i < code.argCount + code.kwOnlyCount; i++) {
      if (code.variable(i).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether arguments can be of the kinds that a callee takes; guards see to what is not known yet. */
  static boolean fit(List<Argument> arguments, Kind[] kinds) {
    for (int i = 0; i < kinds.length; i++) {
      if (arguments.get(i) instanceof Given(Value value)
          && kinds[i] != Kind.REFERENCE
          && kinds[i] != value.kind()
          && (value.kind() != Kind.REFERENCE || value instanceof Value.Constant)) {
        return false;
      }
    }
    return true;
  }

  /** Pushes an argument on the JVM's stack; for a default the function lies in {@code callee}. */
  void load(Argument argument, Value callee, Kind kind) {
    if (argument instanceof Given(Value value)) {
      t.load(value, kind);
    } else if (argument instanceof Default(int parameter)) {
      t.load(callee, Kind.REFERENCE);
      t.out.number(parameter);
      t.out.guarded("defaultOf", Translation.OBJECT, Translation.OBJECT, Translation.INT);
      t.convert(Kind.REFERENCE, kind);
    } else if (argument instanceof Rest(List<Value> values)) {
      Instructions.array(t, values.toArray(Value[]::new));
      t.out.generic("tuple", Translation.OBJECT, Names.OBJECTS);
    } else if (argument instanceof Keywords(PyStr[] names, List<Value> values)) {
      if (names.length == 0) {
        t.out.generic("emptyDict", Translation.OBJECT);
      } else {
        Instructions.dict(t, values.toArray(Value[]::new), PyTuple.of(names));
      }
    }
  }
}
