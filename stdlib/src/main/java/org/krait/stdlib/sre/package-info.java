/**
 * The module {@code _sre}: the engine for which the package {@code re} compiles regular expressions.
 *
 * <p>In: code of {@code re._compiler}. Out: matches. {@link org.krait.stdlib.sre.Matcher} interprets the code;
 * patterns that are hot become classes ({@link org.krait.stdlib.sre.PatternCompiler}). The law of the room: an
 * engine recurs only over a stack of its own, so that no pattern and no text overflows Java's.
 */
package org.krait.stdlib.sre;
