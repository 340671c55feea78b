/**
 * Tokens and the parsers.
 *
 * <p>In: a {@link org.krait.syntax.SourceText}. Out: tokens, or a tree of {@link
 * org.krait.syntax.ast}. The table {@code python.peg} holds the grammar once; the parsers, {@code
 * Tokens} among them, are generated from it, their actions are methods of hand-written superclasses.
 * The law of the room: positions are byte offsets and UTF-8 columns until an error is reported.
 */
@FromTable("python.peg")
package org.krait.syntax.parser;

import org.krait.annotations.FromTable;
