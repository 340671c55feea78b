package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.CALL_INTRINSIC_1;
import static org.krait.bytecode.Opcodes.IMPORT_FROM;
import static org.krait.bytecode.Opcodes.IMPORT_NAME;
import static org.krait.bytecode.Opcodes.INTRINSIC_IMPORT_STAR;
import static org.krait.bytecode.Opcodes.POP_TOP;
import static org.krait.bytecode.Opcodes.SWAP;

import java.util.ArrayList;
import java.util.List;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.compiler.ir.Locations;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Alias;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Stmt;

/** Import statements. */
final class Imports extends Emitter {
  Imports(CodeGenerator generator) {
    super(generator);
  }

  void imports(Stmt.Import statement) {
    Location at = statement.location();
    for (Alias alias : statement.names()) {
      String name = alias.name();
      loadInt(0, at);
      loadConstant(Constant.Singleton.NONE, at);
      add(IMPORT_NAME, nameIndex(name), at);
      if (alias.asname() != null) {
        importAs(name, alias.asname(), at);
      } else {
        int dot = name.indexOf('.');
        generator.names.store(dot < 0 ? name : name.substring(0, dot), at);
      }
    }
  }

  /** Binds {@code import a.b.c as d}: what was imported is {@code a}, what is bound {@code c}. */
  private void importAs(String name, String bound, Location at) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      generator.names.store(bound, at);
      return;
    }
    while (true) {
      int start = dot + 1;
      dot = name.indexOf('.', start);
      String part = name.substring(start, dot < 0 ? name.length() : dot);
      add(IMPORT_FROM, unit().meta.names.add(part), at);
      if (dot < 0) {
        break;
      }
      add(SWAP, 2, at);
      add(POP_TOP, at);
    }
    generator.names.store(bound, at);
    add(POP_TOP, at);
  }

  void importFrom(Stmt.ImportFrom statement) {
    Location at = statement.location();
    String module = statement.module();
    loadInt(statement.level() == null ? 0 : statement.level(), at);
    if ("__future__".equals(module) && isAfter(at, generator.settings.lastFutureImport())) {
      throw new CompileError(
          "from __future__ imports must occur at the beginning of the file", at);
    }
    List<Constant> names = new ArrayList<>();
    for (Alias alias : statement.names()) {
      names.add(Constant.Str.of(alias.name()));
    }
    loadConstant(new Constant.Tuple(names), at);
    add(IMPORT_NAME, nameIndex(module == null ? "" : module), at);
    if (statement.names().getFirst().name().startsWith("*")) {
      add(CALL_INTRINSIC_1, INTRINSIC_IMPORT_STAR, at);
      add(POP_TOP, Locations.NONE);
      return;
    }
    for (Alias alias : statement.names()) {
      add(IMPORT_FROM, nameIndex(alias.name()), at);
      generator.names.store(alias.asname() == null ? alias.name() : alias.asname(), at);
    }
    add(POP_TOP, at);
  }

  private static boolean isAfter(Location a, Location b) {
    return a.line() > b.line() || (a.line() == b.line() && a.column() > b.column());
  }
}
