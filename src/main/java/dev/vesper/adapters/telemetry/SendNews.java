package dev.vesper.adapters.telemetry;

/** Hears what becomes of spans, in the thread that sends them. */
public interface SendNews {
    /** The collector has them. */
    void sent(int spans);

    /** They could not be sent, and are dropped. */
    void failed(int spans);
}
