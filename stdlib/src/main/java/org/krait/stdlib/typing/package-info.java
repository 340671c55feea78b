/** The module {@code _typing}; its types are in {@code org.krait.runtime.typing}. */
package org.krait.stdlib.typing;
