/**
 * Comparisons with CPython 3.12.1, the oracle, and fuzzers.
 *
 * <p>In: source files, by default all of the oracle's library. Out: counts of what is the same and
 * the differences in words; each command ends with 0 when there is none. The law of the room: what
 * the oracle says is asked, never remembered in the source. The commands are listed in {@code
 * docs/conformance.md}.
 */
package org.krait.conformance;
