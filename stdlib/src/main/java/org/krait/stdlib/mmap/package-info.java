/**
 * Memory shared with files and processes: {@code mmap} and {@code _posixshmem}. In: descriptors; out: bytes
 * that are the file's. The law of the room: no address is used after it was given back, so that a mapping
 * that lends its memory can be neither closed nor resized.
 */
package org.krait.stdlib.mmap;
