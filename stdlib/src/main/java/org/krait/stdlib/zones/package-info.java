/**
 * Time zones: the files that the time zone database is compiled to, and POSIX's rules.
 *
 * <p>In: a file or the value of the variable TZ. Out: what clocks show at a moment. The law of the
 * room: a zone, once read, never changes, and times are seconds since 1970.
 */
package org.krait.stdlib.zones;
