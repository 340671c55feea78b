/**
 * Ways into the pipeline: where a program turns data into code.
 *
 * <p>In: a tree, or bytecode without a source. Out: findings that say where the data comes from, as far
 * as the flow of values in a function and one call deep shows it. The law of the room: a value is what
 * it may be on any path; what is not known is unknown, and unknown is not constant.
 */
package org.krait.audit.sinks;
