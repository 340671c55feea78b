/**
 * The ledger: how each test of CPython's own suite ends under Krait.
 *
 * <p>In: test modules of the oracle's library, run untouched, each in a process of its own by {@code
 * run_tests.py}. Out: {@code conformance/ledger/MODULE.txt}, a sorted line a test; what passes under
 * CPython, the denominator, in {@code conformance/ledger/cpython}; a summary. The law of the room: a
 * test is neither edited nor left out, and a test of which nothing was heard did not pass.
 */
package org.krait.conformance.ledger;
