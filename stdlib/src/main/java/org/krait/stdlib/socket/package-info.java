/**
 * Sockets and names of hosts: the module {@code _socket}.
 *
 * <p>In: addresses as Python writes them. Out: descriptors, bytes, addresses. The law of the room: a call
 * on a socket that may sleep goes through {@link org.krait.stdlib.socket.SocketCall}, which keeps timeouts
 * and lets signal handlers run.
 */
package org.krait.stdlib.socket;
