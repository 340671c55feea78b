/**
 * The module {@code sys}.
 *
 * <p>In: the interpreter's options. Out: its attributes and the functions that look at or change the
 * machine. The law of the room: state lives in the interpreter or the thread, never here.
 */
package org.krait.stdlib.sys;
