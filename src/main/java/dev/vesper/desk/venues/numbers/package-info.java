/** Whether a session goes on with other sequence numbers, asked of a second person. */
@NullMarked
package dev.vesper.desk.venues.numbers;

import org.jspecify.annotations.NullMarked;
