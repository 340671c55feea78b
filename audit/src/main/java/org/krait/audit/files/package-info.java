/**
 * The files of a folder or an archive, read without unpacking anything to disk.
 *
 * <p>In: a path. Out: a {@link org.krait.audit.files.FileTree}. The law of the room: limits hold for
 * every size that an input names, and what they keep from being read is reported.
 */
package org.krait.audit.files;
