/**
 * {@code audioop}: arithmetic on sound as bytes.
 *
 * <p>In: bytes of signed samples, 1 to 4 bytes each, the lowest byte first. Out: such bytes, or numbers.
 * The law of the room: a sample is an int of its own width; {@link org.krait.stdlib.audio.Samples#full} makes
 * it one of 32 bits.
 */
package org.krait.stdlib.audio;
