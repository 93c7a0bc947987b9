package dev.vesper.adapters.console.server;

import java.util.List;

/**
 * What is said instead of a page. Public because the template's expressions reach it by reflection.
 *
 * @param commands that help, each a line to type
 * @param again where what it is about is shown as it is now, or empty
 */
public record Message(int status, String heading, String text, List<String> commands, String again) {
    public Message {
        commands = List.copyOf(commands);
    }

    static Message of(int status, String heading, String text) {
        return new Message(status, heading, text, List.of(), "");
    }

    /** With where what it is about is shown as it is now. */
    Message again(String href) {
        return new Message(status, heading, text, commands, href);
    }
}
