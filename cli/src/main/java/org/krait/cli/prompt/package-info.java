/**
 * The line editor of a terminal, on JLine. It has an archive of its own ({@code prompt.jar}): only what a terminal
 * starts has JLine on its class path, and all other classes come from the JVM's boot loader, which does not see that.
 */
package org.krait.cli.prompt;
