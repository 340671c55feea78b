/**
 * The object protocol: what every Python value can do, and how the machine asks for it.
 *
 * <p>In: Python values. Out: Python values or a {@link org.krait.runtime.PyException}. The law of the
 * room: what an operation does is written once, as a static method of the type that owns it; slots,
 * descriptors and compiled code all lead there.
 */
@FromTable("special.slots")
package org.krait.runtime;

import org.krait.annotations.FromTable;
