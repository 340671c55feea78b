package org.krait.stdlib.sre;

import java.util.Arrays;

/**
 * The backtracking engine: runs a {@link Program} over a {@link Subject}.
 *
 * <p>What remains to be tried lies on a stack of entries, four ints and the repeat in which they were
 * made. A failure takes the topmost entry and goes on there; entries that undo a group's mark are
 * carried out on the way. Groups that must not be re-entered (atomic groups, assertions, possessive
 * repeats) lie between a barrier entry and the top; on success what is above it is dropped, except
 * for the undoing of marks.
 */
final class Matcher {
  private static final int WIDTH = 4;

  /** Between failures after which signals are looked at. */
  private static final int POLL_MASK = 0xfff;

  // Kinds of entries.
  private static final int UNDO_MARK = 0;
  private static final int RESUME = 1;
  private static final int ALTERNATIVE = 2;
  private static final int GREEDY = 3;
  private static final int LAZY = 4;
  private static final int BARRIER = 5;
  private static final int COUNT = 6;

  /** A repeat that is going on; one object for each time through it. */
  private record Repeat(int at, int count, int last, Repeat outer) {}

  private final Program program;
  private final int[] code;
  private final Matching matching;
  private final Subject subject;
  private final int end;
  private final int[] marks;
  private int lastIndex = -1;

  private int[] stack = new int[16 * WIDTH];
  private Repeat[] repeats = new Repeat[16];
  private int top;

  /** The entry of the innermost barrier, or -1. */
  private int barrier;

  private int pc;
  private int pos;
  private Repeat repeat;

  private int failures;
  private boolean whole;

  Matcher(Program program, Matching matching) {
    this.program = program;
    this.code = program.code;
    this.matching = matching;
    this.subject = matching.subject;
    this.end = matching.end;
    this.marks = matching.marks;
  }

  /** Matches at a place; {@code toEnd} when it must reach the end of the text. */
  boolean match(int from, boolean toEnd) {
    whole = toEnd;
    return tryAt(from);
  }

  /** Looks for the first match from a place on. */
  boolean search(int from) {
    whole = false;
    int last = end - program.minWidth;
    if (program.anchored) {
      return from <= last && tryAt(from);
    }
    if (program.prefixText != null && subject.text != null) {
      return searchPrefix(from, last);
    }
    if (program.first != null) {
      return searchFirst(from, last);
    }
    long[] starts = program.prefix == null && program.minWidth > 0 ? program.starts() : null;
    if (starts != null) {
      return searchStarts(from, last, starts);
    }
    for (int at = from; at <= last; at++) {
      if ((program.prefix == null || startsWithPrefix(at)) && tryAt(at)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsWithPrefix(int at) {
    return at < end && subject.at(at) == program.prefix[0];
  }

  private boolean searchPrefix(int from, int last) {
    String prefix = program.prefixText;
    String text = subject.text;
    int at = from;
    while (at <= last) {
      at = text.indexOf(prefix, at, end);
      if (at < 0) {
        return false;
      }
      if (tryAt(at)) {
        return true;
      }
      at++;
    }
    return false;
  }

  private boolean searchFirst(int from, int last) {
    Charset first = program.first;
    int stop = Math.min(last, end - 1);
    for (int at = from; at <= stop; at++) {
      if (first.contains(subject.at(at)) && tryAt(at)) {
        return true;
      }
    }
    return false;
  }

  private boolean searchStarts(int from, int last, long[] starts) {
    int stop = Math.min(last, end - 1);
    for (int at = from; at <= stop; at++) {
      int c = subject.at(at);
      if ((c >= Program.SMALL || (starts[c >> 6] & 1L << c) != 0) && tryAt(at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an operation looks at one character and nothing else. */
  static boolean isOne(int op) {
    return switch (op) {
      case Op.LITERAL, Op.NOT_LITERAL, Op.IN, Op.ANY, Op.LITERAL_IGNORE, Op.NOT_LITERAL_IGNORE,
          Op.LITERAL_UNI_IGNORE, Op.NOT_LITERAL_UNI_IGNORE, Op.IN_IGNORE, Op.IN_UNI_IGNORE -> true;
      default -> false;
    };
  }

  /** The characters below {@link Program#SMALL} that such an operation takes, a bit each. */
  static long[] small(Program program, int at) {
    long[] taken = new long[Program.SMALL / Long.SIZE];
    for (int c = 0; c < Program.SMALL; c++) {
      if (isOne(program, at, c)) {
        taken[c >> 6] |= 1L << c;
      }
    }
    return taken;
  }

  private boolean tryAt(int from) {
    Arrays.fill(marks, -1);
    lastIndex = -1;
    top = 0;
    barrier = -1;
    repeat = null;
    pos = from;
    pc = program.start;
    if (!run()) {
      return false;
    }
    matching.start = from;
    matching.pos = pos;
    matching.lastIndex = lastIndex;
    return true;
  }

  // ---- the stack

  private void push(int kind, int a, int b, int c, Repeat in) {
    int at = top * WIDTH;
    if (at == stack.length) {
      stack = Arrays.copyOf(stack, at * 2);
      repeats = Arrays.copyOf(repeats, top * 2);
    }
    stack[at] = kind;
    stack[at + 1] = a;
    stack[at + 2] = b;
    stack[at + 3] = c;
    repeats[top++] = in;
  }

  private void mark(int index) {
    if (top > 0) {
      push(UNDO_MARK, index, marks[index], lastIndex, null);
    }
    marks[index] = pos;
    if ((index & 1) != 0) {
      lastIndex = index / 2 + 1;
    }
  }

  /** Goes back to what was left to try; false when nothing was. */
  private boolean fail() {
    while (top > 0) {
      int entry = top - 1;
      int at = entry * WIDTH;
      switch (stack[at]) {
        case UNDO_MARK -> {
          marks[stack[at + 1]] = stack[at + 2];
          lastIndex = stack[at + 3];
          top = entry;
        }
        case RESUME -> {
          pc = stack[at + 1];
          pos = stack[at + 2];
          repeat = repeats[entry];
          top = entry;
          return true;
        }
        case ALTERNATIVE -> {
          top = entry;
          pos = stack[at + 2];
          repeat = repeats[entry];
          if (alternative(stack[at + 1])) {
            return true;
          }
        }
        case GREEDY -> {
          if (giveBack(at)) {
            repeat = repeats[entry];
            return true;
          }
          top = entry;
        }
        case LAZY -> {
          if (takeMore(at)) {
            repeat = repeats[entry];
            return true;
          }
          top = entry;
        }
        default -> {
          if (failedAtBarrier(entry)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  // ---- the code

  private boolean run() {
    int steps = 0;
    while (true) {
      boolean good;
      steps++;
      int op = code[pc];
      switch (op) {
        case Op.LITERAL -> {
          good = pos < end && subject.at(pos) == code[pc + 1];
          pos++;
          pc += 2;
        }
        case Op.IN -> {
          good = pos < end && program.set(pc + 2).contains(subject.at(pos));
          pos++;
          pc += 1 + code[pc + 1];
        }
        case Op.MARK -> {
          mark(code[pc + 1]);
          pc += 2;
          good = true;
        }
        case Op.REPEAT_ONE -> good = repeatOne();
        case Op.MAX_UNTIL -> {
          maxUntil();
          good = true;
        }
        case Op.BRANCH -> good = alternative(pc + 1);
        case Op.JUMP -> {
          pc += 1 + code[pc + 1];
          good = true;
        }
        case Op.SUCCESS -> {
          if (barrier < 0) {
            if (isAccepted()) {
              program.heat += steps;
              return true;
            }
            good = false;
          } else {
            good = succeededInBarrier();
          }
        }
        default -> good = rare(op);
      }
      if (!good) {
        if ((++failures & POLL_MASK) == 0) {
          CompiledPattern.poll();
        }
        if (!fail()) {
          program.heat += steps;
          return false;
        }
      }
    }
  }

  private boolean isAccepted() {
    return (!whole || pos == end) && pos != matching.mustAdvanceFrom;
  }

  /** The operations that are less frequent. */
  private boolean rare(int op) {
    switch (op) {
      case Op.ANY, Op.ANY_ALL, Op.NOT_LITERAL, Op.LITERAL_IGNORE, Op.NOT_LITERAL_IGNORE,
          Op.LITERAL_UNI_IGNORE, Op.NOT_LITERAL_UNI_IGNORE, Op.LITERAL_LOC_IGNORE,
          Op.NOT_LITERAL_LOC_IGNORE, Op.IN_IGNORE, Op.IN_UNI_IGNORE, Op.IN_LOC_IGNORE -> {
        boolean good = pos < end && isOne(pc, subject.at(pos));
        pos++;
        pc += width(op);
        return good;
      }
      case Op.AT -> {
        boolean good = isAt(code[pc + 1]);
        pc += 2;
        return good;
      }
      case Op.REPEAT -> {
        repeat = new Repeat(pc + 1, -1, -1, repeat);
        pc += 1 + code[pc + 1];
        return true;
      }
      case Op.MIN_UNTIL -> {
        minUntil();
        return true;
      }
      case Op.MIN_REPEAT_ONE -> {
        return minRepeatOne();
      }
      case Op.POSSESSIVE_REPEAT_ONE -> {
        return possessiveRepeatOne();
      }
      case Op.POSSESSIVE_REPEAT, Op.ATOMIC_GROUP, Op.ASSERT, Op.ASSERT_NOT -> {
        return enterBarrier(op);
      }
      case Op.GROUPREF, Op.GROUPREF_IGNORE, Op.GROUPREF_UNI_IGNORE, Op.GROUPREF_LOC_IGNORE -> {
        return groupReference(op);
      }
      case Op.GROUPREF_EXISTS -> {
        int group = 2 * code[pc + 1];
        boolean matched = marks[group] >= 0 && marks[group + 1] >= marks[group];
        pc += matched ? 3 : 1 + code[pc + 2];
        return true;
      }
      case Op.INFO -> {
        pc += 1 + code[pc + 1];
        return true;
      }
      case Op.FAILURE -> {
        return false;
      }
      default -> throw new IndexOutOfBoundsException(op);
    }
  }

  /** The length of an operation that matches one character. */
  private int width(int op) {
    return switch (op) {
      case Op.ANY, Op.ANY_ALL -> 1;
      case Op.IN, Op.IN_IGNORE, Op.IN_UNI_IGNORE, Op.IN_LOC_IGNORE -> 1 + code[pc + 1];
      default -> 2;
    };
  }

  /** Whether a character is what the operation at a place of the code wants. */
  private boolean isOne(int at, int c) {
    return isOne(program, at, c);
  }

  static boolean isOne(Program program, int at, int c) {
    int[] code = program.code;
    return switch (code[at]) {
      case Op.LITERAL -> c == code[at + 1];
      case Op.NOT_LITERAL -> c != code[at + 1];
      case Op.IN -> program.set(at + 2).contains(c);
      case Op.ANY -> c != '\n';
      case Op.ANY_ALL -> true;
      case Op.LITERAL_IGNORE -> Characters.asciiLower(c) == code[at + 1];
      case Op.NOT_LITERAL_IGNORE -> Characters.asciiLower(c) != code[at + 1];
      case Op.LITERAL_UNI_IGNORE -> Characters.unicodeLower(c) == code[at + 1];
      case Op.NOT_LITERAL_UNI_IGNORE -> Characters.unicodeLower(c) != code[at + 1];
      case Op.LITERAL_LOC_IGNORE -> equalInLocale(c, code[at + 1]);
      case Op.NOT_LITERAL_LOC_IGNORE -> !equalInLocale(c, code[at + 1]);
      case Op.IN_IGNORE -> program.set(at + 2).contains(Characters.asciiLower(c));
      case Op.IN_UNI_IGNORE -> program.set(at + 2).contains(Characters.unicodeLower(c));
      case Op.IN_LOC_IGNORE -> {
        Charset set = program.set(at + 2);
        yield set.contains(Characters.asciiLower(c)) || set.contains(Characters.asciiUpper(c));
      }
      default -> throw new IndexOutOfBoundsException(code[at]);
    };
  }

  private static boolean equalInLocale(int c, int literal) {
    return c == literal
        || Characters.asciiLower(c) == literal
        || Characters.asciiUpper(c) == literal;
  }

  // ---- places

  private boolean isAt(int where) {
    return switch (where) {
      case 0, 2 -> pos == 0;
      case 1 -> pos == 0 || subject.at(pos - 1) == '\n';
      case 3, 8 -> isBoundary(false);
      case 4, 9 -> end > 0 && !isBoundary(false);
      case 5 -> pos == end || pos + 1 == end && subject.at(pos) == '\n';
      case 6 -> pos == end || subject.at(pos) == '\n';
      case 7 -> pos == end;
      case 10 -> isBoundary(true);
      case 11 -> end > 0 && !isBoundary(true);
      default -> throw new IndexOutOfBoundsException(where);
    };
  }

  private boolean isBoundary(boolean unicode) {
    boolean before = pos > 0 && isWord(subject.at(pos - 1), unicode);
    boolean behind = pos < end && isWord(subject.at(pos), unicode);
    return before != behind;
  }

  private static boolean isWord(int c, boolean unicode) {
    return unicode ? Characters.isUnicodeWord(c) : Characters.isWord(c);
  }

  // ---- alternatives

  /** Goes on with the first alternative from there on that can match; false when there is none. */
  private boolean alternative(int from) {
    int at = from;
    while (code[at] != 0) {
      int next = at + code[at];
      if (canStart(at + 1)) {
        if (code[next] != 0) {
          push(ALTERNATIVE, next, pos, 0, repeat);
        }
        pc = at + 1;
        return true;
      }
      at = next;
    }
    return false;
  }

  private boolean canStart(int at) {
    return switch (code[at]) {
      case Op.LITERAL -> pos < end && subject.at(pos) == code[at + 1];
      case Op.IN -> pos < end && program.set(at + 2).contains(subject.at(pos));
      default -> true;
    };
  }

  // ---- repeats of one character

  /** The place behind as many characters as the operation takes, at most {@code most}; negative is without limit. */
  private int countOne(int at, int most) {
    int limit = most < 0 || most > end - pos ? end : pos + most;
    int i = pos;
    switch (code[at]) {
      case Op.ANY_ALL -> {
        return Math.max(pos, limit);
      }
      case Op.IN -> {
        Charset set = program.set(at + 2);
        while (i < limit && set.contains(subject.at(i))) {
          i++;
        }
      }
      case Op.LITERAL -> {
        int literal = code[at + 1];
        while (i < limit && subject.at(i) == literal) {
          i++;
        }
      }
      case Op.ANY -> {
        if (subject.text != null) {
          int found = i < limit ? subject.text.indexOf('\n', i, limit) : i;
          return found < 0 ? limit : found;
        }
        while (i < limit && subject.at(i) != '\n') {
          i++;
        }
      }
      default -> {
        while (i < limit && isOne(at, subject.at(i))) {
          i++;
        }
      }
    }
    return i;
  }

  private boolean repeatOne() {
    int at = pc + 1;
    int least = code[at + 1];
    if (least < 0 || least > end - pos) {
      return false;
    }
    int last = countOne(at + 3, code[at + 2]);
    int first = pos + least;
    if (last < first) {
      return false;
    }
    pc = at + code[at];
    pos = last;
    if (last == first) {
      return true;
    }
    push(GREEDY, pc, first, last + 1, repeat);
    return giveBack((top - 1) * WIDTH);
  }

  /** Goes on with one character less than before, or fewer, where the next literal says so. */
  private boolean giveBack(int at) {
    int next = stack[at + 1];
    int first = stack[at + 2];
    int place = stack[at + 3] - 1;
    if (code[next] == Op.LITERAL) {
      int literal = code[next + 1];
      place = Math.min(place, end - 1);
      String units = subject.text;
      if (units != null) {
        while (place >= first && units.charAt(place) != literal) {
          place--;
        }
      } else {
        while (place >= first && subject.at(place) != literal) {
          place--;
        }
      }
    }
    if (place < first) {
      stack[at + 3] = first;
      return false;
    }
    if (place == first) {
      top = at / WIDTH;
    } else {
      stack[at + 3] = place;
    }
    pc = next;
    pos = place;
    return true;
  }

  private boolean minRepeatOne() {
    int at = pc + 1;
    int least = code[at + 1];
    int most = code[at + 2];
    if (least < 0 || least > end - pos) {
      return false;
    }
    if (least > 0) {
      int last = countOne(at + 3, least);
      if (last < pos + least) {
        return false;
      }
      pos = last;
    }
    int left = most < 0 ? Integer.MAX_VALUE : most - least;
    if (left > 0) {
      push(LAZY, at, pos, left, repeat);
    }
    pc = at + code[at];
    return true;
  }

  /** Goes on with one character more than before. */
  private boolean takeMore(int at) {
    int item = stack[at + 1];
    int place = stack[at + 2];
    int left = stack[at + 3];
    if (left == 0 || place >= end || !isOne(item + 3, subject.at(place))) {
      return false;
    }
    stack[at + 2] = place + 1;
    stack[at + 3] = left - 1;
    pc = item + code[item];
    pos = place + 1;
    return true;
  }

  private boolean possessiveRepeatOne() {
    int at = pc + 1;
    int least = code[at + 1];
    if (least < 0 || least > end - pos) {
      return false;
    }
    int last = countOne(at + 3, code[at + 2]);
    if (last < pos + least) {
      return false;
    }
    pos = last;
    pc = at + code[at];
    return true;
  }

  // ---- repeats of more

  private void maxUntil() {
    Repeat current = repeat;
    int at = current.at;
    int count = current.count + 1;
    int most = code[at + 2];
    if (count < code[at + 1]) {
      repeat = new Repeat(at, count, current.last, current.outer);
      pc = at + 3;
    } else if ((most < 0 || count < most) && pos != current.last) {
      push(RESUME, pc + 1, pos, 0, current.outer);
      repeat = new Repeat(at, count, pos, current.outer);
      pc = at + 3;
    } else {
      repeat = current.outer;
      pc++;
    }
  }

  private void minUntil() {
    Repeat current = repeat;
    int at = current.at;
    int count = current.count + 1;
    int most = code[at + 2];
    if (count < code[at + 1]) {
      repeat = new Repeat(at, count, current.last, current.outer);
      pc = at + 3;
      return;
    }
    if ((most < 0 || count < most) && pos != current.last) {
      push(RESUME, at + 3, pos, 0, new Repeat(at, count, pos, current.outer));
    }
    repeat = current.outer;
    pc++;
  }

  // ---- groups that are not re-entered

  /**
   * Starts such a group. Its entry holds its place in the code, the place in the text, and the barrier
   * around it; below that of a possessive repeat another entry holds the count.
   */
  private boolean enterBarrier(int op) {
    int at = pc + 1;
    switch (op) {
      case Op.ATOMIC_GROUP -> {
        pushBarrier(pc);
        pc = at + 1;
      }
      case Op.POSSESSIVE_REPEAT -> {
        return possessiveTurn(pc, 0, -1);
      }
      default -> {
        int back = code[at + 1];
        if (pos < back) {
          pc = at + code[at];
          return op == Op.ASSERT_NOT;
        }
        pushBarrier(pc);
        pos -= back;
        pc = at + 2;
      }
    }
    return true;
  }

  private void pushBarrier(int at) {
    push(BARRIER, at, pos, barrier, repeat);
    barrier = top - 1;
  }

  /** The code of the innermost group succeeded. */
  private boolean succeededInBarrier() {
    int entry = barrier;
    int slot = entry * WIDTH;
    int at = stack[slot + 1];
    int place = stack[slot + 2];
    barrier = stack[slot + 3];
    repeat = repeats[entry];
    switch (code[at]) {
      case Op.ASSERT_NOT -> {
        undoTo(entry);
        return false;
      }
      case Op.ASSERT -> {
        keepUndo(entry);
        pos = place;
        pc = at + 1 + code[at + 1];
      }
      case Op.ATOMIC_GROUP -> {
        keepUndo(entry);
        pc = at + 1 + code[at + 1];
      }
      default -> {
        int count = stack[slot - WIDTH + 1];
        keepUndo(entry);
        dropBelow(entry - 1);
        return possessiveTurn(at, count + 1, place);
      }
    }
    return true;
  }

  /** Another turn of a possessive repeat, or what is behind it. */
  private boolean possessiveTurn(int at, int count, int last) {
    int least = code[at + 2];
    int most = code[at + 3];
    boolean must = count < least;
    if (must || (most < 0 || count < most) && pos != last) {
      push(COUNT, count, 0, 0, null);
      pushBarrier(at);
      pc = at + 4;
    } else {
      pc = at + 2 + code[at + 1];
    }
    return true;
  }

  /** The code of the group at an entry failed. */
  private boolean failedAtBarrier(int entry) {
    int slot = entry * WIDTH;
    int at = stack[slot + 1];
    barrier = stack[slot + 3];
    repeat = repeats[entry];
    top = entry;
    switch (code[at]) {
      case Op.ASSERT_NOT -> {
        pos = stack[slot + 2];
        pc = at + 1 + code[at + 1];
        return true;
      }
      case Op.POSSESSIVE_REPEAT -> {
        top = entry - 1;
        if (stack[slot - WIDTH + 1] < code[at + 2]) {
          return false;
        }
        pos = stack[slot + 2];
        pc = at + 2 + code[at + 1];
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  /** Takes all entries from one on away and undoes their marks. */
  private void undoTo(int entry) {
    while (top > entry) {
      int at = --top * WIDTH;
      if (stack[at] == UNDO_MARK) {
        marks[stack[at + 1]] = stack[at + 2];
        lastIndex = stack[at + 3];
      }
    }
  }

  /** Takes all entries from one on away but those that undo marks. */
  private void keepUndo(int entry) {
    int to = entry;
    for (int from = entry + 1; from < top; from++) {
      if (stack[from * WIDTH] == UNDO_MARK) {
        System.arraycopy(stack, from * WIDTH, stack, to * WIDTH, WIDTH);
        repeats[to++] = null;
      }
    }
    top = to;
  }

  /** Takes one entry away from under the others. */
  private void dropBelow(int entry) {
    int above = top - entry - 1;
    System.arraycopy(stack, (entry + 1) * WIDTH, stack, entry * WIDTH, above * WIDTH);
    System.arraycopy(repeats, entry + 1, repeats, entry, above);
    top--;
  }

  // ---- references to groups

  private boolean groupReference(int op) {
    int group = 2 * code[pc + 1];
    int from = marks[group];
    int to = marks[group + 1];
    if (from < 0 || to < from || to - from > end - pos) {
      return false;
    }
    for (int i = from; i < to; i++, pos++) {
      int wanted = subject.at(i);
      int c = subject.at(pos);
      boolean same = Matching.same(op, wanted, c);
      if (!same) {
        return false;
      }
    }
    pc += 2;
    return true;
  }
}
