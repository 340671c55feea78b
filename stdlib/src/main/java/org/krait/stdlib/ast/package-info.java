/**
 * The modules {@code _tokenize}, {@code _ast} and {@code _symtable}: the compiler's front half, shown to
 * programs.
 *
 * <p>In: sources and trees of Python objects. Out: tokens, trees and scopes as Python objects. The law of
 * the room: nothing is lexed, parsed or resolved here; this only translates.
 */
package org.krait.stdlib.ast;
