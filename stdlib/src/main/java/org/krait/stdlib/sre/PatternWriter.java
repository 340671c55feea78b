package org.krait.stdlib.sre;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.BitSet;
import java.util.List;
import org.krait.stdlib.sre.Node.Greed;

/**
 * Writes the method that matches a pattern at a place: a node after another, each going on behind itself
 * when it matches, and where the latest {@linkplain Choices choice} says when it does not.
 *
 * <p>The method is {@code static boolean at(Matching matching, T text, int end, int from)}.
 */
final class PatternWriter {
  static final ClassDesc MATCHING = ClassDesc.of(Matching.class.getName());
  static final ClassDesc COMPILED = ClassDesc.of(CompiledPattern.class.getName());
  private static final ClassDesc INTS = ConstantDescs.CD_int.arrayType();
  private static final ClassDesc INT = ConstantDescs.CD_int;

  // Variables.
  private static final int MATCHING_SLOT = 0;
  private static final int TEXT = 1;
  private static final int END = 2;
  private static final int FROM = 3;
  private static final int POS = 4;
  private static final int C = 5;

  private final CodeBuilder code;
  private final SubjectKind kind;
  private final CharacterTests tests;
  private final Choices choices;
  private final int groups;

  /** Whether groups are referred to within the pattern. */
  private final boolean refers;

  /** How many repeats there are around, of which a node may be reached again. */
  private int loops;

  /** How deep within the pattern: 0 for what every match goes through once. */
  private int depth;

  PatternWriter(CodeBuilder code, SubjectKind kind, CharacterTests tests, Choices choices, int groups, boolean refers) {
    this.code = code;
    this.kind = kind;
    this.tests = tests;
    this.choices = choices;
    this.groups = groups;
    this.refers = refers;
  }

  /** Writes the method's code. */
  void write(List<Node> nodes) {
    code.iload(FROM).istore(POS).iconst_0().istore(C);
    choices.begin();
    sequence(nodes, new Continuation.End(true));
    accept();
    choices.finish();
  }

  private void accept() {
    code.aload(MATCHING_SLOT).iload(FROM).putfield(MATCHING, "start", INT);
    code.aload(MATCHING_SLOT).iload(POS).putfield(MATCHING, "pos", INT);
    code.aload(MATCHING_SLOT).iload(Choices.LAST_INDEX).putfield(MATCHING, "lastIndex", INT);
    for (int i = 0; i < 2 * groups; i++) {
      code.aload(MATCHING_SLOT).getfield(MATCHING, "marks", INTS);
      code.loadConstant(i).iload(Choices.mark(i)).iastore();
    }
    code.iconst_1().ireturn();
  }

  // ---- nodes

  private void sequence(List<Node> nodes, Continuation behind) {
    int i = 0;
    while (i < nodes.size()) {
      int run = i;
      while (run < nodes.size() && nodes.get(run) instanceof Node.One) {
        run++;
      }
      if (run > i) {
        characters(nodes.subList(i, run));
        i = run;
      } else {
        node(nodes, i, new Continuation.Nodes(nodes, i + 1, behind));
        i++;
      }
    }
  }

  /** The same, within another node. */
  private void nested(List<Node> nodes, Continuation behind) {
    depth++;
    sequence(nodes, behind);
    depth--;
  }

  private void node(List<Node> nodes, int index, Continuation behind) {
    switch (nodes.get(index)) {
      case Node.At at -> new PlaceTests(code, kind, tests).test(at.where(), choices.failed());
      case Node.Mark mark -> mark(mark.index());
      case Node.Branch branch -> branch(branch, behind);
      case Node.RepeatOne repeat -> repeatOne(repeat, behind, marksFrom(nodes, index + 1));
      case Node.Repeat repeat -> repeat(repeat, behind);
      case Node.Look look -> look(look);
      case Node.Atomic atomic -> atomic(atomic);
      case Node.Reference reference -> reference(reference);
      case Node.Conditional conditional -> conditional(conditional, behind);
      case Node.Fail _ -> fail();
      case Node.Advanced _ ->
          code.iload(POS)
              .aload(MATCHING_SLOT)
              .getfield(MATCHING, "mustAdvanceFrom", INT)
              .if_icmpeq(choices.failed());
      case Node.One _ -> throw new IllegalStateException();
    }
  }

  /** The marks that a sequence may set from a node on, as far as they have to be undone. */
  private BitSet marksFrom(List<Node> nodes, int index) {
    BitSet marks = new BitSet();
    for (Node node : nodes.subList(index, nodes.size())) {
      if (depth > 0 || refers || !(node instanceof Node.Mark)) {
        node.marks(marks);
      }
    }
    return marks;
  }

  private static BitSet marks(List<Node> nodes) {
    BitSet marks = new BitSet();
    Node.marks(nodes, marks);
    return marks;
  }

  private void fail() {
    // Not the plain jump: what is written behind it could not be reached.
    code.iload(END).ifge(choices.failed());
  }

  private void characters(List<Node> run) {
    Label failed = choices.failed();
    if (run.size() == 1) {
      code.iload(POS).iload(END).if_icmpge(failed);
    } else {
      code.iload(END).iload(POS).isub().loadConstant(run.size()).if_icmplt(failed);
    }
    for (int i = 0; i < run.size(); i++) {
      code.aload(TEXT).iload(POS);
      if (i > 0) {
        code.loadConstant(i).iadd();
      }
      kind.read(code);
      code.istore(C);
      tests.test(code, (Node.One) run.get(i), C, failed);
    }
    code.iinc(POS, run.size());
  }

  private void mark(int index) {
    if (depth > 0 || refers) {
      choices.undoMark(index);
    }
    code.iload(POS).istore(Choices.mark(index));
    if ((index & 1) != 0) {
      code.loadConstant(index / 2 + 1).istore(Choices.LAST_INDEX);
    }
  }

  private void reference(Node.Reference reference) {
    int place = choices.variable();
    code.aload(MATCHING_SLOT)
        .loadConstant(reference.op())
        .iload(Choices.mark(2 * reference.group()))
        .iload(Choices.mark(2 * reference.group() + 1))
        .iload(POS)
        .invokevirtual(MATCHING, "reference", MethodTypeDesc.of(INT, INT, INT, INT, INT))
        .istore(place)
        .iload(place)
        .iflt(choices.failed())
        .iload(place)
        .istore(POS);
  }

  // ---- alternatives

  private void branch(Node.Branch branch, Continuation behind) {
    List<List<Node>> alternatives = branch.alternatives();
    boolean quiet = Continuation.isQuiet(branch, behind);
    boolean[] decided = Continuation.decided(branch, behind);
    if (!quiet) {
      choices.keep();
    }
    Choices.State around = choices.state();
    int start = choices.variable();
    code.iload(POS).istore(start);
    Choices.Saved saved = choices.save(marksOf(alternatives));
    Label join = code.newLabel();
    for (int i = 0; i < alternatives.size(); i++) {
      boolean last = i == alternatives.size() - 1;
      Choices.Choice choice = last ? null : choices.open(saved, marks(alternatives.get(i)), start);
      nested(alternatives.get(i), behind);
      if (quiet) {
        if (choice != null) {
          choices.drop(choice);
        }
      } else if (choice != null && decided[i] && choices.isOnly(choice)) {
        choices.drop(choice);
      } else {
        choices.keep();
      }
      if (last) {
        break;
      }
      code.goto_(join);
      choices.restore(around);
      choices.failedAt(choice);
      code.iload(start).istore(POS);
    }
    code.labelBinding(join);
    if (quiet) {
      choices.restore(around);
    } else {
      choices.someKept();
    }
  }

  private static BitSet marksOf(List<List<Node>> alternatives) {
    BitSet marks = new BitSet();
    alternatives.forEach(each -> Node.marks(each, marks));
    return marks;
  }

  private void conditional(Node.Conditional conditional, Continuation behind) {
    boolean quiet = Continuation.isQuiet(conditional, behind);
    if (!quiet) {
      choices.keep();
    }
    Choices.State around = choices.state();
    Label otherwise = code.newLabel();
    Label join = code.newLabel();
    int from = Choices.mark(2 * conditional.group());
    code.iload(from).iflt(otherwise).iload(from + 1).iload(from).if_icmplt(otherwise);
    nested(conditional.yes(), behind);
    if (!quiet) {
      choices.keep();
    }
    code.goto_(join).labelBinding(otherwise);
    choices.restore(around);
    nested(conditional.no(), behind);
    if (!quiet) {
      choices.keep();
    }
    code.labelBinding(join);
    if (quiet) {
      choices.restore(around);
    } else {
      choices.someKept();
    }
  }

  // ---- repeats of one character

  private void repeatOne(Node.RepeatOne repeat, Continuation behind, BitSet marks) {
    boolean quiet = Continuation.isQuiet(repeat, behind);
    if (repeat.greed() != Greed.LAZY || quiet) {
      boolean few = repeat.greed() == Greed.LAZY && behind.isCertain();
      int least = repeat.least();
      int first = least > 0 || !quiet ? choices.variable() : -1;
      atLeast(least, first);
      take(repeat.item(), few ? least : repeat.most());
      if (least > 0) {
        code.iload(POS).iload(first).if_icmplt(choices.failed());
      }
      if (!quiet) {
        giveBack(first, marks);
      }
    } else {
      lazily(repeat, marks);
    }
  }

  /** Fails when not so many characters are left; sets a variable to the place behind them. */
  private void atLeast(int least, int first) {
    if (least > 0) {
      code.iload(END).iload(POS).isub().loadConstant(least).if_icmplt(choices.failed());
    }
    if (first >= 0) {
      code.iload(POS).loadConstant(least).iadd().istore(first);
    }
  }

  /** Takes as many characters as there are, up to a limit. */
  private void take(Node.One item, int most) {
    int limit = limit(most);
    int op = tests.op(item);
    if (op == Op.ANY_ALL) {
      code.iload(limit).istore(POS);
      return;
    }
    if (op == Op.ANY && kind == SubjectKind.TEXT) {
      code.aload(TEXT)
          .iload(POS)
          .iload(limit)
          .invokestatic(COMPILED, "lineEnd", MethodTypeDesc.of(INT, kind.type, INT, INT))
          .istore(POS);
      return;
    }
    Label next = code.newBoundLabel();
    Label done = code.newLabel();
    code.iload(POS).iload(limit).if_icmpge(done);
    code.aload(TEXT).iload(POS);
    kind.read(code);
    code.istore(C);
    tests.test(code, item, C, done);
    code.iinc(POS, 1).goto_(next).labelBinding(done);
  }

  /** The variable with the place behind which no more is taken. */
  private int limit(int most) {
    if (most == Node.UNLIMITED) {
      return END;
    }
    int limit = choices.variable();
    Label done = code.newLabel();
    code.iload(END).istore(limit).iload(END).iload(POS).isub().loadConstant(most).if_icmple(done);
    code.iload(POS).loadConstant(most).iadd().istore(limit).labelBinding(done);
    return limit;
  }

  /** What was taken is given back, one character after another, down to a place. */
  private void giveBack(int first, BitSet marks) {
    int place = choices.variable();
    Label go = code.newLabel();
    Label outer = choices.failed();
    Choices.Saved saved = choices.save(marks);
    code.iload(POS).istore(place).goto_(go);
    Choices.Choice choice = choices.open(saved, marks, place, first);
    choices.failedAt(choice);
    choices.countFailure();
    code.iinc(place, -1).iload(place).iload(first).if_icmplt(outer);
    code.labelBinding(go).iload(place).istore(POS);
  }

  private void lazily(Node.RepeatOne repeat, BitSet marks) {
    int limit = limit(repeat.most());
    if (repeat.least() > 0) {
      int first = choices.variable();
      atLeast(repeat.least(), first);
      take(repeat.item(), repeat.least());
      code.iload(POS).iload(first).if_icmplt(choices.failed());
    }
    int place = choices.variable();
    Label go = code.newLabel();
    Label outer = choices.failed();
    Choices.Saved saved = choices.save(marks);
    code.iload(POS).istore(place).goto_(go);
    Choices.Choice choice =
        limit == END ? choices.open(saved, marks, place) : choices.open(saved, marks, place, limit);
    choices.failedAt(choice);
    choices.countFailure();
    code.iload(place).iload(limit).if_icmpge(outer);
    code.aload(TEXT).iload(place);
    kind.read(code);
    code.istore(C);
    tests.test(code, repeat.item(), C, outer);
    code.iinc(place, 1).labelBinding(go).iload(place).istore(POS);
  }

  // ---- repeats of more

  private void repeat(Node.Repeat repeat, Continuation behind) {
    loops++;
    if (repeat.greed() == Greed.POSSESSIVE) {
      possessive(repeat);
    } else if (Continuation.isQuiet(repeat, behind)) {
      decidedRepeat(repeat, behind);
    } else {
      openRepeat(repeat, behind);
    }
    loops--;
  }

  /** Each place says whether another turn begins there. */
  private void decidedRepeat(Node.Repeat repeat, Continuation behind) {
    boolean counts = repeat.least() > 0 || repeat.most() != Node.UNLIMITED;
    int count = counts ? choices.variable() : -1;
    int start = choices.variable();
    if (counts) {
      code.iconst_0().istore(count);
    }
    Choices.State around = choices.state();
    Label outer = choices.failed();
    Label head = code.newBoundLabel();
    Label tail = code.newLabel();
    if (repeat.most() != Node.UNLIMITED) {
      code.iload(count).loadConstant(repeat.most()).if_icmpge(tail);
    }
    code.iload(POS).istore(start);
    BitSet marks = marks(repeat.body());
    Choices.Choice turn = choices.open(choices.save(marks), marks, start);
    nested(repeat.body(), Continuation.again(repeat.body(), behind));
    choices.drop(turn);
    if (counts) {
      code.iinc(count, 1);
    }
    code.goto_(head);
    choices.restore(around);
    choices.failedAt(turn);
    code.iload(start).istore(POS);
    if (repeat.least() > 0) {
      code.iload(count).loadConstant(repeat.least()).if_icmplt(outer);
    }
    code.labelBinding(tail);
  }

  /** Each turn leaves a choice: another, or none. */
  private void openRepeat(Node.Repeat repeat, Continuation behind) {
    choices.keep();
    boolean lazy = repeat.greed() == Greed.LAZY;
    int count = repeat.least() > 0 || repeat.most() != Node.UNLIMITED ? choices.variable() : -1;
    int last = Node.isNullable(repeat.body()) ? choices.variable() : -1;
    int[] state = variables(count, last);
    if (loops > 1) {
      choices.undo(state);
    }
    if (count >= 0) {
      code.iconst_0().istore(count);
    }
    if (last >= 0) {
      code.iconst_m1().istore(last);
    }
    Label must = code.newLabel();
    Label body = code.newLabel();
    Label tail = code.newLabel();
    Label head = code.newBoundLabel();
    if (repeat.least() > 0) {
      code.iload(count).loadConstant(repeat.least()).if_icmplt(must);
    }
    if (repeat.most() != Node.UNLIMITED) {
      code.iload(count).loadConstant(repeat.most()).if_icmpge(tail);
    }
    if (last >= 0) {
      code.iload(POS).iload(last).if_icmpeq(tail);
    }
    Label again = code.newLabel();
    choices.push(lazy ? again : tail, variables(POS, count, last));
    if (lazy) {
      code.goto_(tail).labelBinding(again);
      choices.undo(state);
    }
    if (last >= 0) {
      code.iload(POS).istore(last);
    }
    if (repeat.least() > 0) {
      code.goto_(body).labelBinding(must);
      choices.undo(state);
      code.labelBinding(body);
    } else {
      code.labelBinding(must).labelBinding(body);
    }
    if (count >= 0) {
      code.iinc(count, 1);
    }
    nested(repeat.body(), Continuation.again(repeat.body(), behind));
    choices.keep();
    code.goto_(head).labelBinding(tail);
  }

  private static int[] variables(int... some) {
    return java.util.Arrays.stream(some).filter(each -> each >= 0).toArray();
  }

  private void possessive(Node.Repeat repeat) {
    boolean nullable = Node.isNullable(repeat.body());
    int count = choices.variable();
    int start = choices.variable();
    code.iconst_0().istore(count).iconst_m1().istore(start);
    Choices.State around = choices.state();
    Label outer = choices.failed();
    Label head = code.newBoundLabel();
    Label tail = code.newLabel();
    Label turn = code.newLabel();
    if (repeat.least() > 0) {
      code.iload(count).loadConstant(repeat.least()).if_icmplt(turn);
    }
    if (repeat.most() != Node.UNLIMITED) {
      code.iload(count).loadConstant(repeat.most()).if_icmpge(tail);
    }
    if (nullable) {
      code.iload(POS).iload(start).if_icmpeq(tail);
    }
    code.labelBinding(turn).iload(POS).istore(start);
    Choices.Choice choice = closed(repeat.body(), start);
    choices.closed(around, choice);
    code.iinc(count, 1).goto_(head);
    choices.restore(around);
    choices.failedAt(choice);
    code.iload(start).istore(POS);
    if (repeat.least() > 0) {
      code.iload(count).loadConstant(repeat.least()).if_icmplt(outer);
    }
    code.labelBinding(tail);
  }

  // ---- groups that are not re-entered

  /** Such a group; what it left to be tried is dropped. The caller says where its failure leads. */
  private Choices.Choice closed(List<Node> body, int start) {
    Continuation behind = new Continuation.End(true);
    boolean quiet = Continuation.isQuiet(body, behind);
    int base = quiet ? -1 : choices.heightVariable();
    BitSet marks = marks(body);
    Choices.Choice choice = choices.openAlone(choices.save(marks), marks, start);
    nested(body, behind);
    if (!quiet) {
      choices.setHeight(base);
    }
    return choice;
  }

  private void atomic(Node.Atomic atomic) {
    int start = choices.variable();
    code.iload(POS).istore(start);
    Choices.State around = choices.state();
    Label outer = choices.failed();
    Choices.Choice choice = closed(atomic.body(), start);
    choices.closed(around, choice);
    Label done = code.newLabel();
    code.goto_(done);
    choices.failedAt(choice);
    code.goto_(outer).labelBinding(done);
  }

  private void look(Node.Look look) {
    int start = choices.variable();
    Label done = code.newLabel();
    Label outer = choices.failed();
    code.iload(POS).istore(start);
    if (look.back() > 0) {
      code.iload(POS).loadConstant(look.back()).if_icmplt(look.negative() ? done : outer);
      code.iinc(POS, -look.back());
    }
    Choices.State around = choices.state();
    Choices.Choice choice = closed(look.body(), start);
    if (look.negative()) {
      choices.undoNow(choice);
      choices.restore(around);
      code.goto_(outer);
      choices.failedAt(choice);
      code.iload(start).istore(POS);
    } else {
      choices.closed(around, choice);
      code.iload(start).istore(POS).goto_(done);
      choices.failedAt(choice);
      code.goto_(outer);
    }
    code.labelBinding(done);
  }
}
