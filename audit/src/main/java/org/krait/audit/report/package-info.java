/**
 * Reports as text, JSON and SARIF, and reading them again as baselines.
 *
 * <p>In: an audit's report. Out: text. The law of the room: names and strings from what was examined
 * never reach a terminal unescaped.
 */
package org.krait.audit.report;
