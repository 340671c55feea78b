package org.krait.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.Disassembler;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.compiler.assemble.Assemble;
import org.krait.compiler.assemble.TracePhases;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.compiler.ir.CodeUnit;
import org.krait.compiler.ir.InstructionSequence;
import org.krait.compiler.ir.SequenceText;
import org.krait.compiler.scopes.ScopesText;
import org.krait.constants.Constant;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.PythonParser;
import org.krait.syntax.TokensText;
import org.krait.syntax.ast.AstDump;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Mod;
import org.krait.syntax.ast.Node;
import org.krait.syntax.ast.Stmt;

/**
 * The text of one stage of a source: {@code --dump}. Nothing is run, and no address or time is in the
 * text, so that it can be compared.
 *
 * <p>A filter is the qualified name of a function or class, as {@code __qualname__} says it, or
 * {@code <module>}; what is defined inside comes along.
 */
final class Dump {
  private static final String INDENT = "   ";

  private final byte[] source;
  private final String filename;
  private final CompileOptions options;
  private final String filter;

  /**
   * A source to be looked at.
   *
   * @param filter the qualified name of the part that is wanted; null for everything
   */
  Dump(byte[] source, String filename, int optimize, String filter) {
    this.source = source;
    this.filename = filename;
    this.options = CompileOptions.module(optimize);
    this.filter = filter;
  }

  /**
   * The text of a stage.
   *
   * @throws org.krait.syntax.SyntaxDiagnostic when the source does not come as far
   */
  String text(DumpStage stage) {
    try {
      return switch (stage) {
        case TOKENS -> tokens();
        case AST -> trees();
        case SCOPES -> scopes();
        case CODEGEN -> units((unit, code, out) -> {
          out.append(SequenceText.of(unit, code)).append('\n');
          return Assemble.codeObject(unit, code);
        });
        case CFG -> units((unit, code, out) -> {
          TracePhases trace = new TracePhases();
          CodeObject result = Assemble.codeObject(unit, code, trace);
          out.append(trace.text());
          return result;
        });
        case CODE -> code();
      };
    } catch (CompileError e) {
      throw PythonCompiler.diagnostic(e);
    }
  }

  private boolean isWanted(String qualname) {
    return filter == null
        || qualname.equals(filter)
        || qualname.startsWith(filter) && qualname.charAt(filter.length()) == '.';
  }

  private Mod tree() {
    return PythonParser.parse(
        source, PythonCompiler.parseOptions(filename, options), DiagnosticListener.NONE);
  }

  private String tokens() {
    if (filter == null) {
      return tokens(1, Integer.MAX_VALUE);
    }
    StringBuilder out = new StringBuilder();
    for (Node node : definitions()) {
      int first = node.location().line();
      for (Expr decorator : decorators(node)) {
        first = Math.min(first, decorator.location().line());
      }
      out.append(tokens(first, node.location().endLine()));
    }
    return out.toString();
  }

  private String tokens(int firstLine, int lastLine) {
    return TokensText.of(
        source,
        PythonCompiler.parseOptions(filename, options),
        DiagnosticListener.NONE,
        firstLine,
        lastLine);
  }

  private static List<Expr> decorators(Node node) {
    return switch (node) {
      case Stmt.FunctionDef function -> function.decoratorList();
      case Stmt.AsyncFunctionDef function -> function.decoratorList();
      case Stmt.ClassDef definition -> definition.decoratorList();
      default -> List.of();
    };
  }

  private String trees() {
    if (filter == null) {
      return AstDump.of(tree(), INDENT, false) + "\n";
    }
    StringBuilder out = new StringBuilder();
    for (Node node : definitions()) {
      out.append(AstDump.of(node, INDENT, false)).append('\n');
    }
    return out.toString();
  }

  /** The definitions whose qualified name is the filter. */
  private List<Node> definitions() {
    List<Node> found = new ArrayList<>();
    find(tree(), "", found);
    return found;
  }

  private void find(Node node, String prefix, List<Node> found) {
    String name =
        switch (node) {
          case Stmt.FunctionDef function -> function.name();
          case Stmt.AsyncFunctionDef function -> function.name();
          case Stmt.ClassDef definition -> definition.name();
          case Expr.Lambda _ -> "<lambda>";
          default -> null;
        };
    if (name != null && (prefix + name).equals(filter)) {
      found.add(node);
      return;
    }
    String separator = node instanceof Stmt.ClassDef ? "." : ".<locals>.";
    String inside = name == null ? prefix : prefix + name + separator;
    node.forEachChild(child -> find(child, inside, found));
  }

  private String scopes() {
    var table = PythonCompiler.scopes(tree(), options);
    return filter == null ? ScopesText.of(table) : ScopesText.of(table, filter::equals);
  }

  /** Assembles a unit and writes down what is to be seen of it. */
  @FunctionalInterface
  private interface Watcher {
    CodeObject assemble(CodeUnit unit, InstructionSequence code, StringBuilder out);
  }

  /** What the watcher writes of each unit, the outermost first. */
  private String units(Watcher watcher) {
    List<String> texts = new ArrayList<>();
    generate(
        (unit, code) -> {
          StringBuilder out = new StringBuilder();
          CodeObject result = watcher.assemble(unit, code, out);
          if (isWanted(unit.qualname)) {
            texts.add(out.toString());
          }
          return result;
        });
    return String.join("", texts.reversed());
  }

  private CodeObject generate(org.krait.compiler.codegen.CodeGenerator.Assembler assembler) {
    Mod folded = PythonCompiler.fold(tree(), options);
    return PythonCompiler.generate(
        folded,
        PythonCompiler.scopes(folded, options),
        filename,
        options,
        (_, _) -> true,
        assembler);
  }

  private String code() {
    CodeObject module = generate(Assemble::codeObject);
    if (filter == null) {
      return Disassembler.dis(module);
    }
    StringBuilder out = new StringBuilder();
    select(module, filter::equals, out);
    return out.toString();
  }

  private static void select(CodeObject code, Predicate<String> wanted, StringBuilder out) {
    if (wanted.test(code.qualname())) {
      out.append("Disassembly of <code object %s, file \"%s\", line %d>:\n".formatted(
          code.name(), code.filename(), code.firstLineNumber()));
      out.append(Disassembler.dis(code));
      return;
    }
    for (Constant constant : code.constants()) {
      if (constant instanceof CodeObject nested) {
        select(nested, wanted, out);
      }
    }
  }
}
