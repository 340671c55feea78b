/**
 * Waiting for many descriptors: the module {@code select}. In: objects with descriptors; out: those that
 * are ready. The law of the room: numbers of programs are turned into the kernel's here and back, and every
 * wait is one of {@link org.krait.stdlib.libc.Waiting}, so that signal handlers run.
 */
package org.krait.stdlib.selecting;
