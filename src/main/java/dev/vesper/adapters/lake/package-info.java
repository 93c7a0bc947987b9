/** The object lake (S3), DuckDB and Parquet, and the contracts in products/. */
@NullMarked
package dev.vesper.adapters.lake;

import org.jspecify.annotations.NullMarked;
