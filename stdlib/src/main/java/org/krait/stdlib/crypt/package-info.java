/**
 * The module {@code _crypt}: hashes of passwords by the system's library.
 *
 * <p>In: calls from the library's {@code crypt}. Out: what {@code crypt(3)} gives. The law of the room:
 * without that library the module is not there.
 */
package org.krait.stdlib.crypt;
