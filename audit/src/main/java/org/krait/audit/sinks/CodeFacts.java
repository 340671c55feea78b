package org.krait.audit.sinks;

import java.util.Set;
import java.util.TreeSet;

/** What a code object does, as far as its instructions name it: without those nested in it. */
public final class CodeFacts {
  private final Set<String> imports = new TreeSet<>();
  private final Set<String> calls = new TreeSet<>();
  private final Set<String> strings = new TreeSet<>();
  private final Set<String> sinks = new TreeSet<>();

  /** Modules that it imports. */
  public Set<String> imports() {
    return imports;
  }

  /** What it calls of other modules, and methods of unknown things: {@code os.system}, {@code .recv}. */
  public Set<String> calls() {
    return calls;
  }

  /** Strings among its constants. */
  public Set<String> strings() {
    return strings;
  }

  /** Its ways into the pipeline, as rule and message. */
  public Set<String> sinks() {
    return sinks;
  }

  /** Takes in another's. */
  public void add(CodeFacts other) {
    imports.addAll(other.imports);
    calls.addAll(other.calls);
    strings.addAll(other.strings);
    sinks.addAll(other.sinks);
  }

  /** Leaves out what another has too. */
  public void remove(CodeFacts other) {
    imports.removeAll(other.imports);
    calls.removeAll(other.calls);
    strings.removeAll(other.strings);
    sinks.removeAll(other.sinks);
  }
}
