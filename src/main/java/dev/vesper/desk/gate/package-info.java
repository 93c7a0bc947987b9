/** What the analysts' limits come to for the engine that sends the orders: their flat table as a table for its gate. */
@NullMarked
package dev.vesper.desk.gate;

import org.jspecify.annotations.NullMarked;
