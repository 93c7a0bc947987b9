/** What changed, told while it happens to whoever looks: only that it did, so that what it is now is asked for by its own rights. */
@NullMarked
package dev.vesper.desk.changes;

import org.jspecify.annotations.NullMarked;
