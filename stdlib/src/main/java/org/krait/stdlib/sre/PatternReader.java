package org.krait.stdlib.sre;

import java.util.ArrayList;
import java.util.List;
import org.krait.stdlib.sre.Node.Greed;

/**
 * Reads the code of a pattern into a tree.
 *
 * @see <a href="https://github.com/python/cpython/blob/v3.12.1/Lib/re/_compiler.py">re/_compiler.py, which writes it</a>
 */
final class PatternReader {
  /** Deeper trees stay with the interpreter, which needs no Java stack for them. */
  private static final int DEEPEST = 60;

  /** The code is not what {@code re} writes, or too deep. */
  static final class Unsupported extends Exception {
    private static final long serialVersionUID = 1;

    Unsupported() {
      super(null, null, false, false);
    }
  }

  private final Program program;
  private final int[] code;
  private final int groups;
  private final boolean wide;
  private int pc;
  private int depth;

  /** Whether what groups matched is asked for within the pattern. */
  boolean refers;

  /** @param wide whether the text may have characters beyond U+00FF */
  PatternReader(Program program, int groups, boolean wide) {
    this.program = program;
    this.groups = groups;
    this.code = program.code;
    this.wide = wide;
  }

  List<Node> read() throws Unsupported {
    pc = program.start;
    List<Node> nodes = sequence();
    if (pc != code.length - 1 || code[pc] != Op.SUCCESS) {
      throw new Unsupported();
    }
    return nodes;
  }

  /** Reads up to an operation that ends a sequence. */
  private List<Node> sequence() throws Unsupported {
    if (++depth > DEEPEST) {
      throw new Unsupported();
    }
    List<Node> nodes = new ArrayList<>();
    while (!endsSequence(code[pc])) {
      nodes.add(node());
    }
    depth--;
    return nodes;
  }

  private static boolean endsSequence(int op) {
    return op == Op.SUCCESS || op == Op.JUMP || op == Op.MAX_UNTIL || op == Op.MIN_UNTIL;
  }

  private Node node() throws Unsupported {
    int at = pc;
    switch (code[at]) {
      case Op.AT -> {
        pc += 2;
        return new Node.At(below(12, at + 1));
      }
      case Op.MARK -> {
        pc += 2;
        return new Node.Mark(below(2 * groups, at + 1));
      }
      case Op.BRANCH -> {
        return branch();
      }
      case Op.REPEAT_ONE, Op.MIN_REPEAT_ONE, Op.POSSESSIVE_REPEAT_ONE -> {
        return repeatOne();
      }
      case Op.REPEAT -> {
        return repeat();
      }
      case Op.POSSESSIVE_REPEAT -> {
        int least = count(at + 2);
        int most = most(at + 3);
        List<Node> body = body(at + 4);
        skip(at + 2 + code[at + 1]);
        return new Node.Repeat(body, least, most, Greed.POSSESSIVE);
      }
      case Op.ATOMIC_GROUP -> {
        List<Node> body = body(at + 2);
        skip(at + 1 + code[at + 1]);
        return new Node.Atomic(body);
      }
      case Op.ASSERT, Op.ASSERT_NOT -> {
        int back = below(Short.MAX_VALUE, at + 2);
        List<Node> body = body(at + 3);
        skip(at + 1 + code[at + 1]);
        return new Node.Look(body, back, code[at] == Op.ASSERT_NOT);
      }
      case Op.GROUPREF, Op.GROUPREF_IGNORE, Op.GROUPREF_UNI_IGNORE, Op.GROUPREF_LOC_IGNORE -> {
        pc += 2;
        refers = true;
        return new Node.Reference(below(groups, at + 1), code[at]);
      }
      case Op.GROUPREF_EXISTS -> {
        return conditional();
      }
      case Op.FAILURE -> {
        pc++;
        return new Node.Fail();
      }
      default -> {
        return one();
      }
    }
  }

  private Node.One one() throws Unsupported {
    int at = pc;
    switch (code[at]) {
      case Op.ANY, Op.ANY_ALL -> pc++;
      case Op.IN, Op.IN_IGNORE, Op.IN_UNI_IGNORE, Op.IN_LOC_IGNORE -> pc += 1 + code[at + 1];
      case Op.LITERAL, Op.NOT_LITERAL, Op.LITERAL_IGNORE, Op.NOT_LITERAL_IGNORE, Op.LITERAL_UNI_IGNORE,
          Op.NOT_LITERAL_UNI_IGNORE, Op.LITERAL_LOC_IGNORE, Op.NOT_LITERAL_LOC_IGNORE -> {
        count(at + 1);
        pc += 2;
      }
      default -> throw new Unsupported();
    }
    return new Node.One(at, CharacterSet.of(program, at, wide), CharacterSet.takesAllHigh(program, at));
  }

  /** What stands from there up to SUCCESS. */
  private List<Node> body(int from) throws Unsupported {
    pc = from;
    List<Node> body = sequence();
    expect(Op.SUCCESS);
    return body;
  }

  private void expect(int op) throws Unsupported {
    if (code[pc] != op) {
      throw new Unsupported();
    }
  }

  /** Goes where the code says that an operation ends: not back. */
  private void skip(int to) throws Unsupported {
    if (to <= pc) {
      throw new Unsupported();
    }
    pc = to;
  }

  private int count(int at) throws Unsupported {
    if (code[at] < 0) {
      throw new Unsupported();
    }
    return code[at];
  }

  /** A number, which must be less than another. */
  private int below(int limit, int at) throws Unsupported {
    if (code[at] < 0 || code[at] >= limit) {
      throw new Unsupported();
    }
    return code[at];
  }

  private int most(int at) {
    return code[at] < 0 ? Node.UNLIMITED : code[at];
  }

  private Node branch() throws Unsupported {
    List<List<Node>> alternatives = new ArrayList<>();
    int at = pc + 1;
    int end = -1;
    while (code[at] != 0) {
      int next = at + code[at];
      pc = at + 1;
      alternatives.add(sequence());
      expect(Op.JUMP);
      int to = pc + 1 + code[pc + 1];
      if (next != pc + 2 || end >= 0 && to != end) {
        throw new Unsupported();
      }
      end = to;
      at = next;
    }
    if (end != at + 1) {
      throw new Unsupported();
    }
    pc = end;
    return new Node.Branch(alternatives);
  }

  private Node repeatOne() throws Unsupported {
    int at = pc;
    Greed greed =
        switch (code[at]) {
          case Op.REPEAT_ONE -> Greed.GREEDY;
          case Op.MIN_REPEAT_ONE -> Greed.LAZY;
          default -> Greed.POSSESSIVE;
        };
    int least = count(at + 2);
    int most = most(at + 3);
    pc = at + 4;
    Node.One item = one();
    expect(Op.SUCCESS);
    skip(at + 1 + code[at + 1]);
    return new Node.RepeatOne(item, least, most, greed);
  }

  private Node repeat() throws Unsupported {
    int at = pc;
    int least = count(at + 2);
    int most = most(at + 3);
    pc = at + 4;
    List<Node> body = sequence();
    if (pc != at + 1 + code[at + 1] || most == 0) {
      throw new Unsupported();
    }
    boolean lazy = code[pc] == Op.MIN_UNTIL;
    if (!lazy) {
      expect(Op.MAX_UNTIL);
    }
    pc++;
    if (least == 0 && most == 1) {
      return new Node.Branch(lazy ? List.of(List.of(), body) : List.of(body, List.of()));
    }
    return new Node.Repeat(body, least, most, lazy ? Greed.LAZY : Greed.GREEDY);
  }

  private Node conditional() throws Unsupported {
    int at = pc;
    int otherwise = at + 1 + code[at + 2];
    refers = true;
    pc = at + 3;
    List<Node> yes = sequenceTo(otherwise);
    List<Node> no = List.of();
    if (pc < otherwise) {
      expect(Op.JUMP);
      int end = pc + 1 + code[pc + 1];
      if (pc + 2 != otherwise) {
        throw new Unsupported();
      }
      pc = otherwise;
      no = sequenceTo(end);
      if (pc != end) {
        throw new Unsupported();
      }
    } else if (pc != otherwise) {
      throw new Unsupported();
    }
    return new Node.Conditional(below(groups, at + 1), yes, no);
  }

  /** Reads up to a place, or an operation that ends a sequence before it. */
  private List<Node> sequenceTo(int end) throws Unsupported {
    if (++depth > DEEPEST) {
      throw new Unsupported();
    }
    List<Node> nodes = new ArrayList<>();
    while (pc < end && !endsSequence(code[pc])) {
      nodes.add(node());
    }
    depth--;
    return nodes;
  }
}
