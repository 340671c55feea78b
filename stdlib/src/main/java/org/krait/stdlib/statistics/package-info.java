/**
 * The module {@code _statistics}.
 *
 * <p>In: a probability. Out: the point of a normal distribution that has it.
 */
package org.krait.stdlib.statistics;
