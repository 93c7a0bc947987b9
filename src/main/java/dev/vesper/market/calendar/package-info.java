/** When exchanges trade: sessions, holidays, half days, and closures that nobody planned. */
@NullMarked
package dev.vesper.market.calendar;

import org.jspecify.annotations.NullMarked;
