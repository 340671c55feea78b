/**
 * The databases of users and groups: {@code pwd} and {@code grp}, asked of the C library, which knows where
 * the system keeps them. In: names and numbers; out: records. The law of the room: memory that C gave is
 * copied before the next call, under the lock of the database.
 */
package org.krait.stdlib.users;
