/**
 * What an author of builtin types and modules writes above Java code.
 *
 * <p>In: nothing. Out: annotations that the build reads ({@code org.krait.generators}) and that
 * leave no trace at run time. The law of the room: a signature is written once, as Python text, and
 * everything else about a builtin follows from it and from the Java types.
 *
 * <p>How to use them: {@code docs/howto/add-type.md} and {@code docs/howto/add-module.md}.
 */
package org.krait.annotations;
