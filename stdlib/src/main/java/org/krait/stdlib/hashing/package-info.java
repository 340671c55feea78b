/**
 * Message digests: {@code _md5}, {@code _sha1}, {@code _sha2}, {@code _sha3} and {@code _blake2}.
 *
 * <p>In: bytes. Out: digests. The law of the room: what the JDK computes is the JDK's; only what it
 * lacks (extendable output, BLAKE2) is written here.
 */
package org.krait.stdlib.hashing;
