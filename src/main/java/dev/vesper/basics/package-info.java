/** The words every floor uses: money, price, quantity, ids, refusals and problems. */
@NullMarked
package dev.vesper.basics;

import org.jspecify.annotations.NullMarked;
