/** Wash sales: which losses a household's purchases disallow, and what that does to lots. */
@NullMarked
package dev.vesper.books.wash;

import org.jspecify.annotations.NullMarked;
