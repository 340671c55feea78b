package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.BUILD_CONST_KEY_MAP;
import static org.krait.bytecode.Opcodes.BUILD_MAP;
import static org.krait.bytecode.Opcodes.CALL;
import static org.krait.bytecode.Opcodes.CALL_FUNCTION_EX;
import static org.krait.bytecode.Opcodes.DICT_MERGE;
import static org.krait.bytecode.Opcodes.KW_NAMES;
import static org.krait.bytecode.Opcodes.LOAD_ATTR;
import static org.krait.bytecode.Opcodes.MAP_ADD;
import static org.krait.bytecode.Opcodes.PUSH_NULL;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.compiler.ir.Locations;
import org.krait.compiler.scopes.Symbol;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.Keyword;
import org.krait.syntax.ast.Location;

/** Calls of functions and methods. */
final class Calls extends Emitter {
  Calls(CodeGenerator generator) {
    super(generator);
  }

  void call(Expr.Call e) {
    validate(e.keywords());
    if (isMethodCall(e)) {
      methodCall(e, (Expr.Attribute) e.func());
      return;
    }
    generator.checks.checkCallable(e.func());
    add(PUSH_NULL, e.func().location());
    visit(e.func());
    arguments(0, e.args(), e.keywords(), e.location());
  }

  /** True when the function is an attribute that may be called without binding it first. */
  private boolean isMethodCall(Expr.Call e) {
    if (!(e.func() instanceof Expr.Attribute method) || method.ctx() != ExprContext.LOAD) {
      return false;
    }
    if (method.value() instanceof Expr.Name base
        && (generator.table.top().flagsOf(base.id()) & Symbol.DEF_IMPORT) != 0) {
      // Functions of modules are not methods.
      return false;
    }
    int keywords = e.keywords().size();
    return e.args().size() + keywords + (keywords == 0 ? 0 : 1) < STACK_USE_GUIDELINE
        && !hasUnpacking(e.args(), e.keywords());
  }

  private static boolean hasUnpacking(List<Expr> arguments, List<Keyword> keywords) {
    for (Expr argument : arguments) {
      if (argument instanceof Expr.Starred) {
        return true;
      }
    }
    for (Keyword keyword : keywords) {
      if (keyword.arg() == null) {
        return true;
      }
    }
    return false;
  }

  private void methodCall(Expr.Call e, Expr.Attribute method) {
    Location at;
    if (generator.attributes.isPlainSuper(method)) {
      at = generator.attributes.loadFromSuper(method, true);
    } else {
      visit(method.value());
      at = Attributes.nameLocation(method.location(), method);
      add(LOAD_ATTR, nameIndex(method.attr()) << 1 | 1, at);
    }
    visitEach(e.args());
    keywordValues(e.keywords(), at);
    Location callAt = Attributes.nameLocation(e.location(), method);
    add(CALL, e.args().size() + e.keywords().size(), callAt);
  }

  private void keywordValues(List<Keyword> keywords, Location at) {
    if (keywords.isEmpty()) {
      return;
    }
    for (Keyword keyword : keywords) {
      visit(keyword.value());
    }
    add(KW_NAMES, unit().meta.constants.add(names(keywords)), at);
  }

  private static Constant.Tuple names(List<Keyword> keywords) {
    List<Constant> names = new ArrayList<>(keywords.size());
    for (Keyword keyword : keywords) {
      names.add(Constant.Str.of(keyword.arg()));
    }
    return new Constant.Tuple(names);
  }

  private void validate(List<Keyword> keywords) {
    Set<String> repeated = repeated(keywords);
    for (int i = 0; i < keywords.size(); i++) {
      Keyword keyword = keywords.get(i);
      String name = keyword.arg();
      if (name == null) {
        continue;
      }
      generator.names.refuseForbidden(name, ExprContext.STORE, keyword.location());
      if (repeated.contains(name)) {
        throw new CompileError(
            "keyword argument repeated: " + name, second(keywords, i).location());
      }
    }
  }

  private static Set<String> repeated(List<Keyword> keywords) {
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    for (Keyword keyword : keywords) {
      if (keyword.arg() != null && !seen.add(keyword.arg())) {
        repeated.add(keyword.arg());
      }
    }
    return repeated;
  }

  private static Keyword second(List<Keyword> keywords, int first) {
    String name = keywords.get(first).arg();
    List<Keyword> rest = keywords.subList(first + 1, keywords.size());
    return rest.stream().filter(k -> name.equals(k.arg())).findFirst().orElseThrow();
  }

  /**
   * Calls what lies below the arguments.
   *
   * @param pushed how many positional arguments are on the stack already
   */
  void arguments(int pushed, List<Expr> arguments, List<Keyword> keywords, Location at) {
    validate(keywords);
    if (arguments.size() + keywords.size() * 2 > STACK_USE_GUIDELINE
        || hasUnpacking(arguments, keywords)) {
      unpackingCall(pushed, arguments, keywords, at);
      return;
    }
    visitEach(arguments);
    keywordValues(keywords, at);
    add(CALL, pushed + arguments.size() + keywords.size(), at);
  }

  private void unpackingCall(
      int pushed, List<Expr> arguments, List<Keyword> keywords, Location at) {
    if (pushed == 0
        && arguments.size() == 1
        && arguments.getFirst() instanceof Expr.Starred star) {
      visit(star.value());
    } else {
      generator.displays.tupleOf(pushed, arguments, at);
    }
    if (!keywords.isEmpty()) {
      keywordDict(keywords, at);
    }
    add(CALL_FUNCTION_EX, keywords.isEmpty() ? 0 : 1, at);
  }

  private void keywordDict(List<Keyword> keywords, Location at) {
    boolean haveDict = false;
    int pending = 0;
    for (int i = 0; i < keywords.size(); i++) {
      if (keywords.get(i).arg() != null) {
        pending++;
        continue;
      }
      if (pending > 0) {
        haveDict = part(keywords.subList(i - pending, i), haveDict, at);
        pending = 0;
      }
      if (!haveDict) {
        add(BUILD_MAP, 0, at);
        haveDict = true;
      }
      visit(keywords.get(i).value());
      add(DICT_MERGE, 1, at);
    }
    if (pending > 0) {
      part(keywords.subList(keywords.size() - pending, keywords.size()), haveDict, at);
    }
  }

  /** Builds a run of named arguments and merges it into the dict that may be there. */
  private boolean part(List<Keyword> keywords, boolean haveDict, Location at) {
    run(keywords, at);
    if (haveDict) {
      add(DICT_MERGE, 1, at);
    }
    return true;
  }

  private void run(List<Keyword> keywords, Location at) {
    int count = keywords.size();
    boolean big = count * 2 > STACK_USE_GUIDELINE;
    if (count > 1 && !big) {
      for (Keyword keyword : keywords) {
        visit(keyword.value());
      }
      loadConstant(names(keywords), at);
      add(BUILD_CONST_KEY_MAP, count, at);
      return;
    }
    if (big) {
      add(BUILD_MAP, 0, Locations.NONE);
    }
    for (Keyword keyword : keywords) {
      loadText(keyword.arg(), at);
      visit(keyword.value());
      if (big) {
        add(MAP_ADD, 1, Locations.NONE);
      }
    }
    if (!big) {
      add(BUILD_MAP, count, at);
    }
  }
}
