/**
 * Computes what a tree says in constants, before its names are looked at.
 *
 * <p>In: a tree. Out: a tree in which operations on constants, {@code __debug__}, literal tuples and
 * simple {@code %} formats are replaced by their results; unchanged parts are shared with the
 * input. The law of the room: what CPython 3.12.1 folds is folded, and nothing else, since the
 * order of constants shows in code objects.
 */
package org.krait.compiler.fold;
