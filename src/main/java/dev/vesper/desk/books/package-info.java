/** The book of record in the day: what it opens with, what is posted at its end, and what is asked of it. */
@NullMarked
package dev.vesper.desk.books;

import org.jspecify.annotations.NullMarked;
