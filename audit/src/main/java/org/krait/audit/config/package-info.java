/**
 * What {@code pyproject.toml} says to an audit.
 *
 * <p>In: a file of whoever runs the audit. Out: settings. The law of the room: nothing that is examined
 * configures its own examination. The reader of TOML is our own: it is small, and a library would be
 * the only one that this room depends on.
 */
package org.krait.audit.config;
