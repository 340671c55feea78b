/**
 * The module {@code _csv}: reading and writing of comma-separated values.
 *
 * <p>In: calls from Python code. Out: values and exceptions as CPython's C module gives them. The law of
 * the room: what a program can see follows CPython 3.12.1, order of evaluation and messages included.
 */
package org.krait.stdlib.csv;
