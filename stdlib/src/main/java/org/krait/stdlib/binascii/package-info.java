/**
 * The module {@code binascii}: binary data as ASCII text.
 *
 * <p>In: bytes-like objects, or ASCII text where text is decoded. Out: bytes. The law of the room: one
 * class per encoding, working on byte arrays.
 */
package org.krait.stdlib.binascii;
