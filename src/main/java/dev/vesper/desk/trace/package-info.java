/** What a run does as a trace (OpenTelemetry's word): which spans, under which ids. Where they go is an adapter's business. */
@NullMarked
package dev.vesper.desk.trace;

import org.jspecify.annotations.NullMarked;
