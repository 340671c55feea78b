/**
 * The operating system: open files by number, {@code posix} and its kin.
 *
 * <p>In: paths and descriptors as Python numbers them. Out: results or {@code OSError}. Common calls go
 * through {@code java.nio}, because the first native call of a process costs tens of milliseconds; the
 * rest through libc by {@code java.lang.foreign}, linked when first used. The law of the room: a Python
 * descriptor is a number of {@link org.krait.stdlib.os.Descriptors}, which need not be the kernel's.
 */
package org.krait.stdlib.os;
