package dev.vesper.market.calendar;

import java.time.LocalTime;

/** A half day that comes back every year. */
record EarlyClose(Holiday day, LocalTime close) {}
