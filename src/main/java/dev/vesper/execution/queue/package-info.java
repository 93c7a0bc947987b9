/** Where an order stands in a venue's queue: exactly from recorded orders, estimated from trades and sizes, and how far off. */
@NullMarked
package dev.vesper.execution.queue;

import org.jspecify.annotations.NullMarked;
