/** Judging a book: what limits and compliance say of its orders, and what the orders become. */
@NullMarked
package dev.vesper.limits.judging;

import org.jspecify.annotations.NullMarked;
