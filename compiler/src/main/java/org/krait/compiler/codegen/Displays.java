package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.BUILD_CONST_KEY_MAP;
import static org.krait.bytecode.Opcodes.BUILD_LIST;
import static org.krait.bytecode.Opcodes.BUILD_MAP;
import static org.krait.bytecode.Opcodes.BUILD_SET;
import static org.krait.bytecode.Opcodes.BUILD_STRING;
import static org.krait.bytecode.Opcodes.BUILD_TUPLE;
import static org.krait.bytecode.Opcodes.CALL;
import static org.krait.bytecode.Opcodes.CALL_INTRINSIC_1;
import static org.krait.bytecode.Opcodes.DICT_UPDATE;
import static org.krait.bytecode.Opcodes.FORMAT_VALUE;
import static org.krait.bytecode.Opcodes.INTRINSIC_LIST_TO_TUPLE;
import static org.krait.bytecode.Opcodes.LIST_APPEND;
import static org.krait.bytecode.Opcodes.LIST_EXTEND;
import static org.krait.bytecode.Opcodes.LOAD_ATTR;
import static org.krait.bytecode.Opcodes.MAP_ADD;
import static org.krait.bytecode.Opcodes.SET_ADD;
import static org.krait.bytecode.Opcodes.SET_UPDATE;
import static org.krait.bytecode.Opcodes.UNPACK_EX;
import static org.krait.bytecode.Opcodes.UNPACK_SEQUENCE;

import java.util.ArrayList;
import java.util.List;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.constants.Constant;
import org.krait.constants.PythonEquality;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.Location;

/** Lists, tuples, sets, dicts and f-strings; unpacking assignment to the first two. */
final class Displays extends Emitter {
  /** How a kind of collection is built: at once, element by element, or from an iterable. */
  private enum Collection {
    LIST(BUILD_LIST, LIST_APPEND, LIST_EXTEND),
    TUPLE(BUILD_LIST, LIST_APPEND, LIST_EXTEND),
    SET(BUILD_SET, SET_ADD, SET_UPDATE);

    final int build;
    final int add;
    final int extend;

    Collection(int build, int add, int extend) {
      this.build = build;
      this.add = add;
      this.extend = extend;
    }
  }

  Displays(CodeGenerator generator) {
    super(generator);
  }

  void list(Expr.List e) {
    sequence(e.elts(), e.ctx(), Collection.LIST, e.location());
  }

  void tuple(Expr.Tuple e) {
    sequence(e.elts(), e.ctx(), Collection.TUPLE, e.location());
  }

  void set(Expr.Set e) {
    collect(e.elts(), 0, Collection.SET, e.location());
  }

  /** Pushes a tuple of {@code pushed} values on the stack and of the elements. */
  void tupleOf(int pushed, List<Expr> elements, Location at) {
    collect(elements, pushed, Collection.TUPLE, at);
  }

  private void sequence(
      List<Expr> elements, ExprContext context, Collection kind, Location at) {
    switch (context) {
      case LOAD -> collect(elements, 0, kind, at);
      case STORE -> unpack(elements, at);
      case DEL -> visitEach(elements);
    }
  }

  private void unpack(List<Expr> elements, Location at) {
    int count = elements.size();
    boolean starred = false;
    for (int i = 0; i < count; i++) {
      if (!(elements.get(i) instanceof Expr.Starred)) {
        continue;
      }
      if (starred) {
        throw new CompileError("multiple starred expressions in assignment", at);
      }
      int after = count - i - 1;
      if (i >= 1 << 8 || after >= Integer.MAX_VALUE >> 8) {
        throw new CompileError("too many expressions in star-unpacking assignment", at);
      }
      add(UNPACK_EX, i + (after << 8), at);
      starred = true;
    }
    if (!starred) {
      add(UNPACK_SEQUENCE, count, at);
    }
    for (Expr element : elements) {
      visit(element instanceof Expr.Starred star ? star.value() : element);
    }
  }

  private void collect(List<Expr> elements, int pushed, Collection kind, Location at) {
    int count = elements.size();
    if (count > 2 && allConstant(elements, 0, count)) {
      collectConstants(elements, pushed, kind, at);
      return;
    }
    boolean big = count + pushed > STACK_USE_GUIDELINE;
    if (!big && !hasStar(elements)) {
      visitEach(elements);
      add(kind == Collection.TUPLE ? BUILD_TUPLE : kind.build, count + pushed, at);
      return;
    }
    boolean built = big;
    if (big) {
      add(kind.build, pushed, at);
    }
    for (int i = 0; i < count; i++) {
      if (elements.get(i) instanceof Expr.Starred star) {
        if (!built) {
          add(kind.build, i + pushed, at);
          built = true;
        }
        visit(star.value());
        add(kind.extend, 1, at);
      } else {
        visit(elements.get(i));
        if (built) {
          add(kind.add, 1, at);
        }
      }
    }
    if (kind == Collection.TUPLE) {
      add(CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE, at);
    }
  }

  private void collectConstants(List<Expr> elements, int pushed, Collection kind, Location at) {
    Constant.Tuple folded = constants(elements, 0, elements.size());
    if (kind == Collection.TUPLE && pushed == 0) {
      loadConstant(folded, at);
      return;
    }
    add(kind.build, pushed, at);
    loadConstant(kind == Collection.SET ? PythonEquality.frozenSet(folded.items()) : folded, at);
    add(kind.extend, 1, at);
    if (kind == Collection.TUPLE) {
      add(CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE, at);
    }
  }

  private static boolean hasStar(List<Expr> elements) {
    for (Expr element : elements) {
      if (element instanceof Expr.Starred) {
        return true;
      }
    }
    return false;
  }

  private static boolean allConstant(List<Expr> elements, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (!(elements.get(i) instanceof Expr.Constant)) {
        return false;
      }
    }
    return true;
  }

  private static Constant.Tuple constants(List<Expr> elements, int begin, int end) {
    List<Constant> items = new ArrayList<>(end - begin);
    for (int i = begin; i < end; i++) {
      items.add(((Expr.Constant) elements.get(i)).value());
    }
    return new Constant.Tuple(items);
  }

  void dict(Expr.Dict e) {
    Location at = e.location();
    int count = e.values().size();
    boolean haveDict = false;
    int pending = 0;
    for (int i = 0; i < count; i++) {
      if (e.keys().get(i) == null) {
        if (pending > 0) {
          haveDict = part(e, i - pending, i, haveDict);
          pending = 0;
        }
        if (!haveDict) {
          add(BUILD_MAP, 0, at);
          haveDict = true;
        }
        visit(e.values().get(i));
        add(DICT_UPDATE, 1, at);
      } else if (pending * 2 > STACK_USE_GUIDELINE) {
        haveDict = part(e, i - pending, i + 1, haveDict);
        pending = 0;
      } else {
        pending++;
      }
    }
    if (pending > 0) {
      haveDict = part(e, count - pending, count, haveDict);
    }
    if (!haveDict) {
      add(BUILD_MAP, 0, at);
    }
  }

  /** Builds a run of keys and values and adds it to the dict that may be there. */
  private boolean part(Expr.Dict e, int begin, int end, boolean haveDict) {
    run(e, begin, end);
    if (haveDict) {
      add(DICT_UPDATE, 1, e.location());
    }
    return true;
  }

  private void run(Expr.Dict e, int begin, int end) {
    Location at = e.location();
    int count = end - begin;
    boolean big = count * 2 > STACK_USE_GUIDELINE;
    if (count > 1 && !big && allConstant(e.keys(), begin, end)) {
      visitEach(e.values().subList(begin, end));
      loadConstant(constants(e.keys(), begin, end), at);
      add(BUILD_CONST_KEY_MAP, count, at);
      return;
    }
    if (big) {
      add(BUILD_MAP, 0, at);
    }
    for (int i = begin; i < end; i++) {
      visit(e.keys().get(i));
      visit(e.values().get(i));
      if (big) {
        add(MAP_ADD, 1, at);
      }
    }
    if (!big) {
      add(BUILD_MAP, count, at);
    }
  }

  void joinedString(Expr.JoinedStr e) {
    Location at = e.location();
    List<Expr> values = e.values();
    if (values.size() > STACK_USE_GUIDELINE) {
      loadText("", at);
      add(LOAD_ATTR, nameIndex("join") << 1 | 1, at);
      add(BUILD_LIST, 0, at);
      for (Expr value : values) {
        visit(value);
        add(LIST_APPEND, 1, at);
      }
      add(CALL, 1, at);
      return;
    }
    visitEach(values);
    if (values.size() != 1) {
      add(BUILD_STRING, values.size(), at);
    }
  }

  void formattedValue(Expr.FormattedValue e) {
    visit(e.value());
    int operand =
        switch (e.conversion()) {
          case 's' -> 1;
          case 'r' -> 2;
          case 'a' -> 3;
          case -1 -> 0;
          default ->
              throw new CompileError(
                  CompileError.Kind.SYSTEM_ERROR,
                  "Unrecognized conversion character " + e.conversion(),
                  null);
        };
    if (e.formatSpec() != null) {
      visit(e.formatSpec());
      operand |= 4;
    }
    add(FORMAT_VALUE, operand, e.location());
  }
}
