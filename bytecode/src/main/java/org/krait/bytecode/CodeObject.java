package org.krait.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.krait.constants.Constant;

/**
 * A code object of CPython 3.12, field by field ({@code Include/cpython/code.h}).
 *
 * <p>The arrays are not to be changed. Equality is of all fields, nested code included.
 *
 * @param argCount positional parameters, positional-only ones included, without {@code *args}
 * @param posOnlyArgCount positional-only parameters
 * @param kwOnlyArgCount keyword-only parameters
 * @param stackSize the deepest operand stack, in values
 * @param flags {@code CO_*} bits, see {@link CodeFlags}
 * @param code instructions with inline caches, two bytes a unit
 * @param constants {@code co_consts}
 * @param names {@code co_names}
 * @param localsPlusNames locals, cells and free variables in frame order
 * @param localsPlusKinds a {@code CO_FAST_*} byte for each of {@code localsPlusNames}
 * @param filename {@code co_filename}
 * @param name {@code co_name}
 * @param qualname {@code co_qualname}
 * @param firstLineNumber {@code co_firstlineno}
 * @param lineTable {@code co_linetable}, see CPython's {@code Objects/locations.md}
 * @param exceptionTable {@code co_exceptiontable}, see {@code Objects/exception_handling_notes.txt}
 */
public record CodeObject(
    int argCount,
    int posOnlyArgCount,
    int kwOnlyArgCount,
    int stackSize,
    int flags,
    byte[] code,
    List<Constant> constants,
    List<String> names,
    List<String> localsPlusNames,
    byte[] localsPlusKinds,
    String filename,
    String name,
    String qualname,
    int firstLineNumber,
    byte[] lineTable,
    byte[] exceptionTable)
    implements Constant.Foreign {

  public CodeObject {
    constants = List.copyOf(constants);
    names = List.copyOf(names);
    localsPlusNames = List.copyOf(localsPlusNames);
  }

  /** The same code, of whose instructions only the lines are known. */
  public CodeObject withoutColumns() {
    return linesOnly(constants);
  }

  /** The same with the code objects among its constants: what {@code -X no_debug_ranges} writes to caches. */
  public CodeObject allWithoutColumns() {
    List<Constant> mapped = new ArrayList<>(constants);
    mapped.replaceAll(each -> each instanceof CodeObject inner ? inner.allWithoutColumns() : each);
    return linesOnly(mapped);
  }

  private CodeObject linesOnly(List<Constant> newConstants) {
    LocationTable entry = new LocationTable(this);
    LocationTableWriter lines = new LocationTableWriter(firstLineNumber);
    while (entry.next()) {
      lines.addLine(entry.end() - entry.start(), entry.line());
    }
    return new CodeObject(
        argCount,
        posOnlyArgCount,
        kwOnlyArgCount,
        stackSize,
        flags,
        code,
        newConstants,
        names,
        localsPlusNames,
        localsPlusKinds,
        filename,
        name,
        qualname,
        firstLineNumber,
        lines.toByteArray(),
        exceptionTable);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodeObject c
        && argCount == c.argCount
        && posOnlyArgCount == c.posOnlyArgCount
        && kwOnlyArgCount == c.kwOnlyArgCount
        && stackSize == c.stackSize
        && flags == c.flags
        && firstLineNumber == c.firstLineNumber
        && name.equals(c.name)
        && qualname.equals(c.qualname)
        && filename.equals(c.filename)
        && Arrays.equals(code, c.code)
        && names.equals(c.names)
        && localsPlusNames.equals(c.localsPlusNames)
        && Arrays.equals(localsPlusKinds, c.localsPlusKinds)
        && Arrays.equals(lineTable, c.lineTable)
        && Arrays.equals(exceptionTable, c.exceptionTable)
        && constants.equals(c.constants);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(code) + name.hashCode() + firstLineNumber;
  }

  @Override
  public String toString() {
    return "<code " + qualname + ", file \"" + filename + "\", line " + firstLineNumber + ">";
  }
}
