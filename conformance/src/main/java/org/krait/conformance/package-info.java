/** Being built. */
package org.krait.conformance;
