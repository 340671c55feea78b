/**
 * Type parameters, type aliases and {@code Generic} (PEP 484, 612, 646, 695): the types of the module
 * {@code _typing}.
 *
 * <p>In: names, and functions that compute bounds, constraints and values when first asked for. Out:
 * objects for {@code typing} and for the instructions of the compiler. The law of the room: what takes
 * a policy (what is a type, what may be substituted) is asked of the Python module {@code typing}.
 */
package org.krait.runtime.typing;
