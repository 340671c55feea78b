package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.krait.bytecode.Opcodes;

/**
 * Ways into the midst of loops: through their heads, from the outermost in. HotSpot's first compiler refuses most
 * methods with a loop that is entered at two places, so that they run in its interpreter, and its second one optimises
 * no such loop.
 */
final class Reentries {
  /**
   * A way to an entry.
   *
   * @param number what the variable holds on this way; it is 0 elsewhere
   * @param heads of the loops around the entry
   */
  private record Route(int number, Translation.Entry entry, List<Integer> heads) {}

  /** Where routes part, written behind the blocks. */
  private record Fork(int head, Label label) {}

  private final Translation t;
  private final Map<Translation.Entry, Route> routes = new LinkedHashMap<>();
  private final List<Fork> forks = new ArrayList<>();
  private int variable = -1;

  Reentries(Translation t) {
    this.t = t;
  }

  /** Finds the ways, before anything is written. */
  void plan() {
    Map<Integer, Integer> ends = ends();
    for (Translation.Entry entry : t.entries.values()) {
      List<Integer> heads = new ArrayList<>();
      for (int head = t.flow.heads.nextSetBit(0); head >= 0; head = t.flow.heads.nextSetBit(head + 1)) {
        if (t.start(head) != null && head < entry.block() && entry.block() <= ends.getOrDefault(head, -1)) {
          heads.add(head);
        }
      }
      if (!heads.isEmpty()) {
        routes.put(entry, new Route(routes.size() + 1, entry, heads));
      }
    }
    if (!routes.isEmpty()) {
      variable = t.variables.take(Kind.TRUTH);
      // What a way does not set has to be something for the JVM's verifier.
      t.variables.clearAll(t.out);
    }
  }

  /** The last jump back to each head. */
  private Map<Integer, Integer> ends() {
    Map<Integer, Integer> ends = new LinkedHashMap<>();
    for (int pc = 0; pc < t.flow.words.length; pc = t.flow.after(pc)) {
      if (t.flow.op(pc) == Opcodes.JUMP_BACKWARD) {
        ends.put(t.flow.target(pc), pc);
      }
    }
    return ends;
  }

  private boolean passes(int head) {
    for (Route route : routes.values()) {
      if (route.heads.contains(head)) {
        return true;
      }
    }
    return false;
  }

  /** Before a loop: on the way to an entry nothing is done there. */
  void beforeLoop(int head, Label turn) {
    if (passes(head)) {
      t.out.load(Kind.TRUTH, variable);
      t.out.branch(Opcode.IFNE, turn);
    }
  }

  /** At the start of a loop's turns. */
  void atTurn(int head) {
    if (passes(head)) {
      Fork fork = new Fork(head, t.out.label());
      forks.add(fork);
      t.out.load(Kind.TRUTH, variable);
      t.out.branch(Opcode.IFNE, fork.label);
    }
  }

  /** Goes to an entry; its variables are set. */
  void enter(Translation.Entry entry) {
    Route route = routes.get(entry);
    if (route == null) {
      t.out.jump(t.label(entry.block()));
      return;
    }
    t.out.number(route.number);
    t.out.store(Kind.TRUTH, variable);
    t.out.jump(t.label(route.heads.getFirst()));
  }

  /** Writes where routes part. */
  void write() {
    for (Fork fork : forks) {
      t.out.bind(fork.label);
      List<Route> through = new ArrayList<>();
      List<SwitchCase> cases = new ArrayList<>();
      for (Route route : routes.values()) {
        if (route.heads.contains(fork.head)) {
          through.add(route);
          cases.add(SwitchCase.of(route.number, t.out.label()));
        }
      }
      if (through.size() > 1) {
        t.out.load(Kind.TRUTH, variable);
        t.out.select(cases.getFirst().target(), cases);
      }
      for (int i = 0; i < through.size(); i++) {
        t.out.bind(cases.get(i).target());
        onward(through.get(i), fork.head);
      }
    }
  }

  private void onward(Route route, int head) {
    int following = route.heads.indexOf(head) + 1;
    if (following < route.heads.size()) {
      t.out.jump(t.label(route.heads.get(following)));
      return;
    }
    t.out.number(0);
    t.out.store(Kind.TRUTH, variable);
    t.out.jump(t.label(route.entry.block()));
  }
}
