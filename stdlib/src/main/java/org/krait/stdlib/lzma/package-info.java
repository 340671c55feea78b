/**
 * {@code _lzma}: LZMA, LZMA2 and the filters before them, in the containers xz, alone and raw.
 *
 * <p>In: bytes, in pieces of any size. Out: a stream, or the bytes of one. The law of the room: the
 * coders know bytes only; what Python sees is in the module, its two types and {@code FilterSpec}.
 */
package org.krait.stdlib.lzma;
