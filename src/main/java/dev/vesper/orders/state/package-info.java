/** Where one child order stands: what we did with it and what its venue said, by decide and apply. */
@NullMarked
package dev.vesper.orders.state;

import org.jspecify.annotations.NullMarked;
