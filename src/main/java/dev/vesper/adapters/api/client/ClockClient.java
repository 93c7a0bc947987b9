package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.ClockResources;
import dev.vesper.desk.operations.Clock;
import dev.vesper.desk.practice.ClockFace;

/** The clock of a Vesper that runs elsewhere. */
record ClockClient(Transport http) implements Clock {
    @Override
    public ClockFace show() {
        return http.send(ClockResources.SHOW, new ClockResources.Any());
    }

    @Override
    public ClockFace forward(String to) {
        return http.send(ClockResources.FORWARD, new ClockResources.Forward(to));
    }
}
