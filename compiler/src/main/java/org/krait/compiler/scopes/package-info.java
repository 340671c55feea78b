/**
 * Which name means which variable.
 *
 * <p>In: a syntax tree. Out: a {@link org.krait.compiler.scopes.SymbolTable}: for each block its
 * names, how each is used, and whether it is local, a cell, free or global. The law of the room:
 * first facts are collected in the order of CPython's own walk ({@code CollectSymbols}), then they
 * are resolved ({@code ResolveScopes}); the order of names decides the order of a code object's
 * variables.
 */
package org.krait.compiler.scopes;
