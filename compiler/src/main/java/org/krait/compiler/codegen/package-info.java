/**
 * From a syntax tree to instructions in a row.
 *
 * <p>In: a preprocessed tree and its {@link org.krait.compiler.scopes.SymbolTable}. Out: for each
 * block a {@link org.krait.compiler.ir.CodeUnit} and its {@link
 * org.krait.compiler.ir.InstructionSequence}, handed to an assembler, innermost first. The law of
 * the room: the same instructions, constants and locations in the same order as CPython 3.12.1's
 * {@code compile.c}; what could be better is left to the flow graph, as there.
 */
package org.krait.compiler.codegen;
