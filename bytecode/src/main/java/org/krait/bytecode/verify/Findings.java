package org.krait.bytecode.verify;

import java.util.ArrayList;
import java.util.List;
import org.krait.bytecode.CodeObject;

/** Collects findings: one for each rule and place. */
final class Findings {
  /** Hostile code could break every rule at every place. */
  private static final int MAX = 100;

  private final List<Finding> all = new ArrayList<>();
  private CodeObject code;
  private int reliedOn;

  /** Begins with another code object. */
  void in(CodeObject code) {
    this.code = code;
  }

  void add(int offset, Rule rule, String sentence) {
    if (isFull()) {
      return;
    }
    for (Finding f : all) {
      if (f.code() == code && f.offset() == offset && f.rule() == rule) {
        return;
      }
    }
    all.add(new Finding(code, offset, rule, sentence));
    reliedOn += rule.isReliedOn() ? 1 : 0;
  }

  void add(Rule rule, String sentence) {
    add(-1, rule, sentence);
  }

  /** How many findings are of rules that a machine relies on. */
  int reliedOn() {
    return reliedOn;
  }

  boolean isFull() {
    return all.size() >= MAX;
  }

  List<Finding> toList() {
    return List.copyOf(all);
  }
}
