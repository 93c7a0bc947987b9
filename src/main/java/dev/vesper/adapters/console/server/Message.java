package dev.vesper.adapters.console.server;

import java.util.List;

/**
 * What is said instead of a page. Public because the template's expressions reach it by reflection.
 *
 * @param commands that help, each a line to type
 */
public record Message(int status, String heading, String text, List<String> commands) {
    public Message {
        commands = List.copyOf(commands);
    }

    static Message of(int status, String heading, String text) {
        return new Message(status, heading, text, List.of());
    }
}
