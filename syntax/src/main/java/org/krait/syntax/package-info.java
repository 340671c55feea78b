/**
 * From source to a syntax tree.
 *
 * <p>In: bytes or text of a Python 3.12 program. Out: tokens, a tree of {@link org.krait.syntax.ast},
 * or a {@code SyntaxDiagnostic} with CPython's words. The law of the room: columns are counted in
 * UTF-8 bytes and no input, however deep or broken, ends in anything but a tree or a diagnostic.
 */
package org.krait.syntax;
