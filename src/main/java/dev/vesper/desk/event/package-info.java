/** What happened to a thing, in order: events are stored, and read to know where it stands. */
@NullMarked
package dev.vesper.desk.event;

import org.jspecify.annotations.NullMarked;
