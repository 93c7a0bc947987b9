/** Requests that come twice and are done once: keys that callers give them, and the first answers. */
@NullMarked
package dev.vesper.desk.idempotency;

import org.jspecify.annotations.NullMarked;
