package dev.vesper.desk.notify;

/**
 * Which server takes letters.
 *
 * @param from the address that letters come from
 * @param user who is let in, whose password the settings hold; empty where the server asks nobody
 */
public record MailServer(String host, int port, Security security, String user, String from) {
    /** How the conversation is kept secret. */
    public enum Security {
        NONE,
        /** In plain at first, and secret before anything is said. */
        STARTTLS,
        TLS
    }
}
