/** What the firm allows itself: the account's book, rules with their versions, limits, how much of them is used, verdicts. */
@NullMarked
package dev.vesper.limits;

import org.jspecify.annotations.NullMarked;
