/** Parent orders, child orders and fills; what may happen to them and what it changes. */
@NullMarked
package dev.vesper.orders;

import org.jspecify.annotations.NullMarked;
