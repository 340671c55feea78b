/** Being built. */
package org.krait.stdlib;
