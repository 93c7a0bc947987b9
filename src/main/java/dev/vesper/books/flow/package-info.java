/** What changes the books beside trades: flows, corporate actions, corrections and closes, one file a kind. */
@NullMarked
package dev.vesper.books.flow;

import org.jspecify.annotations.NullMarked;
