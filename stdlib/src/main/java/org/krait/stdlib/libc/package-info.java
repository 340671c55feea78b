/**
 * The C library, called through {@code java.lang.foreign}.
 *
 * <p>In: numbers and addresses. Out: what the function returned, and {@code errno}. All functions go
 * through one link (integers and pointers travel alike in the calling conventions of 64-bit Linux), so
 * that the price of linking, a tenth of a second, is paid once and only by programs that need a call.
 * The law of the room: nothing here is touched before it is needed, and a call that may last is made
 * only when it cannot block, after {@link org.krait.stdlib.libc.Waiting}.
 */
package org.krait.stdlib.libc;
