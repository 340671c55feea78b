/**
 * {@code _uuid}: identifiers made of the time and the place (RFC 4122, version 1).
 *
 * <p>In: nothing. Out: sixteen bytes. The law of the room: no two calls in one process give the same.
 */
package org.krait.stdlib.uuid;
