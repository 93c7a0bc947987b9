/** Who somebody is, and what they may: users, their roles, and the one table that says which role may do what. */
@NullMarked
package dev.vesper.desk.access;

import org.jspecify.annotations.NullMarked;
