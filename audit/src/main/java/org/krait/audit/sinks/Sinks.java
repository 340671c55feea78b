package org.krait.audit.sinks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.audit.AuditRule;
import org.krait.audit.Severity;
import org.krait.constants.Constant;

/** Looks at calls and assignments for ways into the pipeline, and reports them. */
final class Sinks {
  private static final Set<String> FRAME_NAMES = Set.of("f_globals", "f_builtins", "f_locals");

  private final SinkReport report;

  /** Hears of source that is a constant, and of code that reaches exec, eval or compile. */
  interface Listener {
    void constantSource(String source, Place place);

    void compiled(Value value, Place place);
  }

  private final Listener listener;
  private boolean silent;

  Sinks(SinkReport report, Listener listener) {
    this.report = report;
    this.listener = listener;
  }

  /** Whether calls are only looked at for what they pass. */
  void setSilent(boolean silent) {
    this.silent = silent;
  }

  // Calls

  void call(Call call) {
    if (silent) {
      return;
    }
    for (String ref : call.function().refs()) {
      library(ref, call);
    }
    if (call.method() != null) {
      method(call);
    }
  }

  private void library(String ref, Call call) {
    SinkTable.Sink sink = SinkTable.sink(ref);
    if (sink != null) {
      sink(ref, sink, call);
    } else if (SinkTable.isRawMemory(ref)) {
      report.add(AuditRule.NATIVE_CALL, Severity.WARNING, call.place(), ref + " is called");
    } else if (SinkTable.isTrace(ref)) {
      trace(ref, call);
    } else if (SinkTable.isImportHook(ref)) {
      importHook(ref.substring(0, ref.lastIndexOf('.')), call.place());
    } else if (ref.equals("builtins.setattr") || ref.endsWith("__setattr__")) {
      setattr(call);
    } else if (ref.startsWith("builtins.") && SinkTable.isChange(ref.substring(9))) {
      frameWrite("builtins", call.place());
    }
  }

  private void sink(String ref, SinkTable.Sink sink, Call call) {
    Value value = sink.index() < 0 ? Value.PLAIN : call.argument(sink.index(), sink.name());
    if (value == null) {
      return;
    }
    String name = ref.replaceFirst("^builtins\\.", "");
    switch (sink.rule()) {
      case CODE_CONSTRUCT -> construct(name, value, call);
      case NATIVE_CALL ->
          data(sink.rule(), value.isConstant() ? Severity.NOTE : Severity.WARNING, name, value, call);
      case COMPILE_TEXT -> compile(name, value, call);
      case EXEC_CALL, EVAL_CALL -> execute(sink.rule(), name, value, call);
      case MARSHAL_LOAD, UNPICKLE -> load(sink.rule(), name, value, call);
      case LITERAL_EVAL -> literalEval(name, value, call);
      default -> dataUnlessConstant(sink.rule(), name, value, call);
    }
  }

  private void construct(String name, Value code, Call call) {
    boolean fromCompile = "builtins.compile".equals(code.made()) && code.isConstant();
    if (!fromCompile) {
      report.add(
          AuditRule.CODE_CONSTRUCT, Severity.WARNING, call.place(), name + " is called");
    }
  }

  private void execute(AuditRule rule, String name, Value value, Call call) {
    source(value, call);
    dataUnlessConstant(rule, name, value, call);
  }

  private void source(Value value, Call call) {
    String text = text(value.constant());
    if (text != null) {
      listener.constantSource(text, call.place());
    }
    if (!"builtins.compile".equals(value.made())) {
      listener.compiled(value, call.place());
    }
  }

  private static String text(Constant constant) {
    return switch (constant) {
      case Constant.Str s -> s.text();
      case Constant.Bytes b -> new String(b.value(), java.nio.charset.StandardCharsets.UTF_8);
      case null, default -> null;
    };
  }

  private void compile(String name, Value value, Call call) {
    source(value, call);
    boolean tree = value.made() != null && value.made().startsWith("ast.");
    boolean onlyTree = call.argument(3, "flags") != null && isOnlyTree(call.argument(3, "flags"));
    if (tree && !onlyTree) {
      Severity severity = graver(Severity.NOTE, value, call);
      report.add(
          AuditRule.COMPILE_TREE, severity, call.place(),
          name + " gets a tree (of " + value.made() + ")" + (value.isConstant() ? "" : " made of " + origin(value, call)));
    } else if (!onlyTree) {
      dataUnlessConstant(AuditRule.COMPILE_TEXT, name, value, call);
    }
  }

  private static boolean isOnlyTree(Value flags) {
    return flags.refs().contains("ast.PyCF_ONLY_AST")
        || flags.constant() instanceof Constant.Int n && n.value().testBit(10);
  }

  private void load(AuditRule rule, String name, Value value, Call call) {
    boolean hidden = value.isConstant() && value.constant() != null && !name.startsWith("shelve");
    if (hidden) {
      report.add(
          rule, Severity.ERROR, call.place(), name + " of a constant, which nobody can read");
    } else {
      dataUnlessConstant(rule, name, value, call);
    }
  }

  private void literalEval(String name, Value value, Call call) {
    if (!value.isConstant() && !value.bounded()) {
      Severity severity = value.has(Origin.NETWORK) ? Severity.WARNING : Severity.NOTE;
      data(AuditRule.LITERAL_EVAL, severity, name, value, call);
    }
  }

  private void dataUnlessConstant(AuditRule rule, String name, Value value, Call call) {
    if (!value.isConstant()) {
      data(rule, graver(rule.severity(), value, call), name, value, call);
    }
  }

  private void data(AuditRule rule, Severity severity, String name, Value value, Call call) {
    report.add(
        rule, severity, call.place(),
        name + " of " + (value.isConstant() ? "a constant" : origin(value, call)));
  }

  /** Errors for data from the network and hidden constants, warnings for what users give. */
  private static Severity graver(Severity usual, Value value, Call call) {
    int origins = value.origins() | passedOrigins(value, call);
    if ((origins & (Origin.NETWORK.bit() | Origin.HIDDEN.bit())) != 0) {
      return Severity.ERROR;
    }
    int given =
        Origin.INPUT.bit()
            | Origin.ARGUMENTS.bit()
            | Origin.ENVIRONMENT.bit()
            | Origin.FILE.bit();
    return (origins & given) != 0 && usual == Severity.NOTE ? Severity.WARNING : usual;
  }

  /** What the callers in this module pass for the parameters that the value may come from. */
  private static int passedOrigins(Value value, Call call) {
    int origins = 0;
    FunctionInfo function = call.place().info();
    if (function != null) {
      for (String parameter : value.parameters()) {
        origins |= function.passed.getOrDefault(parameter, Value.PLAIN).origins();
      }
    }
    return origins & ~(Origin.PARAMETER.bit() | Origin.UNKNOWN.bit());
  }

  /** The origins in words, the worst first. */
  private static String origin(Value value, Call call) {
    List<String> words = new ArrayList<>();
    for (Origin origin : List.of(Origin.values()).reversed()) {
      if (!value.has(origin) || origin == Origin.UNKNOWN && !words.isEmpty()) {
        continue;
      }
      words.add(origin == Origin.PARAMETER ? parameter(value, call) : origin.words());
    }
    return String.join(" and ", words);
  }

  private static String parameter(Value value, Call call) {
    if (value.parameters().isEmpty()) {
      return Origin.PARAMETER.words();
    }
    int passed = passedOrigins(value, call);
    List<String> words = new ArrayList<>();
    for (Origin origin : List.of(Origin.values()).reversed()) {
      if ((passed & origin.bit()) != 0) {
        words.add(origin.words());
      }
    }
    return Origin.PARAMETER.words()
        + " ("
        + String.join(", ", value.parameters())
        + (words.isEmpty() ? "" : "; callers pass " + String.join(" and ", words))
        + ")";
  }

  private void trace(String ref, Call call) {
    Value hook = call.argument(0, "func");
    boolean off = hook != null && hook.constant() == Constant.Singleton.NONE;
    if (!off) {
      report.add(AuditRule.TRACE_HOOK, Severity.NOTE, call.place(), ref + " is called");
    }
  }

  private void importHook(String what, Place place) {
    report.add(
        AuditRule.IMPORT_HOOK,
        place.atImport() ? Severity.WARNING : Severity.NOTE,
        place,
        what + (place.atImport() ? " is changed when the module is imported" : " is changed"));
  }

  private void frameWrite(String what, Place place) {
    report.add(AuditRule.FRAME_WRITE, Severity.WARNING, place, what + " is written");
  }

  private void setattr(Call call) {
    Value object = call.argument(0, "");
    Value name = call.argument(1, "");
    Value value = call.argument(2, "");
    if (object != null && name != null && name.text() != null) {
      assignAttribute(object, name.text(), value == null ? Value.UNKNOWN : value, call.place());
    }
  }

  private void method(Call call) {
    if (call.method().equals("replace")) {
      replace(call.keywords(), call.place());
    } else if (call.receiver() != null && SinkTable.isChange(call.method())) {
      if (call.receiver().made() != null && FRAME_NAMES.contains(call.receiver().made())) {
        frameWrite(call.receiver().made(), call.place());
      }
    } else if (call.method().equals("__setattr__") && call.args().size() == 2) {
      Value name = call.args().getFirst();
      if (name.text() != null && call.receiver() != null) {
        assignAttribute(call.receiver(), name.text(), call.args().get(1), call.place());
      }
    }
  }

  private void replace(Map<String, Value> keywords, Place place) {
    List<String> fields = keywords.keySet().stream().filter(k -> k.startsWith("co_")).sorted().toList();
    if (fields.isEmpty()) {
      return;
    }
    boolean grave =
        fields.stream().anyMatch(Set.of("co_code", "co_consts", "co_names", "co_exceptiontable")::contains);
    report.add(
        AuditRule.CODE_REPLACE,
        grave ? Severity.WARNING : Severity.NOTE,
        place,
        "a code object gets another " + String.join(", ", fields));
  }

  // Assignments

  /** {@code object.name = value}. */
  void assignAttribute(Value object, String name, Value value, Place place) {
    if (silent) {
      return;
    }
    if (name.equals("__code__")) {
      report.add(
          AuditRule.CODE_ASSIGN, Severity.WARNING, place, "the code of a function is replaced");
      return;
    }
    for (String ref : object.refs()) {
      String full = Refs.canonical(ref + "." + name);
      if (full.equals("builtins.__import__") || SinkTable.isImportState(full) || isLoader(ref)) {
        importHook(full, place);
      } else if (ref.equals("builtins")) {
        frameWrite(full, place);
      }
    }
  }

  private static boolean isLoader(String ref) {
    return ref.startsWith("importlib.machinery.")
        || ref.startsWith("importlib._bootstrap")
        || ref.startsWith("importlib.abc.")
        || ref.equals("importlib")
        || ref.equals("importlib.util");
  }

  /** {@code container[…] = value}. */
  void assignItem(Value container, Value index, Place place) {
    if (silent) {
      return;
    }
    if (container.made() != null && FRAME_NAMES.contains(container.made())) {
      frameWrite(container.made(), place);
    }
    for (String ref : container.refs()) {
      if (SinkTable.isImportState(ref)) {
        importHook(ref, place);
      } else if (ref.equals("builtins")) {
        frameWrite("builtins" + (index.text() == null ? "" : "." + index.text()), place);
      }
    }
  }

  void report(AuditRule rule, Severity severity, Place place, String message) {
    if (!silent) {
      report.add(rule, severity, place, message);
    }
  }
}
