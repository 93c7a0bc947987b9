/** Sends spans to a collector by OpenTelemetry's protocol, OTLP over HTTP. Loaded only where an endpoint is set. */
@NullMarked
package dev.vesper.adapters.telemetry;

import org.jspecify.annotations.NullMarked;
