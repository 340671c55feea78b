/**
 * Code objects and everything that reads, writes, prints or checks them without running them.
 *
 * <p>In: bytes of a {@code .pyc} or a marshal stream, or a {@link org.krait.bytecode.CodeObject}.
 * Out: the same in another form, or findings. The law of the room: no input is trusted; malformed
 * data is diagnosed, never thrown on as a Java error.
 */
@FromTable("cpython312.opcodes")
package org.krait.bytecode;

import org.krait.annotations.FromTable;
