/**
 * {@code _bz2}: the format of bzip2, both ways.
 *
 * <p>In: bytes, in pieces of any size. Out: the stream that bzip2 1.0 would write, or the bytes of
 * one. The law of the room: nothing here knows Python but the module and its two types.
 */
package org.krait.stdlib.bz2;
