/** What {@code dis} asks of the instruction set: the module {@code _opcode}. */
package org.krait.stdlib.opcode;
