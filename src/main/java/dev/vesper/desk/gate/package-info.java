/**
 * What limits come to for the gate of the engine that sends the orders: what the rules leave of each order, and the analysts' flat
 * table.
 */
@NullMarked
package dev.vesper.desk.gate;

import org.jspecify.annotations.NullMarked;
