/** Signals: the module {@code _signal}. In: numbers and handlers; out: what a program set. */
package org.krait.stdlib.signal;
