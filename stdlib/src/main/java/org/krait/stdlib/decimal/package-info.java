/**
 * {@code _decimal}: decimal arithmetic after the General Decimal Arithmetic Specification 1.70.
 *
 * <p>In: numbers and a context. Out: numbers, and conditions that the context notes or raises. The law
 * of the room: {@code Dec} and what computes with it know nothing of Python; a computation returns a
 * result and adds to the conditions of its {@code Settings}, and only the types turn them into
 * exceptions.
 */
package org.krait.stdlib.decimal;
