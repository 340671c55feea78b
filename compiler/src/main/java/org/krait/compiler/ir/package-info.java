/**
 * The form between code generation and the flow graph: instructions in a row, and what the code
 * object knows beside them.
 *
 * <p>In: what code generation emits. Out: the input of {@link
 * org.krait.compiler.assemble.Assemble}. The law of the room: nothing here decides; tables number
 * things in the order of their first use, and sequences keep the order of emission.
 */
package org.krait.compiler.ir;
