/**
 * How early an order is best done, learned from recorded days: the urgency of Almgren and Chriss's schedule is the action, what is
 * known when the order begins the situation. Learned on some days and judged on others; where it is not sure, the urgency stays
 * the firm's own.
 */
@NullMarked
package dev.vesper.execution.learn;

import org.jspecify.annotations.NullMarked;
