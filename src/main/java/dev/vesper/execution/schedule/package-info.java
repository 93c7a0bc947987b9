/** How an order is spread over its window before it is sent: pure numbers, no clock and no market but what is given. */
@NullMarked
package dev.vesper.execution.schedule;

import org.jspecify.annotations.NullMarked;
