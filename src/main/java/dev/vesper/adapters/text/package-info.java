/**
 * The plain readers that every adapter may use: files opened with suspicion, CSV and YAML as values that know their line
 * and column, numbers and dates as people write them, paths and queries of an address.
 */
@NullMarked
package dev.vesper.adapters.text;

import org.jspecify.annotations.NullMarked;
