package dev.vesper.adapters.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Whatever sampler is set, a run is told whole or not at all: each span is judged as the first of its trace is, since that of
 * the run comes last.
 */
final class WholeRuns implements Sampler {
    private final Sampler set;

    WholeRuns(Sampler set) {
        this.set = set;
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String trace, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        return set.shouldSample(Context.root(), trace, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "WholeRuns{" + set.getDescription() + "}";
    }

    @Override
    public String toString() {
        return getDescription();
    }
}
