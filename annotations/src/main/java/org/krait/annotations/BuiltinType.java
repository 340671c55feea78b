package org.krait.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a Java class the implementation of a Python type.
 *
 * <p>From class {@code PyList} the build makes {@code PyListTable} (what the type consists of, and
 * calls by number) and {@code PyListSlots} (its special methods), both in the same package.
 *
 * <p>A type that defines comparisons but no {@code __hash__} is unhashable, as in CPython.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface BuiltinType {
  /** The Python name: {@code list}. */
  String name();

  /** The module that the type says it is from. */
  String module() default "builtins";

  /** The Java class of the Python base; {@code Object} stands for the Python class {@code object}. */
  Class<?> base() default Object.class;

  /** Whether Python classes may derive from it. */
  boolean subclassable() default true;

  /** Whether calling the type is a TypeError ("cannot create 'x' instances"). */
  boolean disallowNew() default false;

  /**
   * Whether CPython makes the type from a specification when its module is loaded: then {@code
   * __flags__} says so and {@code __module__} stands in its dict.
   */
  boolean heapType() default false;

  /** Whether instances of the exact type have a {@code __dict__}. */
  boolean instanceDict() default false;

  /** Whether instances of the exact type can be referenced weakly. */
  boolean weakReferences() default false;

  /** {@code __basicsize__}, the bytes that an instance has in CPython. */
  int basicSize() default 16;

  /** {@code __itemsize__}: the bytes of each item, for instances of various sizes. */
  int itemSize() default 0;

  /** How {@code match} treats instances. */
  Pattern pattern() default Pattern.NONE;

  /**
   * What {@code inspect.signature} shows for calls of the type; empty for what {@code __new__} or
   * {@code __init__} says.
   */
  String textSignature() default "";

  /** The documentation of the type. */
  String doc() default "";

  /** Further classes whose static methods implement methods of this type. */
  Class<?>[] parts() default {};

  /**
   * A hand-written class of special methods, between this type's generated one and the base's;
   * {@code Object} for none.
   */
  Class<?> slots() default Object.class;

  /** The special methods that {@link #slots} or the root of all slots writes by hand. */
  String[] handwritten() default {};

  /** What a {@code match} statement takes the instances of a type for. */
  enum Pattern {
    /** Class patterns look at {@code __match_args__} only. */
    NONE,
    /** Matches sequence patterns. */
    SEQUENCE,
    /** Matches mapping patterns. */
    MAPPING,
    /** A positional sub-pattern of a class pattern matches the subject itself. */
    SELF,
    /** Both a sequence and matched as itself: list, tuple. */
    SEQUENCE_SELF,
    /** Both a mapping and matched as itself: dict. */
    MAPPING_SELF
  }
}
