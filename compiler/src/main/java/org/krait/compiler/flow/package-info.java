/**
 * The control flow graph and its passes.
 *
 * <p>In: an instruction sequence. Out: basic blocks in their final order, whose jumps are
 * directed and whose handlers are known. The law of the room: a pass is a class named by a verb,
 * and {@code Phase} lists them in the order of CPython 3.12.1, on which
 * equality of code objects depends.
 */
package org.krait.compiler.flow;
