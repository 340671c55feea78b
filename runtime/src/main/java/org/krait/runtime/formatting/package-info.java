/**
 * The format mini-language: what {@code format(x, ">10.2f")} means for the builtin types.
 *
 * <p>In: a value and a specification (section "Format Specification Mini-Language" of the library
 * reference). Out: text. The law of the room: one parser for all types, one layout for all numbers.
 */
package org.krait.runtime.formatting;
