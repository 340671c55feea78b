package org.krait.audit.sinks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.krait.constants.Constant;

/**
 * What operations make of values: the same for expressions of a tree and for instructions.
 *
 * <p>Calls are handed to a listener, which knows the sinks.
 */
final class Evaluate {
  private static final String CODE = "__code__";

  /** Attributes that say what a value is, whatever it belongs to. */
  private static final Set<String> MARKS =
      Set.of(CODE, "f_globals", "f_builtins", "f_locals");

  private final Consumer<Call> calls;

  Evaluate(Consumer<Call> calls) {
    this.calls = calls;
  }

  Value constant(Constant constant) {
    return Value.of(constant);
  }

  /** A name that nothing binds. */
  Value builtin(String name) {
    if (Refs.BUILTINS.contains(name)) {
      return Value.ref("builtins." + name);
    }
    return switch (name) {
      case "__builtins__" -> Value.ref("builtins");
      case "__name__", "__file__", "__doc__", "__package__", "__spec__", "NotImplemented" -> Value.PLAIN;
      default -> {
        boolean isClass = !name.isEmpty() && Character.isUpperCase(name.charAt(0));
        yield isClass && name.matches("[A-Z][A-Za-z]*(Error|Exception|Warning|Exit|Interrupt)")
            ? Value.PLAIN
            : Value.UNKNOWN;
      }
    };
  }

  /** A module that is imported. */
  Value module(String name) {
    return named(Refs.canonical(name), Value.PLAIN);
  }

  private static Value named(String ref, Value base) {
    Value value = base.derived().withRefs(List.of(ref));
    Origin origin = Refs.origin(ref);
    return origin == null ? value : value.withOrigin(origin);
  }

  Value attribute(Value base, String name) {
    if (base.instance() != null) {
      Value known = base.instance().attributes.get(name);
      FunctionInfo method = base.instance().methods.get(name);
      if (method != null) {
        return Value.function(method);
      }
      return known != null ? known : Value.UNKNOWN;
    }
    if (!base.refs().isEmpty()) {
      List<String> refs = new ArrayList<>();
      Value result = base.derived();
      for (String ref : base.refs()) {
        boolean dictionary = name.equals("__dict__") || name.equals("__getattribute__");
        String full = dictionary ? ref : Refs.canonical(ref + "." + name);
        refs.add(full);
        Origin origin = Refs.origin(full);
        result = origin == null ? result : result.withOrigin(origin);
      }
      return result.withRefs(refs).withMade(MARKS.contains(name) ? name : null);
    }
    return base.derived().withMade(MARKS.contains(name) ? name : base.made());
  }

  Value subscript(Value base, Value index) {
    Constant item =
        base.constant() != null && index.constant() != null
            ? FoldText.item(base.constant(), index.constant())
            : null;
    if (item != null) {
      return base.derived().or(Value.of(item)).withConstant(item);
    }
    String name = index.text();
    if (name != null && base.made() != null) {
      switch (base.made()) {
        case "builtins.globals", "builtins.locals" -> {
          return builtin(name);
        }
        default -> {}
      }
    }
    if (name != null && base.refs().contains("sys.modules")) {
      return module(name);
    }
    if (name != null && base.refs().stream().anyMatch(r -> r.equals("builtins") || isModule(r))) {
      return attribute(base, name);
    }
    return base.constant() != null ? base.derived() : base.withConstant(null);
  }

  /** Modules whose dictionaries are looked into. */
  private static boolean isModule(String ref) {
    return switch (ref) {
      case "os", "sys", "marshal", "pickle", "types", "importlib", "ast", "ctypes" -> true;
      default -> false;
    };
  }

  Value slice(Value base, Value lower, Value upper, Value step) {
    Value result = base.derived();
    if (base.constant() != null && isNumber(lower) && isNumber(upper) && isNumber(step)) {
      Constant part =
          FoldText.slice(base.constant(), number(lower), number(upper), number(step));
      if (part != null) {
        result = result.withConstant(part);
      }
    }
    return upper != null ? result.asBounded() : result;
  }

  private static boolean isNumber(Value value) {
    return value == null || value.constant() == Constant.Singleton.NONE || number(value) != null;
  }

  private static Integer number(Value value) {
    return value != null
            && value.constant() instanceof Constant.Int n
            && n.value().bitLength() < 31
        ? n.value().intValue()
        : null;
  }

  Value binary(Value left, Value right, String operator) {
    Value result = left.derived().or(right.derived());
    if (left.constant() != null && right.constant() != null) {
      Constant folded =
          switch (operator) {
            case "+" -> FoldText.add(left.constant(), right.constant());
            case "*" -> FoldText.times(left.constant(), right.constant());
            case "%" -> percent(left.constant(), right.constant());
            default -> null;
          };
      return folded == null ? result : result.withConstant(folded);
    }
    return result;
  }

  private static Constant percent(Constant format, Constant value) {
    if (!(format instanceof Constant.Str f)) {
      return null;
    }
    List<Constant> values = value instanceof Constant.Tuple t ? t.items() : List.of(value);
    String text = f.text();
    for (Constant item : values) {
      if (!(item instanceof Constant.Str s) || !text.contains("%s")) {
        return null;
      }
      text = text.replaceFirst("%s", java.util.regex.Matcher.quoteReplacement(s.text()));
    }
    return text.contains("%") ? null : Constant.Str.of(text);
  }

  /** The parts of a display: a list, tuple, set. */
  Value display(List<Value> items) {
    List<Constant> constants = new ArrayList<>();
    for (Value item : items) {
      if (item.constant() != null) {
        constants.add(item.constant());
      }
    }
    Value all = Value.all(items);
    return constants.size() == items.size()
        ? all.withConstant(new Constant.Tuple(constants))
        : all.withConstant(null);
  }

  /** The parts of an f-string. */
  Value joined(List<Value> parts) {
    StringBuilder text = new StringBuilder();
    Value result = Value.PLAIN;
    boolean constant = true;
    for (Value part : parts) {
      result = result.or(part.derived());
      constant &= part.text() != null;
      text.append(part.text());
    }
    return constant && text.length() < 1 << 16
        ? result.withConstant(Constant.Str.of(text.toString()))
        : result;
  }

  Value call(Call call) {
    calls.accept(call);
    Value function = call.function();
    if (function.function() != null) {
      return local(call, function.function());
    }
    if (call.receiver() != null) {
      return method(call);
    }
    Value result = null;
    for (String ref : function.refs()) {
      Value one = library(ref, call);
      result = result == null ? one : result.or(one);
    }
    return result != null ? result : call.arguments().derived().or(function.derived()).or(Value.UNKNOWN);
  }

  private static Value local(Call call, FunctionInfo function) {
    boolean method = function.owner != null;
    Map<String, Value> given = function.pass(call.args(), call.keywords(), method);
    Value result = function.result;
    if (result == null) {
      return Value.UNKNOWN.or(call.arguments().derived());
    }
    Value without =
        new Value(
            result.refs(), result.constant(), result.origins() & ~Origin.PARAMETER.bit(),
            Set.of(), result.made(), result.names(), result.function(), result.instance(),
            result.bounded());
    for (String parameter : result.parameters()) {
      Value value = given.get(parameter);
      without = value == null ? without : without.or(value.derived());
    }
    return without;
  }

  /** A method of a value that is no known thing: a string's, a file's … */
  private Value method(Call call) {
    Value receiver = call.receiver();
    String name = call.method();
    List<Constant> constants = constants(call.args());
    if (receiver.constant() != null && constants != null && call.keywords().isEmpty()) {
      Constant folded = FoldText.method(receiver.constant(), name, constants);
      if (folded != null) {
        return receiver.derived().withConstant(folded);
      }
    }
    Value result = receiver.derived();
    return switch (name) {
      case "find", "rfind", "index", "count", "startswith", "endswith", "isidentifier", "isdigit" ->
          Value.PLAIN;
      case "read", "recv", "readline", "read1" ->
          takesNumber(call) ? result.asBounded() : result;
      case "format", "join", "replace", "get", "setdefault", "pop" ->
          result.or(call.arguments().derived());
      default -> result;
    };
  }

  private static boolean isRead(String method) {
    return method.equals("read") || method.equals("readline") || method.equals("recv");
  }

  private static boolean takesNumber(Call call) {
    return !call.args().isEmpty() && call.args().getFirst().constant() instanceof Constant.Int;
  }

  private static List<Constant> constants(List<Value> values) {
    List<Constant> constants = new ArrayList<>();
    for (Value value : values) {
      if (value.constant() == null) {
        return null;
      }
      constants.add(value.constant());
    }
    return constants;
  }

  private Value library(String ref, Call call) {
    Value first = call.argument(0, "");
    String text = call.args().size() > 1 ? call.args().get(1).text() : null;
    switch (ref) {
      case "builtins.getattr", "builtins.object.__getattribute__", "inspect.getattr_static" -> {
        return getattr(call, text);
      }
      case "builtins.__import__", "importlib.import_module", "importlib.__import__" -> {
        return first != null && first.text() != null
            ? module(ref.equals("builtins.__import__") ? top(first.text()) : first.text())
            : Value.UNKNOWN;
      }
      case "builtins.globals", "builtins.locals" -> {
        return Value.PLAIN.withMade(ref);
      }
      case "builtins.vars" -> {
        return first == null ? Value.PLAIN.withMade("builtins.locals") : first;
      }
      case "functools.partial", "functools.partialmethod" -> {
        if (first != null && call.args().size() > 1) {
          // What is bound now is passed whenever the result is called.
          calls.accept(
              new Call(
                  first, null, null, call.args().subList(1, call.args().size()), call.keywords(),
                  call.place()));
        }
        return first == null ? Value.UNKNOWN : first;
      }
      case "builtins.type" -> {
        return first != null && call.args().size() == 1 && CODE.equals(first.made())
            ? Value.ref("types.CodeType")
            : Value.PLAIN;
      }
      case "builtins.map", "builtins.filter" -> {
        if (call.args().size() > 1 && !call.args().getFirst().refs().isEmpty()) {
          return call(
              new Call(
                  call.args().getFirst(), null, null, call.args().subList(1, call.args().size()),
                  Map.of(), call.place()));
        }
      }
      default -> {}
    }
    return result(ref, call);
  }

  private static String top(String module) {
    int dot = module.indexOf('.');
    return dot < 0 ? module : module.substring(0, dot);
  }

  private Value getattr(Call call, String name) {
    Value object = call.argument(0, "");
    if (object == null) {
      return Value.UNKNOWN;
    }
    Value fallback = call.args().size() > 2 ? call.args().get(2) : Value.PLAIN;
    if (name == null) {
      // Some attribute of the object: which one is not known.
      return (object.refs().isEmpty() ? object.derived() : Value.UNKNOWN).or(fallback);
    }
    return attribute(object, name).or(fallback);
  }

  private static Value result(String ref, Call call) {
    if (Refs.isPlain(ref)) {
      return Value.PLAIN;
    }
    Value arguments = call.arguments();
    List<Constant> constants = call.keywords().isEmpty() ? constants(call.args()) : null;
    Constant folded = constants == null ? null : FoldText.call(ref, constants);
    Origin origin = Refs.origin(ref);
    Value result;
    if (Refs.isDecoder(ref)) {
      result = arguments.derived();
      result = result.isConstant() ? result.withOrigin(Origin.HIDDEN) : result;
    } else if (Refs.isPure(ref)) {
      result = arguments.derived();
    } else if (origin != null) {
      result = Value.of(origin);
    } else {
      result = arguments.derived().or(Value.UNKNOWN);
    }
    if (folded != null) {
      result = result.withConstant(folded);
    }
    boolean keepsMade = ref.equals("ast.fix_missing_locations") && result.made() != null;
    boolean bounds =
        ref.equals("os.read")
            || isRead(ref.substring(ref.lastIndexOf('.') + 1)) && takesNumber(call);
    result = keepsMade ? result : result.withMade(ref);
    return bounds ? result.asBounded() : result;
  }
}
