/** The sequence numbers of a venue's session, set by two people, by decide and apply. */
@NullMarked
package dev.vesper.execution.sequence;

import org.jspecify.annotations.NullMarked;
