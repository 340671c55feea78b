/**
 * The syntax tree of Python 3.12.
 *
 * <p>In: the table {@code python.asdl}. Out: a sealed interface per sum ({@code Stmt}, {@code
 * Expr}, {@code Pattern} …) with a record per constructor ({@code Expr.BinOp}), a record per
 * product ({@code Arguments}) and per sum with a single constructor ({@code ExceptHandler}), an enum
 * per sum without fields ({@code Operator}), and their description ({@code NodeKind}). The law of
 * the room: a tree is immutable, and nodes are equal only to themselves.
 */
@FromTable("python.asdl")
package org.krait.syntax.ast;

import org.krait.annotations.FromTable;
