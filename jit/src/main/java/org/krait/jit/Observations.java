package org.krait.jit;

import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.PyCell;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.execution.PyFrame;

/**
 * What was seen when the code ran and where its machine code was left, as it was when translation began:
 * the code runs on meanwhile.
 */
final class Observations {
  /** Failures of guards of one instruction after which the machine code assumes nothing there. */
  private static final int DISTRUST = 5;

  /** Failures of guards of one instruction after which nothing but its general form is right. */
  private static final int DESPAIR = 20;

  /** Failures of guards of one instruction after which no memory is tried: no byte could count that it fails too. */
  private static final int MOST_FAILURES = 100;

  /** Failures at one exit after which each instruction that leaves there gets an exit of its own. */
  private static final int SUSPICION = 4;

  private final Translation t;
  private final Object[] caches;
  private final byte[] profile;
  private final byte[] failures;
  private final byte[] wrong;

  /**
   * How many things each place had guards for: in the last translation, and after writing in this. Where it did without
   * such guards, less than zero: the failures known then.
   */
  final byte[] alternatives;

  /** The kinds of numbers that cells held. */
  private final Kind[] shared;

  Observations(Translation t, PyFrame frame) {
    this.t = t;
    this.shared = shared(t.code, frame);
    this.caches = t.code.caches.clone();
    this.profile = copy(t.code.profile);
    this.wrong = copy(t.code.heat.wrong);
    this.failures = copy(t.code.heat.failures);
    byte[] before = t.code.heat.alternatives;
    this.alternatives = before == null ? new byte[t.code.instructions.length] : before.clone();
  }

  /** The kinds of what the cells of a frame, or of its function, hold: of numbers that change, as the others are objects. */
  private Kind[] shared(PyCode code, PyFrame frame) {
    Kind[] kinds = new Kind[code.localsCount];
    PyCell[] closure = frame.function == null ? null : frame.function.closure;
    int own = code.localsCount - (closure == null ? 0 : closure.length);
    for (int i = 0; i < kinds.length; i++) {
      boolean isShared = (code.variableKind(i) & (CodeFlags.FAST_CELL | CodeFlags.FAST_FREE)) != 0;
      PyObject cell = !isShared ? null : i >= own ? closure[i - own] : frame.slots[i];
      if (cell instanceof PyCell known && known.get() != null) {
        Kind kind = known.isNumber() || isSet(i) ? Kind.of(known.get()) : Kind.REFERENCE;
        kinds[i] = kind == Kind.LONG || kind == Kind.DOUBLE ? kind : Kind.REFERENCE;
      }
    }
    return kinds;
  }

  /** Whether the code sets a variable in a cell. */
  private boolean isSet(int local) {
    for (int pc = 0; pc < t.flow.words.length; pc = t.flow.after(pc)) {
      if (t.flow.op(pc) == Opcodes.STORE_DEREF && t.flow.arg(pc) == local) {
        return true;
      }
    }
    return false;
  }

  /** The kind of number that a variable in a cell held, or reference; null where nothing is known. */
  Kind shared(int local) {
    return shared[local];
  }

  private static byte[] copy(byte[] counts) {
    return counts == null ? null : counts.clone();
  }

  /** The kinds of operands that the present instruction has met, as bits of {@code Profile}. */
  int kinds() {
    return profile == null ? 0 : profile[t.pc];
  }

  /** The same of another instruction. */
  int kinds(int pc) {
    return profile == null ? 0 : profile[pc];
  }

  /** Whether the present instruction, one whose operands are watched, has never run meanwhile. */
  boolean isUnseen() {
    return profile != null && profile[t.pc] == 0;
  }

  /** What the present instruction remembers. */
  Object cache() {
    return caches[t.pc];
  }

  /** The same of another instruction. */
  Object cache(int pc) {
    return caches[pc];
  }

  /** Whether guards behind the present place failed often enough to find out which. */
  boolean isSuspicious() {
    return failures != null && failures[t.safepoints.place()] >= SUSPICION;
  }

  /** Whether guards of an instruction have failed too often to assume anything there. */
  boolean distrusted(int pc) {
    return wrong != null && wrong[pc] >= DISTRUST;
  }

  /** Whether guards at the present place have failed too often to assume anything there. */
  boolean distrusted() {
    return distrusted(t.safepoints.place());
  }

  /**
   * Whether to assume anything at the present place, which has a guard for each of several things: again
   * too, once more of them are known than there were when the guards failed.
   */
  boolean trusts(int known) {
    boolean trusted = !distrusted() || alternatives[t.pc] >= 0 && known > alternatives[t.pc];
    if (trusted && known > 0 && !t.out.isDry()) {
      alternatives[t.pc] = (byte) known;
    }
    return trusted;
  }

  /** Whether to find a thing by a memory where guards for each have failed: as long as the memory has not failed since. */
  boolean remembers() {
    int failed = wrong[t.safepoints.place()];
    int before = -alternatives[t.pc];
    if (failed >= MOST_FAILURES || before > 0 && failed >= before + DISTRUST) {
      return false;
    }
    if (before <= 0 && !t.out.isDry()) {
      alternatives[t.pc] = (byte) -failed;
    }
    return true;
  }

  /** Whether they fail still, where what made them fail before is taken in. */
  boolean isHopeless() {
    return wrong != null && wrong[t.safepoints.place()] >= DESPAIR;
  }
}
