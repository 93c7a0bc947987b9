/** What is traded and where: instruments, price history, the tape of a trading day. */
@NullMarked
package dev.vesper.market;

import org.jspecify.annotations.NullMarked;
