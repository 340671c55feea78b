/**
 * Caches against their sources.
 *
 * <p>In: a {@code .pyc} and the source beside it. Out: a verdict with evidence. The law of the room: a
 * cache is safe only when its code is proved to be what the source compiles to; whatever is not known
 * is no proof.
 */
package org.krait.audit.caches;
