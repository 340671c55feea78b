package org.krait.compiler.scopes;

/**
 * What one scope knows of one name: how it is written and used there, and whose variable it is.
 *
 * <p>The bits are those of CPython's {@code pycore_symtable.h}; the module {@code _symtable} shows
 * them to Python.
 */
public final class Symbol {
  /** Named by a {@code global} statement. */
  public static final int DEF_GLOBAL = 1;

  /** Assigned. */
  public static final int DEF_LOCAL = 1 << 1;

  /** A parameter. */
  public static final int DEF_PARAM = 1 << 2;

  /** Named by a {@code nonlocal} statement. */
  public static final int DEF_NONLOCAL = 1 << 3;

  /** Read. */
  public static final int USE = 1 << 4;

  /** Read in a nested scope; CPython keeps the bit and never sets it. */
  public static final int DEF_FREE = 1 << 5;

  /** Free in a method of the class that has the name as well. */
  public static final int DEF_FREE_CLASS = 1 << 6;

  /** Bound by an import. */
  public static final int DEF_IMPORT = 1 << 7;

  /** Annotated. */
  public static final int DEF_ANNOT = 1 << 8;

  /** The target of a comprehension's {@code for}. */
  public static final int DEF_COMP_ITER = 1 << 9;

  /** A type parameter. */
  public static final int DEF_TYPE_PARAM = 1 << 10;

  /** A cell of an inlined comprehension. */
  public static final int DEF_COMP_CELL = 1 << 11;

  /** Any way of binding. */
  public static final int DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT;

  /** Where the scope stands in {@link #bits}. */
  public static final int SCOPE_OFFSET = 12;

  /** The four bits of the scope, once shifted down. */
  public static final int SCOPE_MASK = 15;

  /** Not resolved: a name that the symbol table has not met. */
  public static final int UNKNOWN = 0;

  public static final int LOCAL = 1;
  public static final int GLOBAL_EXPLICIT = 2;
  public static final int GLOBAL_IMPLICIT = 3;
  public static final int FREE = 4;
  public static final int CELL = 5;

  int flags;
  int scope;

  Symbol(int flags) {
    this.flags = flags;
  }

  Symbol(int flags, int scope) {
    this.flags = flags;
    this.scope = scope;
  }

  /** A name that nothing is known of. */
  public static Symbol unknown() {
    return new Symbol(0);
  }

  /** The {@code DEF_*} and {@code USE} bits. */
  public int flags() {
    return flags;
  }

  /** True when any of these bits is set. */
  public boolean has(int mask) {
    return (flags & mask) != 0;
  }

  /** Whose variable it is: {@link #LOCAL} to {@link #CELL}, or {@link #UNKNOWN}. */
  public int scope() {
    return scope;
  }

  /** Flags and scope in one number, as Python's {@code _symtable} shows them. */
  public int bits() {
    return flags | scope << SCOPE_OFFSET;
  }

  @Override
  public String toString() {
    return Integer.toHexString(bits());
  }
}
