/** Context variables: the module {@code _contextvars}. A thread's context hangs on its ThreadState. */
package org.krait.stdlib.context;
