/**
 * The verifier: whether a code object is one that a machine can run without checking it again.
 *
 * <p>In: a {@link org.krait.bytecode.CodeObject}, from anywhere. Out: findings, none for whatever
 * CPython's compiler makes. The law of the room: every rule of the machine that an instruction
 * could break is checked here, and nothing is thrown, whatever the input.
 */
package org.krait.bytecode.verify;
