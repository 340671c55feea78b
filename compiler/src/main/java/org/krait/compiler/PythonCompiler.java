package org.krait.compiler;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.CodeObject;
import org.krait.compiler.assemble.Assemble;
import org.krait.compiler.codegen.CodeGenerator;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.compiler.diagnostics.WarningListener;
import org.krait.compiler.fold.FoldTree;
import org.krait.compiler.scopes.SymbolTable;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.ParseOptions;
import org.krait.syntax.PythonParser;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Mod;

/**
 * Compiles Python 3.12: the room's front door.
 *
 * <p>{@link #compile(byte[], String, CompileOptions, DiagnosticListener)} goes the whole way; the
 * other methods are its stages, each a function of its arguments.
 *
 * <p>What is wrong is thrown as a {@link SyntaxDiagnostic}. Those that arise behind the parser have
 * no text: CPython reads the line from the file of that name, if there is one. Their offsets count
 * bytes, as CPython's do.
 */
public final class PythonCompiler {
  /** Whose compilations are equal: to be changed with whatever changes the code that comes out. */
  public static final String IDENTITY = "krait compiler 1 of CPython 3.12.1";

  private PythonCompiler() {}

  /**
   * The code object of a source.
   *
   * @param source the bytes of a file, decoded as PEP 263 says
   * @throws SyntaxDiagnostic when the source is not Python
   */
  public static CodeObject compile(
      byte[] source, String filename, CompileOptions options, DiagnosticListener listener) {
    Mod tree = PythonParser.parse(source, parseOptions(filename, options), listener);
    return compile(tree, filename, options, listener);
  }

  /**
   * The code object of a text.
   *
   * @throws SyntaxDiagnostic when the text is not Python
   */
  public static CodeObject compile(
      String text, String filename, CompileOptions options, DiagnosticListener listener) {
    Mod tree = PythonParser.parse(text, parseOptions(filename, options), listener);
    return compile(tree, filename, options, listener);
  }

  /**
   * The code object of a tree, which may be one that a program made; its shape must be valid.
   *
   * @throws SyntaxDiagnostic when it cannot be compiled
   */
  public static CodeObject compile(
      Mod tree, String filename, CompileOptions options, DiagnosticListener listener) {
    Warnings warnings = new Warnings();
    try {
      CodeObject code = compile(tree, filename, options, warnings);
      if (warnings.refusesInversions(listener)) {
        code = compile(tree, filename, options, warnings);
      }
      warnings.deliver(listener);
      return code;
    } catch (CompileError e) {
      warnings.refusesInversions(listener);
      warnings.deliver(listener);
      throw diagnostic(e);
    }
  }

  private static CodeObject compile(
      Mod tree, String filename, CompileOptions options, Warnings warnings) {
    return DeepStack.call(
        () -> {
          warnings.clear();
          int flags = futureFlags(FutureFeatures.of(tree), options);
          Mod folded = FoldTree.fold(tree, options.optimize(), flags, warnings::inverts);
          SymbolTable scopes = scopes(folded, options);
          return generate(folded, scopes, filename, options, warnings, Assemble::codeObject);
        });
  }

  /** How the parser is to read a source that is compiled so. */
  public static ParseOptions parseOptions(String filename, CompileOptions options) {
    return new ParseOptions(
        options.mode(),
        options.has(CompileOptions.TYPE_COMMENTS),
        12,
        options.has(CodeFlags.FUTURE_BARRY_AS_BDFL),
        options.has(CompileOptions.ALLOW_INCOMPLETE_INPUT),
        !options.has(CompileOptions.DONT_IMPLY_DEDENT),
        filename,
        options.maxIntDigits());
  }

  /**
   * The tree with what can be computed computed.
   *
   * @throws CompileError for a future feature that does not exist, or too deep a tree
   */
  public static Mod fold(Mod tree, CompileOptions options) {
    int flags = futureFlags(FutureFeatures.of(tree), options);
    return FoldTree.fold(tree, options.optimize(), flags, () -> true);
  }

  /**
   * The scopes of a tree, folded or not.
   *
   * @throws CompileError for names that are declared or bound as they must not be
   */
  public static SymbolTable scopes(Mod tree, CompileOptions options) {
    int flags = futureFlags(FutureFeatures.of(tree), options);
    try {
      return SymbolTable.of(tree, (flags & CodeFlags.FUTURE_ANNOTATIONS) != 0);
    } catch (CompileError e) {
      throw e.ofScopes();
    }
  }

  /**
   * The code of a folded tree.
   *
   * @param assembler turns each block's instructions into a code object; who wants to see them
   *     hands in one that looks at them first
   * @throws CompileError for what code generation refuses
   */
  public static CodeObject generate(
      Mod tree,
      SymbolTable scopes,
      String filename,
      CompileOptions options,
      WarningListener warnings,
      CodeGenerator.Assembler assembler) {
    FutureFeatures future = FutureFeatures.of(tree);
    CodeGenerator.Settings settings =
        new CodeGenerator.Settings(
            filename,
            options.optimize(),
            futureFlags(future, options),
            future.lastImport(),
            options.has(CompileOptions.ALLOW_TOP_LEVEL_AWAIT),
            warnings);
    return CodeGenerator.generate(tree, scopes, settings, assembler);
  }

  private static int futureFlags(FutureFeatures future, CompileOptions options) {
    return future.flags() | (options.flags() & CompileOptions.FUTURE_MASK);
  }

  /** The form in which errors leave the room. */
  public static SyntaxDiagnostic diagnostic(CompileError error) {
    SyntaxDiagnostic.Kind kind =
        switch (error.kind()) {
          case SYNTAX_ERROR -> SyntaxDiagnostic.Kind.SYNTAX_ERROR;
          case RECURSION_ERROR -> SyntaxDiagnostic.Kind.RECURSION_ERROR;
          case VALUE_ERROR -> SyntaxDiagnostic.Kind.VALUE_ERROR;
          case SYSTEM_ERROR -> SyntaxDiagnostic.Kind.SYSTEM_ERROR;
          case RUNTIME_ERROR -> SyntaxDiagnostic.Kind.RUNTIME_ERROR;
        };
    Location at = error.location();
    return at == null
        ? new SyntaxDiagnostic(kind, error.getMessage())
        : new SyntaxDiagnostic(
            error.isOfScopes() ? SyntaxDiagnostic.Origin.SCOPES : SyntaxDiagnostic.Origin.COMPILER,
            kind,
            error.getMessage(),
            at.line(),
            at.column() + 1,
            at.endLine(),
            at.endColumn() + 1,
            null);
  }

  /** Warnings of a compilation that may be started over, until it is known how it ends. */
  private static final class Warnings implements WarningListener {
    private record Warning(String message, Location location) {}

    private final List<Warning> warnings = new ArrayList<>();
    private final BitSet refused = new BitSet();
    private int inversions;

    void clear() {
      warnings.clear();
      inversions = 0;
    }

    /** Whether the next inversion of a truth value is computed. */
    boolean inverts() {
      return !refused.get(inversions++);
    }

    /** Asks for each inversion; true when one must be taken back. */
    boolean refusesInversions(DiagnosticListener listener) {
      for (int i = 0; i < inversions; i++) {
        refused.set(i, !listener.invertsBool());
      }
      return !refused.isEmpty();
    }

    @Override
    public boolean warn(String message, Location location) {
      warnings.add(new Warning(message, location));
      return true;
    }

    void deliver(DiagnosticListener listener) {
      for (Warning warning : warnings) {
        boolean accepted =
            listener.warn(
                DiagnosticListener.Category.SYNTAX_WARNING,
                warning.message,
                warning.location.line());
        if (!accepted) {
          throw diagnostic(new CompileError(warning.message, warning.location));
        }
      }
    }
  }
}
