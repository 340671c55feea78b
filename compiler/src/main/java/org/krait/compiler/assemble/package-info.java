/**
 * From instructions to a code object.
 *
 * <p>In: a {@link org.krait.compiler.ir.CodeUnit} and its {@link
 * org.krait.compiler.ir.InstructionSequence}. Out: the {@link org.krait.bytecode.CodeObject} that
 * CPython 3.12.1 would make of them. The law of the room: only encodings are chosen here; which
 * instructions there are is settled by {@link org.krait.compiler.flow}.
 */
package org.krait.compiler.assemble;
