/**
 * Text to bytes and back: the codecs that Python has built in, error handlers, and the registry of all
 * others.
 *
 * <p>In: bytes or text, the name of an error handler. Out: the other of the two, and how much was
 * used. The law of the room: every codec reports its errors through {@code TextDecoder.error} or
 * {@code TextEncoder.error}, so that all know all handlers.
 */
package org.krait.runtime.codecs;
