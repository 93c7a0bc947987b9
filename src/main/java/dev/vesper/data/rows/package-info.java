/** What people decide of single rows that a contract set aside. */
@NullMarked
package dev.vesper.data.rows;

import org.jspecify.annotations.NullMarked;
