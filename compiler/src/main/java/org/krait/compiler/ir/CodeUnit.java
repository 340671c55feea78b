package org.krait.compiler.ir;

import java.util.HashSet;
import java.util.Set;
import org.krait.bytecode.CodeFlags;
import org.krait.constants.Constant;

/**
 * What a code object holds beside its instructions, while it is being made.
 *
 * <p>Operands of {@code LOAD_FAST} and its kin index {@link #varNames}; those of {@code
 * LOAD_DEREF}, {@code LOAD_CLOSURE} and their kin index {@link #cellVars} followed by {@link
 * #freeVars}. The flow graph turns both into positions among the frame's locals.
 */
public final class CodeUnit {
  public final String name;
  public final String qualname;
  public final String filename;
  public final int firstLine;

  /** Positional parameters, positional-only ones included, without {@code *args}. */
  public int argCount;

  public int posOnlyArgCount;
  public int kwOnlyArgCount;

  /** Bits of {@link CodeFlags}, complete when the unit is assembled. */
  public int flags;

  public final IndexTable<Constant> constants = new IndexTable<>();
  public final IndexTable<String> names = new IndexTable<>();

  /** Parameters, in the order of the frame, then the other locals. */
  public final IndexTable<String> varNames = new IndexTable<>();

  public final IndexTable<String> cellVars = new IndexTable<>();
  public final IndexTable<String> freeVars = new IndexTable<>();

  /** Locals of an inlined comprehension in a scope whose own names are not fast locals. */
  public final Set<String> hiddenLocals = new HashSet<>();

  public CodeUnit(String name, String qualname, String filename, int firstLine) {
    this.name = name;
    this.qualname = qualname;
    this.filename = filename;
    this.firstLine = firstLine;
  }

  /** How many of {@link #varNames} are parameters, {@code *args} and {@code **kwargs} included. */
  public int parameterCount() {
    return argCount
        + kwOnlyArgCount
        + Integer.bitCount(flags & (CodeFlags.VARARGS | CodeFlags.VARKEYWORDS));
  }
}
