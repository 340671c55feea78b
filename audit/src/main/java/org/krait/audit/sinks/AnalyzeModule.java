package org.krait.audit.sinks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.audit.AuditFinding;
import org.krait.audit.AuditRule;
import org.krait.audit.Severity;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.ParseOptions;
import org.krait.syntax.PythonParser;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.ast.Mod;
import org.krait.syntax.ast.Stmt;

/**
 * Goes through the tree of a module: its own statements, then the bodies of its functions. It does so
 * twice, first to learn what functions return and are passed, then to report.
 */
public final class AnalyzeModule implements Sinks.Listener {
  /** Constant source within constant source. */
  private static final int MAX_NESTING = 3;

  /** A function whose body waits. */
  record Waiting(FunctionInfo function, Scope outer) {}

  private final SinkReport report;
  private final Sinks sinks;
  private final int nesting;
  private final Set<String> constantSources = new HashSet<>();
  private final Map<Object, FunctionInfo> functions = new IdentityHashMap<>();
  private final Map<Object, ClassInfo> classes = new IdentityHashMap<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final List<String> starModules = new ArrayList<>();
  private final Map<ClassInfo, Place> transformers = new HashMap<>();
  private boolean hooks;
  private boolean first;
  private Scope scope;

  private AnalyzeModule(SinkReport report, int nesting) {
    this.report = report;
    this.nesting = nesting;
    this.sinks = new Sinks(report, this);
  }

  /**
   * The findings in a module.
   *
   * @param path the file, as reports name it
   * @param key the file, as fingerprints name it
   * @param text the source, for its lines
   */
  public static List<AuditFinding> of(Mod tree, String path, String key, String text) {
    SinkReport report = new SinkReport(path, key, text.split("\r\n|\r|\n", -1));
    if (tree instanceof Mod.Module module) {
      new AnalyzeModule(report, 0).run(module.body());
    }
    return report.findings();
  }

  private void run(List<Stmt> body) {
    first = true;
    pass(body);
    first = false;
    pass(body);
    if (hooks) {
      transformers.forEach(
          (info, place) ->
              report.add(
                  AuditRule.TREE_HOOK, Severity.WARNING, place,
                  info.qualname + " is a NodeTransformer in a module that changes imports"));
    }
  }

  private void pass(List<Stmt> body) {
    sinks.setSilent(first);
    starModules.clear();
    Scope module = new Scope(null, null, null, "");
    statements(module, body);
    while (!waiting.isEmpty()) {
      function(waiting.removeFirst());
    }
  }

  private void statements(Scope into, List<Stmt> body) {
    Scope before = scope;
    scope = into;
    new AnalyzeStatements(this, into).all(body);
    scope = before;
  }

  private void function(Waiting next) {
    FunctionInfo function = next.function();
    Scope inner = new Scope(next.outer(), function, function.owner, function.qualname);
    for (int i = 0; i < function.parameters.size(); i++) {
      String name = function.parameters.get(i);
      boolean self = i == 0 && function.owner != null;
      inner.bindings.set(
          name,
          self ? Value.instance(function.owner) : Value.parameter(name).withName(inner.turn(name)));
    }
    statements(inner, function.body);
    function.result = inner.returned == null ? Value.PLAIN : inner.returned;
    if (first) {
      inner.checks.stream()
          .filter(TextFilters.Check::looksAtCode)
          .forEach(check -> function.searched.add(check.name()));
    }
  }

  // For the statements and expressions

  Sinks sinks() {
    return sinks;
  }

  List<String> starModules() {
    return starModules;
  }

  FunctionInfo functionOf(Object node, java.util.function.Supplier<FunctionInfo> maker) {
    return functions.computeIfAbsent(node, _ -> maker.get());
  }

  ClassInfo classOf(Object node, java.util.function.Supplier<ClassInfo> maker) {
    return classes.computeIfAbsent(node, _ -> maker.get());
  }

  void await(FunctionInfo function, Scope outer) {
    waiting.addLast(new Waiting(function, outer));
  }

  void transformer(ClassInfo info, Place place) {
    transformers.put(info, place);
  }

  /** The module changes how others are imported. */
  void hooksImports() {
    hooks = true;
  }

  @Override
  public void constantSource(String source, Place place) {
    if (nesting >= MAX_NESTING || !constantSources.add(source) || source.length() > 1 << 20) {
      return;
    }
    try {
      ParseOptions options = ParseOptions.of(ParseOptions.Mode.EXEC, "<constant>");
      Mod tree = PythonParser.parse(source.strip(), options, DiagnosticListener.NONE);
      SinkReport inner = new SinkReport("", "", new String[0]);
      new AnalyzeModule(inner, nesting + 1).run(((Mod.Module) tree).body());
      for (AuditFinding finding : inner.findings()) {
        report.add(
            finding.rule(), finding.severity(), place,
            "the constant source: line " + finding.line() + ": " + finding.message());
      }
    } catch (SyntaxDiagnostic e) {
      // What is no Python cannot run.
    }
  }

  @Override
  public void compiled(Value value, Place place) {
    TextFilters.compiled(value, place, scope, sinks);
  }
}
