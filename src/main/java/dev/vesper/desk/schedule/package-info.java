/** When days are due by the firm's schedule, and which of them nobody opened. */
@NullMarked
package dev.vesper.desk.schedule;

import org.jspecify.annotations.NullMarked;
