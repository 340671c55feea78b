/**
 * What goes wrong, or looks wrong, while a tree is compiled.
 *
 * <p>In: nothing. Out: {@link org.krait.compiler.diagnostics.CompileError} for what ends a
 * compilation and {@link org.krait.compiler.diagnostics.WarningListener} for what does not. The law
 * of the room: messages and places are CPython's.
 */
package org.krait.compiler.diagnostics;
