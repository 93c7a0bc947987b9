/** Accounts, tax lots and the weighting methods that say what an account should hold. */
@NullMarked
package dev.vesper.portfolio;

import org.jspecify.annotations.NullMarked;
