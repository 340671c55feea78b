package org.krait.runtime.execution;

import static org.krait.bytecode.Opcodes.*;

import org.krait.bytecode.OpcodeTable;

/**
 * The events that tools want of one code object, written into its decoded instructions.
 *
 * <p>An instruction that somebody watches has an instrumented opcode in {@link PyCode#instructions}; the
 * original stands here. A line event goes before an instruction event, which goes before the
 * instruction's own. Running frames see a change at their next instruction.
 */
public final class Instrumentation {
  private static final int[] EVENT = new int[256];
  private static final int[] INSTRUMENTED = new int[256];

  static {
    java.util.Arrays.fill(EVENT, -1);
    for (int op = INSTRUMENTED_LOAD_SUPER_ATTR; op < INSTRUMENTED_INSTRUCTION; op++) {
      INSTRUMENTED[OpcodeTable.base(op)] = op;
    }
    event(Monitoring.PY_RETURN, RETURN_CONST, RETURN_VALUE);
    event(Monitoring.CALL, CALL, CALL_FUNCTION_EX, LOAD_SUPER_ATTR);
    event(Monitoring.PY_START, RESUME);
    event(Monitoring.PY_YIELD, YIELD_VALUE);
    event(Monitoring.JUMP, JUMP_FORWARD, JUMP_BACKWARD);
    event(Monitoring.BRANCH, POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, POP_JUMP_IF_NONE,
        POP_JUMP_IF_NOT_NONE, FOR_ITER);
    event(Monitoring.STOP_ITERATION, END_FOR, END_SEND);
  }

  private final PyCode code;

  /** The instructions without instrumentation. */
  final int[] originals;

  /** The first instruction that events are told of; those before make the frame ready. */
  final int first;

  private final int[] local = new int[Monitoring.UNGROUPED];
  private final int[] active = new int[Monitoring.UNGROUPED];
  private final byte[] tools;
  private final byte[] lineTools;
  private final byte[] instructionTools;
  private volatile LineStarts lines;
  private volatile int version;
  private int restartVersion;

  /** Whether somebody is told of the objects that instructions make. */
  private boolean allocates;

  Instrumentation(PyCode code) {
    this.code = code;
    this.originals = code.instructions.clone();
    this.tools = new byte[originals.length];
    this.lineTools = new byte[originals.length];
    this.instructionTools = new byte[originals.length];
    int unit = 0;
    while (unit < originals.length && (originals[unit] & 0xff) != RESUME) {
      unit += 1 + OpcodeTable.caches(originals[unit] & 0xff);
    }
    this.first = unit;
  }

  private static void event(int event, int... opcodes) {
    for (int op : opcodes) {
      EVENT[op] = event;
    }
  }

  /** Called after the instructions of a code object changed: compiled code has to be left. */
  static void changed(PyCode code) {
    Instrumentation data = code.instrumentation();
    boolean watched = data != null && data.isPresent();
    code.setInstrumented(watched);
    if (!watched) {
      return;
    }
    CompiledCode compiled = code.compiled;
    if (compiled != null) {
      compiled.broken();
    }
    for (CompiledLoop loop = code.heat.loops; loop != null; loop = loop.next()) {
      loop.code().broken();
    }
  }

  private boolean isPresent() {
    return !java.util.Arrays.equals(code.instructions, originals);
  }

  /** The event of an instruction, or -1; that of {@code RESUME} depends on its operand. */
  private static int eventOf(int word) {
    int event = EVENT[word & 0xff];
    return event == Monitoring.PY_START && word >>> 8 != 0 ? Monitoring.PY_RESUME : event;
  }

  boolean isStale(Monitoring monitoring) {
    return version != monitoring.version();
  }

  LineStarts lines() {
    return lines;
  }

  /** The tools that watch an instruction's own event. */
  int tools(int unit) {
    return tools[unit] & 0xff;
  }

  int lineTools(int unit) {
    return lineTools[unit] & 0xff;
  }

  int instructionTools(int unit) {
    return instructionTools[unit] & 0xff;
  }

  /** What a tool wants of this code object alone, an event a bit. */
  public synchronized int localEvents(int tool) {
    return Monitoring.eventsOf(local, tool);
  }

  synchronized void setLocalEvents(Monitoring monitoring, int tool, int events) {
    if (Monitoring.eventsOf(local, tool) == events) {
      return;
    }
    Monitoring.setEvents(local, tool, events);
    version = -1;
    update(monitoring);
  }

  /** Brings the instructions up to date with what is wanted of all code and of this. */
  synchronized void update(Monitoring monitoring) {
    int now = monitoring.version();
    if (version == now) {
      return;
    }
    boolean restarted = monitoring.restartVersion() > restartVersion;
    int[] added = new int[Monitoring.UNGROUPED];
    int[] removed = new int[Monitoring.UNGROUPED];
    boolean any = false;
    for (int event = 0; event < Monitoring.UNGROUPED; event++) {
      int before = active[event];
      int wanted = monitoring.globalTools(event) | local[event];
      removed[event] = restarted ? before : before & ~wanted;
      added[event] = restarted ? wanted : wanted & ~before;
      active[event] = wanted;
      any |= (removed[event] | added[event]) != 0;
    }
    version = now;
    restartVersion = now;
    boolean wanted = monitoring.allocations() != null;
    any |= wanted != allocates;
    allocates = wanted;
    if (any) {
      if (active[Monitoring.LINE] != 0 && lines == null) {
        lines = new LineStarts(code, originals, first);
      }
      change(added, removed);
      write();
    }
  }

  private void change(int[] added, int[] removed) {
    for (int i = 0; i < originals.length; i += 1 + OpcodeTable.caches(originals[i] & 0xff)) {
      int op = originals[i] & 0xff;
      int event = eventOf(originals[i]);
      if (event >= 0) {
        tools[i] = (byte) (tools[i] & ~removed[event] | added[event]);
      }
      if (i < first) {
        continue;
      }
      if (lines != null && lines.isStart(i)) {
        lineTools[i] =
            (byte) (lineTools[i] & ~removed[Monitoring.LINE] | added[Monitoring.LINE]);
      }
      if (op != RESUME && op != END_FOR) {
        instructionTools[i] =
            (byte)
                (instructionTools[i] & ~removed[Monitoring.INSTRUCTION]
                    | added[Monitoring.INSTRUCTION]);
      }
    }
  }

  private void write() {
    for (int i = 0; i < originals.length; i += 1 + OpcodeTable.caches(originals[i] & 0xff)) {
      write(i);
    }
    changed(code);
  }

  private void write(int unit) {
    int word = originals[unit];
    if (lineTools[unit] != 0) {
      code.write(unit, word & ~0xff | INSTRUMENTED_LINE);
    } else {
      code.write(unit, afterLine(unit));
    }
  }

  /** The word to run after the line event. */
  int afterLine(int unit) {
    return instructionTools[unit] != 0 || allocates && Allocating.isWatched(originals[unit] & 0xff)
        ? originals[unit] & ~0xff | INSTRUMENTED_INSTRUCTION
        : afterInstruction(unit);
  }

  /** The word to run after the instruction event. */
  int afterInstruction(int unit) {
    int word = originals[unit];
    boolean watched =
        tools[unit] != 0
            || active[Monitoring.LINE] != 0 && tells(unit)
            || (word & 0xff) == FOR_ITER
                && (active[Monitoring.RAISE] | active[Monitoring.STOP_ITERATION]) != 0;
    return watched
        ? word & ~0xff | INSTRUMENTED[word & 0xff]
        : word;
  }

  private boolean tells(int unit) {
    if (INSTRUMENTED[originals[unit] & 0xff] == 0 || !lines.tells(unit)) {
      return false;
    }
    int target = LineStarts.follower(originals, unit);
    return target >= 0 && lineTools[target] != 0;
  }

  /** Tools that have seen enough of an event here. */
  synchronized void disable(int unit, int event, int tool) {
    byte[] of =
        switch (event) {
          case Monitoring.LINE -> lineTools;
          case Monitoring.INSTRUCTION -> instructionTools;
          default -> tools;
        };
    of[unit] &= (byte) ~tool;
    write(unit);
    if (of[unit] == 0 && event == Monitoring.LINE && lines.isMixed(unit)) {
      write();
    } else if (of[unit] == 0) {
      changed(code);
    }
  }
}
