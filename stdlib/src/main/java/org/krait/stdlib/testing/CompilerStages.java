package org.krait.stdlib.testing;

import java.util.IdentityHashMap;
import java.util.Map;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.OpcodeTable;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.compiler.assemble.Assemble;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.compiler.flow.Block;
import org.krait.compiler.flow.BuildGraph;
import org.krait.compiler.flow.FlowGraph;
import org.krait.compiler.flow.Instruction;
import org.krait.compiler.flow.Phase;
import org.krait.compiler.ir.CodeUnit;
import org.krait.compiler.ir.IndexTable;
import org.krait.compiler.ir.InstructionSequence;
import org.krait.compiler.ir.Label;
import org.krait.constants.Constant;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.CodeOrigin;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.execution.PlainConstants;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Mod;

/** Instructions as tuples of opcode, operand, line, end line, column and end column. */
final class CompilerStages {
  private CompilerStages() {}

  /** A unit as code generation left it. */
  record Generated(CodeUnit unit, InstructionSequence code) {}

  /** The outermost unit of a tree. */
  static Generated generate(Mod tree, String filename, CompileOptions options) {
    try {
      Mod folded = PythonCompiler.fold(tree, options);
      Generated[] last = new Generated[1];
      PythonCompiler.generate(
          folded,
          PythonCompiler.scopes(folded, options),
          filename,
          options,
          (_, _) -> true,
          (unit, code) -> {
            last[0] = new Generated(unit, code);
            return Assemble.codeObject(unit, code);
          });
      return last[0];
    } catch (CompileError e) {
      throw PythonCompiler.diagnostic(e);
    }
  }

  static PyList rows(InstructionSequence code) {
    PyList rows = new PyList();
    for (int i = 0; i < code.size(); i++) {
      boolean jumps = OpcodeTable.hasTarget(code.opcode(i));
      int operand = jumps ? code.position(code.operand(i)) : code.operand(i);
      rows.append(row(code.opcode(i), operand, code.location(i)));
    }
    return rows;
  }

  private static PyTuple row(int opcode, int operand, Location at) {
    return PyTuple.of(
        PyLong.of(opcode),
        PyLong.of(operand),
        PyLong.of(at.line()),
        PyLong.of(at.endLine()),
        PyLong.of(at.column()),
        PyLong.of(at.endColumn()));
  }

  /** The instructions after the passes that do not know where locals lie. */
  static PyList optimize(PyTuple[] rows, PyList constants, int locals) {
    CodeUnit unit = new CodeUnit("", "", "", 1);
    for (int i = 0; i < constants.size(); i++) {
      unit.constants.append(PlainConstants.of(constants.get(i)));
    }
    for (int i = 0; i < locals; i++) {
      unit.varNames.add("." + i);
    }
    FlowGraph graph = BuildGraph.run(unit, sequence(rows));
    for (Phase phase : Phase.values()) {
      if (phase.compareTo(Phase.LAY_OUT_LOCALS) < 0) {
        phase.run(graph);
      }
    }
    constants.clear();
    for (Constant constant : graph.constants()) {
      constants.append(LoadCode.value(constant));
    }
    return rows(graph);
  }

  private static PyList rows(FlowGraph graph) {
    Map<Block, Integer> places = new IdentityHashMap<>();
    int place = 0;
    for (Block block = graph.entry(); block != null; block = block.next()) {
      places.put(block, place);
      place += block.size();
    }
    PyList rows = new PyList();
    for (Block block = graph.entry(); block != null; block = block.next()) {
      for (int i = 0; i < block.size(); i++) {
        Instruction at = block.get(i);
        rows.append(
            row(at.opcode, at.target == null ? at.operand : places.get(at.target), at.location));
      }
    }
    return rows;
  }

  private static InstructionSequence sequence(PyTuple[] rows) {
    InstructionSequence code = new InstructionSequence();
    Label[] labels = new Label[rows.length + 1];
    for (PyTuple row : rows) {
      if (OpcodeTable.hasTarget(number(row, 0))) {
        int target = number(row, 1);
        if (target < 0 || target >= labels.length) {
          throw Errors.valueError("label out of range");
        }
        labels[target] = labels[target] == null ? code.newLabel() : labels[target];
      }
    }
    for (int i = 0; i < rows.length; i++) {
      use(code, labels[i]);
      int opcode = number(rows[i], 0);
      int operand = OpcodeTable.hasArg(opcode) ? number(rows[i], 1) : 0;
      Location at =
          new Location(
              number(rows[i], 2), number(rows[i], 4), number(rows[i], 3), number(rows[i], 5));
      code.add(opcode, OpcodeTable.hasTarget(opcode) ? labels[operand].id() : operand, at);
    }
    use(code, labels[rows.length]);
    return code;
  }

  private static void use(InstructionSequence code, Label label) {
    if (label != null) {
      code.useLabel(label);
    }
  }

  private static int number(PyTuple row, int column) {
    return Arguments.toInt(row.get(column));
  }

  /** A code object from instructions; the tables of the metadata are dicts of what to its number. */
  static PyObject assemble(String filename, PyTuple[] rows, PyDict metadata) {
    CodeUnit unit =
        new CodeUnit(
            text(metadata, "name"),
            text(metadata, "qualname"),
            filename,
            count(metadata, "firstlineno"));
    unit.argCount = count(metadata, "argcount");
    unit.posOnlyArgCount = count(metadata, "posonlyargcount");
    unit.kwOnlyArgCount = count(metadata, "kwonlyargcount");
    unit.flags = CodeFlags.OPTIMIZED | CodeFlags.NEWLOCALS;
    if (metadata.get(PyStr.interned("consts")) instanceof PyDict consts) {
      consts.entryList().forEach(e -> unit.constants.append(PlainConstants.of(e.key())));
    }
    names(metadata, "names", unit.names);
    names(metadata, "varnames", unit.varNames);
    names(metadata, "cellvars", unit.cellVars);
    names(metadata, "freevars", unit.freeVars);
    CodeObject made = Assemble.codeObject(unit, sequence(rows));
    return LoadCode.unverified(LoadCode.of(made), CodeOrigin.PROGRAM);
  }

  private static void names(PyDict metadata, String key, IndexTable<String> table) {
    if (metadata.get(PyStr.interned(key)) instanceof PyDict names) {
      names.entryList().forEach(e -> table.append(e.key().toString()));
    }
  }

  private static String text(PyDict metadata, String key) {
    if (metadata.get(PyStr.interned(key)) instanceof PyStr text) {
      return text.toString();
    }
    throw Errors.typeError("metadata has no text '%s'", key);
  }

  private static int count(PyDict metadata, String key) {
    if (metadata.get(PyStr.interned(key)) instanceof PyInt number) {
      return Arguments.toInt(number);
    }
    throw Errors.typeError("metadata has no number '%s'", key);
  }
}
