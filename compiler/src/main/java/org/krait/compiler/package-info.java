/**
 * From a syntax tree to a code object.
 *
 * <p>In: a module of {@link org.krait.syntax.ast} and compile options. Out: a {@link
 * org.krait.bytecode.CodeObject} equal to CPython 3.12.1's in every field, or a diagnostic. The law
 * of the room: each stage is a pure function that can be called and tested alone.
 */
package org.krait.compiler;
