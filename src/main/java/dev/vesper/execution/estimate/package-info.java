/** What an order is expected to cost before it is worked: half the spread and a square root of its size, fitted to past orders. */
@NullMarked
package dev.vesper.execution.estimate;

import org.jspecify.annotations.NullMarked;
