/**
 * The module {@code time}.
 *
 * <p>In: clocks and calendar fields. Out: the same. The law of the room: calendar rules are our own
 * (CivilDate says why), field checks and formats are C's.
 */
package org.krait.stdlib.time;
