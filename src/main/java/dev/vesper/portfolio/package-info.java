/** Accounts and tax lots, what they are worth, and what they would have been worth. */
@NullMarked
package dev.vesper.portfolio;

import org.jspecify.annotations.NullMarked;
