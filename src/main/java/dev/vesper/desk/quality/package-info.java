/** Best execution over the days that are stored: which orders count, which are left out and why. */
@NullMarked
package dev.vesper.desk.quality;

import org.jspecify.annotations.NullMarked;
