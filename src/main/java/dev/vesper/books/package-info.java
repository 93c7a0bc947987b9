/** The book of record: entries that sum to zero, appended and never changed, of which holdings and cash are projections. */
@NullMarked
package dev.vesper.books;

import org.jspecify.annotations.NullMarked;
