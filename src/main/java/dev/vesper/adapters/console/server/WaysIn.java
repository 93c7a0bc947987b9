package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.PagePath;
import dev.vesper.adapters.console.access.Door;
import dev.vesper.adapters.console.access.Door.Guest;
import dev.vesper.adapters.console.access.Entrance;
import dev.vesper.adapters.console.access.Entrance.Entered;
import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.operations.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where people come in: by name and password where there are users, and by a link. */
final class WaysIn {
    private static final String ENDED = "Your session has ended: sign in to go on.";

    private final Optional<Door> door;
    private final Entrance entrance;
    private final Frames frames;

    WaysIn(Optional<Door> door, Entrance entrance, Frames frames) {
        this.door = door;
        this.entrance = entrance;
        this.frames = frames;
    }

    /** Who signed in; empty where nobody did. */
    Optional<Guest> guest(HttpServletRequest request) {
        return door.flatMap(d -> d.guest(request));
    }

    /** Whoever a link let in; empty where none did. */
    Optional<Caller> linked(HttpServletRequest request) {
        return entrance.caller(Collections.list(request.getHeaders("Cookie")), request.getLocalPort());
    }

    /** Who asks, looked up anew each time, by somebody who is no sign of a person: a page that follows what changes. */
    Supplier<Optional<Caller>> still(HttpServletRequest request) {
        int port = request.getLocalPort();
        List<String> cookies = Collections.list(request.getHeaders("Cookie"));
        return () ->
                door.flatMap(d -> d.still(request)).<Caller>map(Guest::caller).or(() -> entrance.caller(cookies, port));
    }

    /** Whether one signs in there. */
    boolean signsIn(String path) {
        return door.isPresent() && path.equals(Door.SIGN_IN);
    }

    /** For somebody who is not in. */
    Reply outside(HttpServletRequest request) {
        return door.isPresent()
                ? signIn(request, 401, ended(request) ? ENDED : "")
                : frames.message(Messages.comeByLink(), request, Optional.empty())
                        .with("WWW-Authenticate", "Vesper-Link");
    }

    /** Whether a browser was in until lately: it names a session that is no more. */
    private static boolean ended(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    /**
     * The form to sign in.
     *
     * @param why it is shown again, or empty
     */
    Reply signIn(HttpServletRequest request, int status, String why) {
        return form("sign-in", "Sign in", request, status, why);
    }

    /** The form for a password of one's own. */
    Reply password(HttpServletRequest request, int status, String why) {
        return form("password", "Your password", request, status, why);
    }

    private Reply form(String template, String title, HttpServletRequest request, int status, String why) {
        Form form = new Form(status, why, door.map(Door::providerHref).orElse(""));
        Reply reply = frames.form(template, title, form, request);
        return status == 401 ? reply.with("WWW-Authenticate", "Vesper-Password") : reply;
    }

    /** A new password for who signed in. */
    Reply change(HttpServletRequest request, HttpServletResponse response, Guest guest) {
        if (!field(request, "next").equals(field(request, "again"))) {
            return password(request, 400, "Expected the new password twice, but the two differ.");
        }
        try {
            door.orElseThrow()
                    .change(
                            request,
                            response,
                            guest,
                            new Secret(field(request, "old")),
                            new Secret(field(request, "next")));
            return Reply.goTo(PagePath.ROOT);
        } catch (Problem problem) {
            return password(
                    request, problem.kind() == Problem.Kind.REFUSED ? 403 : 400, String.valueOf(problem.getMessage()));
        }
    }

    private static String field(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** A link that is taken leads to the clean address, so that no ticket stays in the address bar or the history. */
    Reply enter(HttpServletRequest request, Optional<Caller> caller) {
        return switch (entrance.enter(parts(request.getQueryString()))) {
            case Entered.In(String ticket) ->
                Reply.goTo(PagePath.ROOT)
                        .with("Set-Cookie", Entrance.setCookie(ticket, request.getLocalPort(), request.isSecure()));
            case Entered.Out(String why) ->
                caller.isPresent() // a reload, or the link opened again in the same browser
                        ? Reply.goTo(PagePath.ROOT)
                        : frames.message(Messages.spentLink(why), request, caller);
        };
    }

    private static Map<String, String> parts(@Nullable String query) {
        try {
            return PercentText.query(query);
        } catch (Problem malformed) {
            return Map.of();
        }
    }

    /**
     * What users see where they sign in.
     *
     * @param behind shows everything else
     */
    Door.Screens screens(Behind behind) {
        return new Door.Screens() {
            @Override
            public void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
                behind.answer(request, response);
            }

            @Override
            public void signIn(HttpServletRequest request, HttpServletResponse response, int status, String why)
                    throws IOException {
                WaysIn.this.signIn(request, status, why).send(request, response);
            }

            @Override
            public void cameIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
                form("came-in", "Sign in", request, 200, "")
                        .with(
                                "Refresh",
                                "0; url=" + PagePath.ROOT) // from a page of our own the browser sends its new cookie
                        .send(request, response);
            }

            @Override
            public void refuse(HttpServletRequest request, HttpServletResponse response, int status, String why)
                    throws IOException {
                frames.message(
                                Message.of(status, "Refused", why)
                                        .leading(List.of(new Message.Way(PagePath.ROOT, "To the first page"))),
                                request,
                                Optional.empty())
                        .send(request, response);
            }
        };
    }

    /** What is shown to who came in. */
    interface Behind {
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }
}
