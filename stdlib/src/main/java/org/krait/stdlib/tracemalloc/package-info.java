/**
 * The module {@code _tracemalloc}: where memory was allocated. The JVM does not tell, so tracing can be
 * switched on and off and finds nothing.
 */
package org.krait.stdlib.tracemalloc;
