/**
 * The module {@code _sre}: the engine for which the package {@code re} compiles regular expressions.
 *
 * <p>In: code of {@code re._compiler}. Out: matches. The law of the room: the engine recurs only over
 * its own stack, so that no pattern and no text overflows Java's.
 */
package org.krait.stdlib.sre;
