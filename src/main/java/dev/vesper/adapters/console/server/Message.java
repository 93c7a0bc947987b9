package dev.vesper.adapters.console.server;

import java.util.List;

/**
 * What is said instead of a page: what is the matter, why, and how to go on. Public because the template's expressions reach it
 * by reflection.
 *
 * @param commands that help, each a line to type
 * @param again where what it is about is shown as it is now, or empty
 * @param ways how to go on, the nearest first
 */
public record Message(int status, String heading, String text, List<String> commands, String again, List<Way> ways) {
    public Message {
        commands = List.copyOf(commands);
        ways = List.copyOf(ways);
    }

    /** A page to go on to. */
    public record Way(String href, String title) {}

    static Message of(int status, String heading, String text) {
        return of(status, heading, text, List.of());
    }

    static Message of(int status, String heading, String text, List<String> commands) {
        return new Message(status, heading, text, commands, "", List.of());
    }

    /** With where what it is about is shown as it is now. */
    Message again(String href) {
        return new Message(status, heading, text, commands, href, ways);
    }

    /** With how to go on. */
    Message leading(List<Way> on) {
        return new Message(status, heading, text, commands, again, on);
    }
}
