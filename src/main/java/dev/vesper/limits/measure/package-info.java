/** What a table may limit: one file a measure, and the facts by which a table finds its row. */
@NullMarked
package dev.vesper.limits.measure;

import org.jspecify.annotations.NullMarked;
