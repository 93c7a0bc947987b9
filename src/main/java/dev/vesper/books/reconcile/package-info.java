/** A custodian's statement against the books on the settled basis: what differs is a break, and people decide each. */
@NullMarked
package dev.vesper.books.reconcile;

import org.jspecify.annotations.NullMarked;
