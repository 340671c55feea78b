/**
 * TLS: the module {@code _ssl} over {@code javax.net.ssl}.
 *
 * <p>In: contexts as programs set them up, certificates and keys as PEM files, bytes of sockets and memory
 * buffers. Out: the plain bytes, and errors in OpenSSL's numbers and words. The law of the room: JSSE does
 * the protocol and the JDK the cryptography; who is trusted is decided here alone ({@link
 * org.krait.stdlib.ssl.VerifyChain}), and whatever cannot be decided is refused.
 */
package org.krait.stdlib.ssl;
