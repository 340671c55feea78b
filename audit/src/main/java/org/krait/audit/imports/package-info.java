/**
 * What Python's import system would load, given the files that there are.
 *
 * <p>In: a tree and the verdicts on its caches. Out: for each module the file whose code runs, and
 * findings where that is not what a reader expects. The law of the room: the rules are those of
 * {@code importlib}'s {@code FileFinder} and of {@code zipimport}, in their order.
 */
package org.krait.audit.imports;
