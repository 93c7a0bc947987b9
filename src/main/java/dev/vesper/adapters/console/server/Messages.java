package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.Page;
import dev.vesper.adapters.console.access.LoginLink;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.SignedIn;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said where no page can be shown. */
final class Messages {
    private static final List<String> WAYS_IN = List.of("./vesper console link", "./vesper console link --as NAME");

    private Messages() {}

    /**
     * What went wrong with what was asked.
     *
     * @param varies whether the address names a thing, which may be unknown
     */
    static Message of(Problem problem, boolean varies) {
        String text = String.valueOf(problem.getMessage());
        return switch (problem.kind()) {
            case INPUT ->
                varies || problem.unknown()
                        ? Message.of(404, "Nothing is called so", text)
                        : Message.of(400, "This cannot be asked", text);
            case REFUSED -> Message.of(403, "Refused", text);
            case UNAVAILABLE -> Message.of(503, "Not available now", text);
        };
    }

    /**
     * We broke.
     *
     * @param reads whether something was only looked at
     */
    static Message ourFault(boolean reads) {
        return Message.of(
                500,
                "This is our fault",
                (reads
                                ? "The page could not be made; the log of Vesper says why."
                                : "Whether this was done is not known: look before you try it again. The log of Vesper says"
                                        + " why.")
                        + " A support bundle, made among the incidents, holds it without secrets.");
    }

    static Message onlyRead(String allowed, String method) {
        return Message.of(405, "Pages are read here", "Expected " + allowed + ", but got " + method + ".");
    }

    static Message notFor(Caller caller, Page page) {
        String said = "The page \"" + page.title() + "\" is not shown to "
                + caller.person().orElse("somebody who gave no name") + ".";
        return caller instanceof SignedIn user
                ? Message.of(
                        403,
                        "Not for you",
                        said + " Your roles do not let you see it. It is for " + admitted(user.name(), page)
                                + "; an administrator gives roles.")
                : Message.of(
                        403,
                        "Not for you",
                        said + " A link for a named person is printed by",
                        List.of(WAYS_IN.getLast()));
    }

    /** The roles that a page is shown to. */
    private static String admitted(String name, Page page) {
        return Arrays.stream(Role.values())
                .filter(role -> page.admits(SignedIn.whole(name, Set.of(role))))
                .map(Role::word)
                .collect(Collectors.joining(", "));
    }

    static Message noPage(String below, Registry<Page> pages) {
        List<String> known = pages.all().stream()
                .filter(Page::stands)
                .map(page -> page.path().text())
                .toList();
        return Message.of(
                404,
                "No such page",
                "Expected a page of the console, but \"" + below + "\" is none" + NearestName.hint(below, known) + ".");
    }

    static Message comeByLink() {
        return Message.of(
                401,
                "Come in by a link",
                "Pages are for whoever may read this Vesper's state folder. This prints a link that lets one browser in,"
                        + " once, within " + LoginLink.GOOD.toMinutes() + " minutes:",
                WAYS_IN);
    }

    static Message spentLink(String why) {
        return Message.of(403, "This link lets nobody in", why + " This prints a new one:", WAYS_IN);
    }
}
