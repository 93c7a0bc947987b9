/** The exchange that Vesper brings along: books, their commands and reports, a made-up tape. */
@NullMarked
package dev.vesper.simulation;

import org.jspecify.annotations.NullMarked;
