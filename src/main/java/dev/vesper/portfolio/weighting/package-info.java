/** Weighting methods, one file each: from prices to what share of its value an account should hold of each instrument. */
@NullMarked
package dev.vesper.portfolio.weighting;

import org.jspecify.annotations.NullMarked;
