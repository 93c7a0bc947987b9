/** Hibernate on H2 or PostgreSQL; the schema is migrations/. */
@NullMarked
package dev.vesper.adapters.store;

import org.jspecify.annotations.NullMarked;
