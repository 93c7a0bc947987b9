/**
 * What text says, and where: YAML as values that know their line and column, numbers and dates as people write them. The
 * firm folder, contracts and product files are read by these; adapters may not know each other, so what two of them need
 * lies here, below both. Only text that an adapter has opened and guarded comes in: nothing here opens a file.
 */
@NullMarked
package dev.vesper.data.text;

import org.jspecify.annotations.NullMarked;
