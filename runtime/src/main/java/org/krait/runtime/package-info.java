/** Being built. */
package org.krait.runtime;
