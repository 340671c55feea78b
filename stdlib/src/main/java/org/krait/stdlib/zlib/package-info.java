/**
 * The module {@code zlib}: DEFLATE (RFC 1951) in the containers zlib (RFC 1950) and gzip (RFC 1952).
 *
 * <p>In: bytes-like objects. Out: bytes. Compression is the JDK's; decompression is our own, because
 * the JDK's cannot be copied in the middle of a stream and does not say what is wrong with its header.
 * The law of the room: streams stop anywhere, in the input or in the output, and go on as if they had
 * not.
 */
package org.krait.stdlib.zlib;
