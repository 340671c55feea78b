package org.krait.audit.sinks;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.audit.AuditFinding;
import org.krait.bytecode.CodeObject;
import org.krait.constants.Constant;

/**
 * Finds ways into the pipeline in bytecode, for which there is no source or not the right one, and what
 * the code calls.
 */
public final class AnalyzeBytecode {
  /** Two rounds: globals that a function uses are bound by code that may come later. */
  private static final int ROUNDS = 2;

  private final SinkReport report;
  private final Map<CodeObject, CodeFacts> facts = new IdentityHashMap<>();
  private final Bindings globals = new Bindings(null);

  private AnalyzeBytecode(String path, String key) {
    report = new SinkReport(path, key, new String[0]);
  }

  /**
   * Goes through a module's code.
   *
   * @param code the module's code, which the verifier found sound
   * @param path the file, as reports name it
   * @param key the file, as fingerprints name it
   */
  public static AnalyzeBytecode of(CodeObject code, String path, String key) {
    AnalyzeBytecode analysis = new AnalyzeBytecode(path, key);
    for (int round = 1; round <= ROUNDS; round++) {
      analysis.round(code, round < ROUNDS);
    }
    return analysis;
  }

  private void round(CodeObject root, boolean silent) {
    Set<Constant> met = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<CodeObject> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      CodeObject code = open.removeFirst();
      if (!met.add(code)) {
        continue;
      }
      CodeFacts own = new CodeFacts();
      facts.put(code, own);
      new RunInstructions(code, code == root, globals, report, own, silent).run();
      for (Constant constant : code.constants()) {
        switch (constant) {
          case CodeObject inner -> open.addLast(inner);
          case Constant.Str s -> own.strings().add(s.text());
          case Constant.Tuple t -> strings(t, own, 0);
          default -> {}
        }
      }
    }
  }

  private static void strings(Constant.Tuple tuple, CodeFacts own, int depth) {
    for (Constant item : tuple.items()) {
      if (item instanceof Constant.Str s) {
        own.strings().add(s.text());
      } else if (item instanceof Constant.Tuple inner && depth < 3) {
        strings(inner, own, depth + 1);
      }
    }
  }

  /** The ways into the pipeline. */
  public List<AuditFinding> findings() {
    return report.findings();
  }

  /** What these code objects of the module do. */
  public CodeFacts facts(Collection<CodeObject> some) {
    CodeFacts all = new CodeFacts();
    for (CodeObject code : some) {
      CodeFacts own = facts.get(code);
      if (own != null) {
        all.add(own);
      }
    }
    return all;
  }

  /** What the whole module does. */
  public CodeFacts facts() {
    return facts(new HashMap<>(facts).keySet());
  }
}
