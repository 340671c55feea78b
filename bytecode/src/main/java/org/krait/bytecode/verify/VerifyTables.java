package org.krait.bytecode.verify;

import org.krait.bytecode.CodeObject;
import org.krait.bytecode.ExceptionTable;
import org.krait.bytecode.LocationTable;

/** Checks the line table and the exception table against the instructions. */
final class VerifyTables {
  private final CodeObject code;
  private final InstructionMap map;
  private final Findings findings;

  VerifyTables(CodeObject code, InstructionMap map, Findings findings) {
    this.code = code;
    this.map = map;
    this.findings = findings;
  }

  void run() {
    lines();
    exceptions();
  }

  private void lines() {
    LocationTable table = new LocationTable(code);
    int end = 0;
    while (table.next()) {
      end = table.end();
    }
    if (table.isDamaged()) {
      findings.add(2 * end, Rule.LINE_TABLE, "the line table is damaged");
    } else if (end != map.units()) {
      findings.add(
          Rule.LINE_TABLE, "the line table covers " + end + " of " + map.units() + " code units");
    }
  }

  private void exceptions() {
    ExceptionTable table = new ExceptionTable(code.exceptionTable());
    int previous = 0;
    while (table.next()) {
      String fault = fault(table, previous);
      if (!fault.isEmpty()) {
        findings.add(
            2 * table.start(),
            Rule.EXCEPTION_TABLE,
            "%d to %d -> %d [%d]: %s"
                .formatted(
                    2L * table.start(),
                    2L * table.end(),
                    2L * table.target(),
                    table.depth(),
                    fault));
        return;
      }
      map.setLabel(table.target());
      previous = table.end();
    }
    if (table.isDamaged()) {
      findings.add(Rule.EXCEPTION_TABLE, "the exception table is damaged");
    }
  }

  private String fault(ExceptionTable entry, int previous) {
    if (entry.start() >= entry.end() || entry.start() < previous) {
      return "the range is empty, or not after the one before it";
    }
    if (!map.isStart(entry.start())
        || entry.end() != map.units() && !map.isStart(entry.end())) {
      return "the range does not start and end at instructions";
    }
    if (!map.isStart(entry.target())) {
      return "no instruction starts at the handler";
    }
    int pushed = entry.pushesLasti() ? 2 : 1;
    if (entry.depth() < 0 || (long) entry.depth() + pushed > code.stackSize()) {
      return "the handler needs more than " + code.stackSize() + " places on the stack";
    }
    return "";
  }
}
