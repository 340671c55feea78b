package org.krait.compiler.ir;

/**
 * A place in an {@link InstructionSequence} that jumps can name before it is reached.
 *
 * @param id its number in the sequence, from 0
 */
public record Label(int id) {}
