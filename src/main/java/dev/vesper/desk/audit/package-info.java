/** Who did what: the append-only record. */
@NullMarked
package dev.vesper.desk.audit;

import org.jspecify.annotations.NullMarked;
