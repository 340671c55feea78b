/**
 * {@code _multiprocessing}: semaphores that processes share, by name. In: names and counts; out: locks. The
 * law of the room: who waits does so in slices, so that signal handlers of the main thread run.
 */
package org.krait.stdlib.multiprocessing;
