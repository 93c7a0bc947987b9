package dev.vesper.desk.notify;

/** Tells people. */
public interface NoticeSender {
    /**
     * Tells one thing to one place, within seconds.
     *
     * @throws RuntimeException why it could not be told; its message is kept and shown
     */
    void send(Delivery delivery, Notifications by);
}
