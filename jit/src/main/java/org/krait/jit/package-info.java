/**
 * Tier 1: hot code objects become JVM classes.
 *
 * <p>In: a code object, what the interpreter noted about its operands, and a frame that runs it. Out: a
 * class that extends {@link org.krait.runtime.execution.CompiledCode}, loaded and ready to be installed.
 *
 * <p>{@link org.krait.jit.Translation} runs the instructions symbolically, block by block, until it knows what
 * kind of value each variable holds at the start of each block, and then once more to write the class. A
 * value lies in a JVM variable of its kind; where two paths disagree about the kind, it is boxed.
 *
 * <p>The law of the room: machine code does what the interpreter does, or leaves to it, at an
 * {@linkplain org.krait.runtime.execution.Exit exit} that gives back the exact frame. Between an exit's place
 * and the guard that uses it, nothing has happened that anybody could see.
 */
package org.krait.jit;
