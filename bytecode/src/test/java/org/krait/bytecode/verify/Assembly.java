package org.krait.bytecode.verify;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.ExceptionTableWriter;
import org.krait.bytecode.LocationTableWriter;
import org.krait.bytecode.OpcodeTable;
import org.krait.constants.Constant;

/** Puts small code objects together by hand, sound or not. */
final class Assembly {
  private final ByteArrayOutputStream code = new ByteArrayOutputStream();
  private final ExceptionTableWriter exceptions = new ExceptionTableWriter();
  private final List<Constant> constants = new ArrayList<>(List.of(Constant.Singleton.NONE));
  private final List<String> variables = new ArrayList<>();
  private final ByteArrayOutputStream kinds = new ByteArrayOutputStream();
  private int stackSize = 8;
  private int flags = CodeFlags.OPTIMIZED | CodeFlags.NEWLOCALS;
  private int parameters;
  private int missingLines;

  /** Adds an instruction with its caches. */
  Assembly op(int opcode, int arg) {
    for (int shift = 24; shift > 0; shift -= 8) {
      if (arg >>> shift != 0) {
        unit(org.krait.bytecode.Opcodes.EXTENDED_ARG, arg >>> shift);
      }
    }
    unit(opcode, arg);
    for (int i = 0; i < OpcodeTable.caches(opcode); i++) {
      unit(0, 0);
    }
    return this;
  }

  Assembly op(int opcode) {
    return op(opcode, 0);
  }

  /** Adds a bare code unit. */
  Assembly unit(int first, int second) {
    code.write(first);
    code.write(second);
    return this;
  }

  Assembly constant(Constant value) {
    constants.add(value);
    return this;
  }

  Assembly variable(String name, int kind) {
    variables.add(name);
    kinds.write(kind);
    return this;
  }

  Assembly stack(int size) {
    stackSize = size;
    return this;
  }

  Assembly flags(int more) {
    flags |= more;
    return this;
  }

  Assembly parameters(int count) {
    parameters = count;
    return this;
  }

  /** Adds a protected range, in code units. */
  Assembly handler(int start, int end, int target, int depth, boolean lasti) {
    exceptions.add(start, end, target, depth, lasti);
    return this;
  }

  /** Lets the line table end too early. */
  Assembly missingLines(int units) {
    missingLines = units;
    return this;
  }

  CodeObject build() {
    LocationTableWriter lines = new LocationTableWriter(1);
    lines.add(Math.max(code.size() / 2 - missingLines, 0), 1, 1, 0, 1);
    return new CodeObject(
        parameters, 0, 0, stackSize, flags,
        code.toByteArray(), constants, List.of("name"), variables, kinds.toByteArray(),
        "m.py", "f", "f", 1, lines.toByteArray(), exceptions.toByteArray());
  }
}
