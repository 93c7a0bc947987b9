/** What a plan must keep and should keep: one constraint, one file, and the score they make together. */
@NullMarked
package dev.vesper.rebalance.constraint;

import org.jspecify.annotations.NullMarked;
