/**
 * What the library's {@code importlib} needs from below: {@code _imp}, and its own two bootstrap modules
 * brought up before there are imports.
 *
 * <p>In: names of modules. Out: modules. The law of the room: everything that can be left to {@code
 * importlib} itself is, and where Java stands in for one of its functions ({@link
 * org.krait.stdlib.importing.LibraryImports}) nobody can tell.
 */
package org.krait.stdlib.importing;
