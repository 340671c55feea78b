/**
 * The module {@code _codecs}: the codecs of the runtime as Python calls them.
 *
 * <p>In: arguments of Python functions. Out: pairs of a result and how much was used. The law of the
 * room: no codec is written here.
 */
package org.krait.stdlib.codecs;
