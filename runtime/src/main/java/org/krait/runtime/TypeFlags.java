package org.krait.runtime;

/**
 * What instances of a type have and what may be done with the type.
 *
 * @param subclassable may be a base of other classes
 * @param hasDict instances have attributes of their own
 * @param hasWeakref instances can be referred to weakly
 * @param immutable attributes of the type cannot be set
 * @param instantiable calling the type makes an instance ({@code false}: "cannot create 'x' instances")
 * @param pattern matches as a sequence, a mapping or neither ({@code Py_TPFLAGS_SEQUENCE/MAPPING})
 * @param matchesSelf a class pattern's only positional sub-pattern is matched by the instance itself
 * @param basicSize {@code __basicsize__} as CPython reports it, in bytes
 * @param itemSize {@code __itemsize__}
 */
public record TypeFlags(
    boolean subclassable,
    boolean hasDict,
    boolean hasWeakref,
    boolean immutable,
    boolean instantiable,
    Pattern pattern,
    boolean matchesSelf,
    int basicSize,
    int itemSize) {

  /** How an instance takes part in {@code match}. */
  public enum Pattern {
    NONE,
    SEQUENCE,
    MAPPING
  }

  private static final int IMMUTABLE = 1 << 8;
  private static final int HEAP = 1 << 9;
  private static final int BASE = 1 << 10;
  private static final int READY = 1 << 12;
  private static final int HAVE_GC = 1 << 14;
  private static final int SEQUENCE = 1 << 5;
  private static final int MAPPING = 1 << 6;
  private static final int DISALLOW_NEW = 1 << 7;
  private static final int ABSTRACT = 1 << 20;

  /** {@code __flags__}: the {@code Py_TPFLAGS_*} bits that have a meaning here. */
  int bits(PyType type) {
    int bits = READY;
    bits |= immutable ? IMMUTABLE : 0;
    bits |= type.isHeap() || type.table.isHeapType() ? HEAP : 0;
    bits |= ObjectSizes.isCollected(type) ? HAVE_GC : 0;
    bits |= subclassable ? BASE : 0;
    bits |= instantiable ? 0 : DISALLOW_NEW;
    bits |= type.isAbstract() ? ABSTRACT : 0;
    bits |= switch (type.pattern()) {
      case NONE -> 0;
      case SEQUENCE -> SEQUENCE;
      case MAPPING -> MAPPING;
    };
    return bits | BuiltinKind.bit(type);
  }
}
