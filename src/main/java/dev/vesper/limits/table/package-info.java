/**
 * Decision tables as geometry: a cell is a set of values, a row is a box, and what analysts ask of a table (which row fits,
 * which rows overlap, what is left open) is asked of boxes.
 */
@NullMarked
package dev.vesper.limits.table;

import org.jspecify.annotations.NullMarked;
