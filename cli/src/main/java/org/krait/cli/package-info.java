/** Being built. */
package org.krait.cli;
