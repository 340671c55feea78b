/**
 * The module {@code pyexpat}: an XML parser that is fed piece by piece and calls handlers.
 *
 * <p>In: bytes, in pieces of any size. Out: calls of handlers, and errors with their place, as Expat
 * gives them. The law of the room: what a handler sees does not depend on how the input was cut, but
 * for character data. External entities are never opened; a handler may do that.
 */
package org.krait.stdlib.expat;
