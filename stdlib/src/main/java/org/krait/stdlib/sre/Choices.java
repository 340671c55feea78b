package org.krait.stdlib.sre;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What is left to be tried at a point of the method that {@link PatternWriter} writes, and where a
 * failure leads from there.
 *
 * <p>A choice is <em>open</em> while the place in the code says what the latest choice is: it lies in variables,
 * and a failure is a jump. Where ways meet that have other choices, or a repeat may make any number of
 * them, the open ones are <em>kept</em>: their variables go to the stack of the matching, as one entry with the
 * number of the place to go on at, and a failure takes the topmost entry. So no pattern and no text
 * overflows Java's stack, and most patterns never need theirs.
 *
 * <p>Marks that are set while choices are kept leave an entry that sets them back; for an open choice the marks
 * that may be set before the next node of the kind that keeps it are saved in variables when it is made.
 */
final class Choices {
  private static final int MATCHING_SLOT = 0;
  private static final int STACK = 6;
  private static final int HEIGHT = 7;
  private static final int FAILURES = 8;
  static final int LAST_INDEX = 9;
  private static final int MARKS = 10;

  /** Between failures after which signals are looked at. */
  private static final int POLL_MASK = 0xfff;

  /** An entry must fit into the smallest stack once that was doubled. */
  static final int LARGEST_ENTRY = 60;

  private static final ClassDesc INTS = ConstantDescs.CD_int.arrayType();

  /** Copies of marks; {@code lastIndex}: the variable with that of the last index, or -1. */
  record Saved(BitSet marks, int first, int lastIndex) {
    int variable(int mark) {
      return first + marks.get(0, mark).cardinality();
    }

    int size() {
      return marks.cardinality();
    }
  }

  /**
   * A choice.
   *
   * @param failed where to go on with it
   * @param state the variables that it needs
   * @param undone the marks that are set back
   */
  record Choice(Label failed, int[] state, Saved saved, BitSet undone) {}

  /** What is open, innermost last, and whether there may be something on the stack. */
  record State(List<Choice> open, boolean kept) {}

  /** An entry of the stack: the variables that it sets, and where it leads. */
  private record Entry(int[] targets, Label label) {}

  private final CodeBuilder code;
  private final int groups;
  private final int variables;
  private final boolean stacked;
  private int nextVariable;
  private int largestEntry;

  /** Whether the height of the stack is asked for. */
  private boolean measured;

  private List<Choice> open = new ArrayList<>();
  private boolean kept;
  private final List<Entry> entries = new ArrayList<>();
  private final Label noMatch;
  private final Label dispatch;

  /**
   * The choices of one method.
   *
   * @param variables how many variables there will be, as a first writing has shown
   * @param stacked whether anything will be kept
   */
  Choices(CodeBuilder code, int groups, int variables, boolean stacked) {
    this.code = code;
    this.groups = groups;
    this.variables = variables;
    this.stacked = stacked;
    this.nextVariable = mark(2 * groups);
    this.noMatch = code.newLabel();
    this.dispatch = code.newLabel();
  }

  /** The variable of a mark. */
  static int mark(int index) {
    return MARKS + index;
  }

  int variable() {
    return nextVariable++;
  }

  int variables() {
    return nextVariable - mark(2 * groups);
  }

  boolean isStacked() {
    return !entries.isEmpty() || measured;
  }

  int largestEntry() {
    return largestEntry;
  }

  /** Sets all variables, so that they are set wherever a failure leads. */
  void begin() {
    code.iconst_0().istore(FAILURES);
    for (int i = LAST_INDEX; i < mark(2 * groups); i++) {
      code.iconst_m1().istore(i);
    }
    for (int i = 0; i < variables; i++) {
      code.iconst_0().istore(mark(2 * groups) + i);
    }
    if (stacked) {
      code.aload(MATCHING_SLOT)
          .invokevirtual(PatternWriter.MATCHING, "stack", MethodTypeDesc.of(INTS))
          .astore(STACK)
          .iconst_0()
          .istore(HEIGHT);
    }
  }

  // ---- what is open

  /** Where a failure leads. */
  Label failed() {
    return !open.isEmpty() ? open.getLast().failed : kept ? dispatch : noMatch;
  }

  State state() {
    return new State(List.copyOf(open), kept);
  }

  void restore(State state) {
    open = new ArrayList<>(state.open);
    kept = state.kept;
  }

  boolean isOnly(Choice choice) {
    return open.size() == 1 && open.getFirst() == choice;
  }

  /** Copies marks to variables, and the last index if a group may end. */
  Saved save(BitSet marks) {
    int first = nextVariable;
    for (int mark = marks.nextSetBit(0); mark >= 0; mark = marks.nextSetBit(mark + 1)) {
      code.iload(mark(mark)).istore(variable());
    }
    int lastIndex = -1;
    if (endsGroup(marks)) {
      lastIndex = variable();
      code.iload(LAST_INDEX).istore(lastIndex);
    }
    return new Saved(marks, first, lastIndex);
  }

  private static boolean endsGroup(BitSet marks) {
    return marks.stream().anyMatch(mark -> (mark & 1) != 0);
  }

  Choice open(Saved saved, BitSet undone, int... state) {
    Choice choice = new Choice(code.newLabel(), state, saved, undone);
    open.add(choice);
    return choice;
  }

  /** Opens a choice of a group that is not re-entered: what is around it cannot be reached from within. */
  Choice openAlone(Saved saved, BitSet undone, int... state) {
    open = new ArrayList<>();
    kept = false;
    return open(saved, undone, state);
  }

  /** A group that is not re-entered has matched. */
  void closed(State around, Choice choice) {
    restore(around);
    undoLater(choice);
  }

  /** Closes the innermost choice, because it cannot succeed any more. */
  void drop(Choice choice) {
    if (open.removeLast() != choice) {
      throw new IllegalStateException();
    }
    undoLater(choice);
  }

  private void undoLater(Choice choice) {
    if (open.isEmpty() && kept && !choice.undone.isEmpty()) {
      List<Integer> sources = new ArrayList<>();
      List<Integer> targets = new ArrayList<>();
      choice.undone.stream().forEach(mark -> {
        sources.add(choice.saved.variable(mark));
        targets.add(mark(mark));
      });
      if (endsGroup(choice.undone)) {
        sources.add(choice.saved.lastIndex);
        targets.add(LAST_INDEX);
      }
      push(array(sources), array(targets), dispatch);
    }
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Here a choice goes on: its label, and its marks as they were. */
  void failedAt(Choice choice) {
    code.labelBinding(choice.failed);
    undoNow(choice);
  }

  void undoNow(Choice choice) {
    choice.undone.stream().forEach(mark -> code.iload(choice.saved.variable(mark)).istore(mark(mark)));
    if (endsGroup(choice.undone)) {
      code.iload(choice.saved.lastIndex).istore(LAST_INDEX);
    }
  }

  /** A mark is about to be set. */
  void undoMark(int index) {
    if ((index & 1) == 0) {
      undo(mark(index));
    } else {
      undo(mark(index), LAST_INDEX);
    }
  }

  // ---- what is kept

  /** Variables are about to be set that have to be set back when what is kept goes on. */
  void undo(int... state) {
    if (open.isEmpty() && kept && state.length > 0) {
      push(state, state, dispatch);
    }
  }

  /** Puts what is open on the stack. */
  void keep() {
    if (open.isEmpty()) {
      return;
    }
    List<Integer> state = new ArrayList<>();
    for (Choice choice : open) {
      for (int variable : choice.state) {
        state.add(variable);
      }
      for (int i = 0; i < choice.saved.size(); i++) {
        state.add(choice.saved.first + i);
      }
      if (choice.saved.lastIndex >= 0) {
        state.add(choice.saved.lastIndex);
      }
    }
    Label failed = open.getLast().failed;
    open.clear();
    push(failed, array(state.stream().distinct().toList()));
  }

  /** On one of the ways that meet here something was kept. */
  void someKept() {
    open.clear();
    kept = true;
  }

  /** Puts an entry on the stack. */
  void push(Label label, int... state) {
    push(state, state, label);
    kept = true;
  }

  private void push(int[] sources, int[] targets, Label label) {
    largestEntry = Math.max(largestEntry, sources.length);
    int size = sources.length + 1;
    Label fits = code.newLabel();
    code.aload(STACK).arraylength().iload(HEIGHT).isub().loadConstant(size).if_icmpge(fits);
    code.aload(MATCHING_SLOT)
        .invokevirtual(PatternWriter.MATCHING, "largerStack", MethodTypeDesc.of(INTS))
        .astore(STACK)
        .labelBinding(fits);
    for (int i = 0; i < size; i++) {
      code.aload(STACK).iload(HEIGHT);
      if (i > 0) {
        code.loadConstant(i).iadd();
      }
      if (i < sources.length) {
        code.iload(sources[i]);
      } else {
        code.loadConstant(entries.size());
      }
      code.iastore();
    }
    code.iinc(HEIGHT, size);
    entries.add(new Entry(targets, label));
  }

  /** A variable with the height of the stack. */
  int heightVariable() {
    measured = true;
    int variable = variable();
    code.iload(HEIGHT).istore(variable);
    return variable;
  }

  /** Drops what was put on the stack since. */
  void setHeight(int variable) {
    code.iload(variable).istore(HEIGHT);
  }

  /** A match can take longer than anybody lives: signals get through. */
  void countFailure() {
    Label go = code.newLabel();
    code.iinc(FAILURES, 1)
        .iload(FAILURES)
        .loadConstant(POLL_MASK)
        .iand()
        .ifne(go)
        .invokestatic(PatternWriter.COMPILED, "poll", ConstantDescs.MTD_void)
        .labelBinding(go);
  }

  /** Writes where failures lead. */
  void finish() {
    code.labelBinding(dispatch);
    if (!entries.isEmpty()) {
      countFailure();
      code.iload(HEIGHT).ifeq(noMatch);
      pop();
      List<SwitchCase> cases = new ArrayList<>();
      for (int i = 0; i < entries.size(); i++) {
        cases.add(SwitchCase.of(i, code.newLabel()));
      }
      code.tableswitch(0, entries.size() - 1, noMatch, cases);
      for (int i = 0; i < entries.size(); i++) {
        code.labelBinding(cases.get(i).target());
        int[] targets = entries.get(i).targets;
        for (int j = targets.length - 1; j >= 0; j--) {
          pop();
          code.istore(targets[j]);
        }
        code.goto_(entries.get(i).label);
      }
    }
    code.labelBinding(noMatch).iconst_0().ireturn();
  }

  private void pop() {
    code.iinc(HEIGHT, -1).aload(STACK).iload(HEIGHT).iaload();
  }
}
