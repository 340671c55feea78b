/**
 * Verifies bytecode and audits trees of Python files: the room's front door.
 *
 * <p>In: paths or bytes. Out: findings, each with rule, place, evidence and remedy. The law of the
 * room: nothing that is examined is executed, imported or unpickled, and what could not be examined is
 * said so, never passed over.
 */
package org.krait.audit;
