/**
 * Whether a cache may run: {@code -X verify-pyc}.
 *
 * <p>In: code that a loader has just taken from a {@code .pyc}. Out: nothing, or an {@code ImportError}
 * that says why not, and an audit event. The law of the room: what cannot be shown to be right is
 * refused, whatever the reason.
 */
package org.krait.stdlib.trust;
