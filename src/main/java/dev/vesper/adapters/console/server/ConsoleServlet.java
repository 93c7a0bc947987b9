package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.Page;
import dev.vesper.adapters.console.PageForm;
import dev.vesper.adapters.console.PagePath;
import dev.vesper.adapters.console.access.Door;
import dev.vesper.adapters.console.access.Door.Guest;
import dev.vesper.adapters.console.access.Entrance;
import dev.vesper.adapters.console.access.Gate;
import dev.vesper.adapters.console.access.LoginLink;
import dev.vesper.basics.Registry;
import dev.vesper.basics.Secret;
import dev.vesper.basics.SimulatedClock;
import dev.vesper.desk.audit.Origin;
import dev.vesper.desk.changes.Followers;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a browser under {@code /console/}. Whoever serves it sees to it that the Host header names this machine. */
public final class ConsoleServlet implements Servlet {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleServlet.class);

    private final Frames frames;
    private final WaysIn waysIn;
    private final GivenForms forms;
    private final ShownPages shown;
    private final Optional<Gate> gate;

    /** Of a Vesper that does not tell what changes: pages that keep up ask again and again. */
    public ConsoleServlet(
            Registry<Page> pages,
            List<PageForm> forms,
            Function<Caller, Operations> operations,
            Optional<Door> door,
            Secret token,
            InstantSource clock,
            ClassLoader templates,
            Function<Object, String> json) {
        this(pages, forms, operations, door, token, clock, templates, json, Optional.empty());
    }

    /**
     * Opens nothing.
     *
     * @param door lets users in by name and password; without one, links alone let somebody in
     * @param token proves the links that let browsers in
     * @param templates where the templates of the pages are found
     * @param json writes an answer of the operations as the API does
     * @param changes those who are told what changes
     */
    public ConsoleServlet(
            Registry<Page> pages,
            List<PageForm> forms,
            Function<Caller, Operations> operations,
            Optional<Door> door,
            Secret token,
            InstantSource clock,
            ClassLoader templates,
            Function<Object, String> json,
            Optional<Followers> changes) {
        this.frames = new Frames(pages, operations, new Templates(templates), clock);
        this.waysIn = new WaysIn(door, new Entrance(token, SimulatedClock.machineOf(clock)), frames);
        Facts facts = new Facts(json);
        this.forms = new GivenForms(forms, operations, frames, facts);
        this.shown = new ShownPages(pages, operations, facts, frames, waysIn, changes.map(ChangeEvents::new));
        this.gate = door.map(d -> d.gate(waysIn.screens(this::answer)));
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        try {
            Origin.console(asked.getRemoteAddr()).during(() -> {
                served(asked, answer);
                return answer;
            });
        } catch (IOException | ServletException | RuntimeException ours) {
            throw ours;
        } catch (Exception never) {
            throw new ServletException(never);
        }
    }

    private void served(HttpServletRequest asked, HttpServletResponse answer) throws IOException, ServletException {
        if (gate.isPresent()) {
            gate.get().answer(asked, answer);
        } else {
            answer(asked, answer);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply reply;
        try {
            reply = reply(request, response);
        } catch (RuntimeException ours) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), ours);
            reply = frames.message(
                    Messages.ourFault(reads(request)).leading(again(request)), request, Optional.empty());
        }
        reply.send(request, response);
    }

    private static boolean reads(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    private static List<Message.Way> again(HttpServletRequest request) {
        return reads(request)
                ? List.of(
                        new Message.Way(ShownPages.href(request), "Try again"),
                        new Message.Way(PagePath.ROOT, "To the first page"))
                : List.of(new Message.Way(PagePath.ROOT, "To the first page"));
    }

    private Reply reply(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI();
        Optional<Guest> guest = waysIn.guest(request);
        if (request.getMethod().equals("POST") && guest.isPresent()) {
            Optional<Reply> given = given(path, request, response, guest.get());
            if (given.isPresent()) {
                return given.get();
            }
        }
        boolean login = path.equals(LoginLink.PATH);
        String method = request.getMethod();
        if (!method.equals("GET") && (login || !method.equals("HEAD"))) {
            String allowed = login ? "GET" : "GET, HEAD";
            return frames.message(Messages.onlyRead(allowed, method), request, Optional.empty())
                    .with("Allow", allowed);
        }
        if (!path.startsWith(PagePath.ROOT)) {
            return path.equals("/console") ? Reply.goTo(PagePath.ROOT) : shown.unknown(path, request, Optional.empty());
        }
        String below = path.substring(PagePath.ROOT.length());
        Optional<Reply> asset = Assets.find(below);
        if (asset.isPresent()) {
            return asset.get().unless(request.getHeader("If-None-Match")).packed(request.getHeader("Accept-Encoding"));
        }
        if (guest.isPresent() && (guest.get().mustChange() || path.equals(Door.PASSWORD))) {
            return path.equals(Door.PASSWORD) ? waysIn.password(request, 200, "") : Reply.goTo(Door.PASSWORD);
        }
        Optional<Caller> caller = guest.<Caller>map(Guest::caller).or(() -> waysIn.linked(request));
        if (login) {
            return waysIn.enter(request, caller);
        }
        if (waysIn.signsIn(path)) {
            return guest.isPresent() ? Reply.goTo(PagePath.ROOT) : waysIn.signIn(request, 200, "");
        }
        return caller.isEmpty() ? waysIn.outside(request) : shown.show(below, request, caller.get());
    }

    /** What a form asks for; empty where the path takes none. */
    private Optional<Reply> given(String path, HttpServletRequest request, HttpServletResponse response, Guest guest) {
        if (path.equals(Door.PASSWORD)) {
            return Optional.of(waysIn.change(request, response, guest));
        }
        return path.startsWith(PagePath.ROOT) && !guest.mustChange()
                ? forms.given(path.substring(PagePath.ROOT.length()), request, guest.caller())
                : Optional.empty();
    }

    @Override
    public void init(ServletConfig config) {
        // all that is needed was given
    }

    @Override
    public @Nullable ServletConfig getServletConfig() {
        return null;
    }

    @Override
    public String getServletInfo() {
        return "the console";
    }

    @Override
    public void destroy() {
        // nothing is open
    }
}
