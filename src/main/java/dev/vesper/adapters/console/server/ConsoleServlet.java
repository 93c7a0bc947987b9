package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.Asked;
import dev.vesper.adapters.console.Done;
import dev.vesper.adapters.console.Filled;
import dev.vesper.adapters.console.Page;
import dev.vesper.adapters.console.PageForm;
import dev.vesper.adapters.console.PagePath;
import dev.vesper.adapters.console.access.Door;
import dev.vesper.adapters.console.access.Door.Guest;
import dev.vesper.adapters.console.access.Entrance;
import dev.vesper.adapters.console.access.Entrance.Entered;
import dev.vesper.adapters.console.access.Gate;
import dev.vesper.adapters.console.access.LoginLink;
import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.basics.Secret;
import dev.vesper.basics.SimulatedClock;
import dev.vesper.desk.audit.Origin;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.ReportFile;
import dev.vesper.desk.operations.SignedIn;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a browser under {@code /console/}. Whoever serves it sees to it that the Host header names this machine. */
public final class ConsoleServlet implements Servlet {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleServlet.class);
    private static final List<String> WAYS_IN = List.of("./vesper console link", "./vesper console link --as NAME");

    private final Registry<Page> pages;
    private final List<PageForm> forms;
    private final Function<Caller, Operations> operations;
    private final Entrance entrance;
    private final Optional<Door> door;
    private final Optional<Gate> gate;
    private final InstantSource clock;
    private final Templates templates;
    private final Facts facts;

    /**
     * Opens nothing.
     *
     * @param door lets users in by name and password; without one, links alone let somebody in
     * @param token proves the links that let browsers in
     * @param templates where the templates of the pages are found
     * @param json writes an answer of the operations as the API does
     */
    public ConsoleServlet(
            Registry<Page> pages,
            List<PageForm> forms,
            Function<Caller, Operations> operations,
            Optional<Door> door,
            Secret token,
            InstantSource clock,
            ClassLoader templates,
            Function<Object, String> json) {
        this.pages = pages;
        this.forms = List.copyOf(forms);
        this.operations = operations;
        this.entrance = new Entrance(token, SimulatedClock.machineOf(clock));
        this.clock = clock;
        this.templates = new Templates(templates);
        this.facts = new Facts(json);
        this.door = door;
        this.gate = door.map(d -> d.gate(new ConsoleScreens()));
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

    /** What users see where they sign in. */
    private final class ConsoleScreens implements Door.Screens {
        @Override
        public void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
            answer(request, response);
        }

        @Override
        public void signIn(HttpServletRequest request, HttpServletResponse response, int status, String why)
                throws IOException {
            form("sign-in", status, why, request).send(request, response);
        }

        @Override
        public void cameIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
            form("came-in", 200, "", request)
                    .with(
                            "Refresh",
                            "0; url=" + PagePath.ROOT) // from a page of our own the browser sends its new cookie
                    .send(request, response);
        }

        @Override
        public void refuse(HttpServletRequest request, HttpServletResponse response, int status, String why)
                throws IOException {
            say(Message.of(status, "Refused", why), Optional.empty()).send(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply reply;
        try {
            reply = reply(request, response);
        } catch (RuntimeException ours) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), ours);
            reply = say(
                    Message.of(500, "This is our fault", "The page could not be made; the log of Vesper says why."),
                    Optional.empty());
        }
        reply.send(request, response);
    }

    private Reply reply(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI();
        String method = request.getMethod();
        boolean login = path.equals(LoginLink.PATH);
        Optional<Guest> guest = door.flatMap(d -> d.guest(request));
        if (method.equals("POST") && guest.isPresent()) {
            Optional<Reply> posted = posted(path, request, response, guest.get());
            if (posted.isPresent()) {
                return posted.get();
            }
        }
        if (!method.equals("GET") && (login || !method.equals("HEAD"))) {
            String allowed = login ? "GET" : "GET, HEAD";
            return say(
                            Message.of(405, "Pages are read here", "Expected " + allowed + ", but got " + method + "."),
                            Optional.empty())
                    .with("Allow", allowed);
        }
        if (!path.startsWith(PagePath.ROOT)) {
            return path.equals("/console") ? Reply.goTo(PagePath.ROOT) : unknown(path, Optional.empty());
        }
        String below = path.substring(PagePath.ROOT.length());
        Optional<Reply> asset = Assets.find(below);
        if (asset.isPresent()) {
            return asset.get().unless(request.getHeader("If-None-Match")).packed(request.getHeader("Accept-Encoding"));
        }
        int port = request.getLocalPort();
        if (guest.isPresent() && (guest.get().mustChange() || path.equals(Door.PASSWORD))) {
            return path.equals(Door.PASSWORD) ? password(request, 200, "") : Reply.goTo(Door.PASSWORD);
        }
        Optional<Caller> link = entrance.caller(Collections.list(request.getHeaders("Cookie")), port);
        Optional<Caller> caller =
                guest.<Caller>map(Guest::caller).map(Optional::of).orElse(link);
        if (login) {
            return enter(request.getQueryString(), caller, port, request.isSecure());
        }
        if (door.isPresent() && path.equals(Door.SIGN_IN)) {
            return guest.isPresent() ? Reply.goTo(PagePath.ROOT) : form("sign-in", 200, "", request);
        }
        if (caller.isEmpty() && door.isPresent()) {
            return form("sign-in", 401, "", request);
        }
        if (caller.isEmpty()) {
            return say(
                            new Message(
                                    401,
                                    "Come in by a link",
                                    "Pages are for whoever may read this Vesper's state folder. This prints a link that"
                                            + " lets one browser in, once, within "
                                            + LoginLink.GOOD.toMinutes() + " minutes:",
                                    WAYS_IN,
                                    ""),
                            caller)
                    .with("WWW-Authenticate", "Vesper-Link");
        }
        return below.isEmpty()
                ? first(caller.get())
                : find(below, request, caller.get(), guest.isPresent() ? Door.formToken(request) : "")
                        .unless(request.getHeader("If-None-Match"));
    }

    /** What a form asks for; empty where the path takes none. */
    private Optional<Reply> posted(String path, HttpServletRequest request, HttpServletResponse response, Guest guest) {
        if (path.equals(Door.PASSWORD)) {
            return Optional.of(change(request, response, guest));
        }
        if (!path.startsWith(PagePath.ROOT) || guest.mustChange()) {
            return Optional.empty();
        }
        String below = path.substring(PagePath.ROOT.length());
        for (PageForm form : forms) {
            Optional<Map<String, String>> variables = form.path().match(below);
            if (variables.isPresent()) {
                return Optional.of(
                        give(form, new Filled(variables.get(), name -> fields(request, name)), guest.caller()));
            }
        }
        return Optional.empty();
    }

    private Reply give(PageForm form, Filled filled, Caller caller) {
        try {
            return switch (form.give(operations.apply(caller), filled)) {
                case Done.At(String href) -> Reply.goTo(href);
                case Done.Handed(ReportFile file) -> ReportFiles.handed(file);
                case Done.Told told ->
                    Reply.page(
                            200,
                            templates.fill(
                                    "told", Frame.of(told.heading(), pages, Optional.of(caller), "", "", clock), told));
            };
        } catch (Problem problem) {
            return say(message(problem, /* varies= */ false).again(form.again(filled)), Optional.of(caller));
        }
    }

    private static List<String> fields(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    private Reply change(HttpServletRequest request, HttpServletResponse response, Guest guest) {
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

    private Reply password(HttpServletRequest request, int status, String why) {
        return form("password", status, why, request);
    }

    /** A page with a form of its own, for somebody who sees no other. */
    private Reply form(String template, int status, String why, HttpServletRequest request) {
        Form form = new Form(status, why, door.map(Door::providerHref).orElse(""));
        Frame frame = Frame.of(
                template.equals("password") ? "Your password" : "Sign in",
                pages,
                Optional.empty(),
                "",
                Door.formToken(request),
                clock);
        Reply reply = Reply.page(form.status(), templates.fill(template, frame, form));
        return form.status() == 401 ? reply.with("WWW-Authenticate", "Vesper-Password") : reply;
    }

    /** A link that is taken leads to the clean address, so that no ticket stays in the address bar or the history. */
    private Reply enter(@Nullable String query, Optional<Caller> caller, int port, boolean secure) {
        Map<String, String> parts;
        try {
            parts = PercentText.query(query);
        } catch (Problem malformed) {
            parts = Map.of();
        }
        return switch (entrance.enter(parts)) {
            case Entered.In(String ticket) ->
                Reply.goTo(PagePath.ROOT).with("Set-Cookie", Entrance.setCookie(ticket, port, secure));
            case Entered.Out(String why) ->
                caller.isPresent() // a reload, or the link opened again in the same browser
                        ? Reply.goTo(PagePath.ROOT)
                        : say(
                                new Message(
                                        403, "This link lets nobody in", why + " This prints a new one:", WAYS_IN, ""),
                                caller);
        };
    }

    private Reply first(Caller caller) {
        return pages.all().stream()
                .filter(page -> !page.path().varies() && page.admits(caller))
                .findFirst()
                .map(page -> Reply.goTo(page.path().href()))
                .orElseGet(() -> unknown(PagePath.ROOT, Optional.of(caller)));
    }

    private Reply find(String below, HttpServletRequest request, Caller caller, String formToken) {
        for (Page page : pages) {
            Optional<Map<String, String>> variables = page.path().match(below);
            if (variables.isPresent()) {
                return page.admits(caller)
                        ? show(page, variables.get(), request, caller, formToken)
                        : say(notFor(caller, page), Optional.of(caller));
            }
        }
        return facts.find(below)
                .map(fact -> tell(fact, caller))
                .or(() -> ReportFiles.PATH.match(below).map(variables -> hand(variables, caller)))
                .or(() -> AuditExports.PATH
                        .match(below)
                        .map(variables -> export(variables, request.getQueryString(), caller)))
                .orElseGet(() -> unknown(below, Optional.of(caller)));
    }

    private Reply export(Map<String, String> variables, @Nullable String query, Caller caller) {
        try {
            return AuditExports.find(operations.apply(caller), new Asked(caller, variables, PercentText.form(query)));
        } catch (Problem problem) {
            return say(message(problem, /* varies= */ false), Optional.of(caller));
        }
    }

    private static Message notFor(Caller caller, Page page) {
        String said = "The page \"" + page.title() + "\" is not shown to " + name(caller) + ".";
        return caller instanceof SignedIn
                ? Message.of(403, "Not for you", said + " Your roles do not let you see it.")
                : new Message(
                        403,
                        "Not for you",
                        said + " A link for a named person is printed by",
                        List.of(WAYS_IN.getLast()),
                        "");
    }

    private Reply tell(Facts.Fact fact, Caller caller) {
        try {
            return facts.ask(fact, operations.apply(caller), caller);
        } catch (Problem problem) {
            return say(message(problem, fact.path().varies()), Optional.of(caller));
        }
    }

    private Reply hand(Map<String, String> variables, Caller caller) {
        try {
            return ReportFiles.find(operations.apply(caller), new Asked(caller, variables, Map.of()));
        } catch (Problem problem) {
            return say(message(problem, ReportFiles.PATH.varies()), Optional.of(caller));
        }
    }

    private static String name(Caller caller) {
        return caller.person().orElse("somebody who gave no name");
    }

    private Reply show(
            Page page, Map<String, String> variables, HttpServletRequest request, Caller caller, String formToken) {
        Record model;
        Optional<String> tag;
        try {
            Operations topics = operations.apply(caller);
            Asked asked = new Asked(caller, variables, PercentText.form(request.getQueryString()));
            Optional<Object> state = page.state(topics, asked);
            tag = state.map(facts::tag); // first: what happens meanwhile makes another one
            if (tag.isPresent() && tag.get().equals(request.getHeader("If-None-Match"))) {
                return Reply.unchanged(tag.get());
            }
            model = state.map(seen -> page.model(topics, asked, seen)).orElseGet(() -> page.model(topics, asked));
        } catch (Problem problem) {
            return say(message(problem, page.path().varies()), Optional.of(caller));
        }
        String title = page.title() + (variables.isEmpty() ? "" : " " + String.join(" ", variables.values()));
        Frame frame = Frame.of(title, pages, Optional.of(caller), page.path().text(), formToken, clock)
                .stopping(stops(caller))
                .with(
                        page,
                        model,
                        tag.map(seen -> Watch.of(href(request), seen, page.over(model)))
                                .orElse(null));
        Reply made = Reply.page(200, templates.fill(page.word(), frame, model));
        Reply reply = tag.map(made::tagged).orElse(made);
        Reply running = frame.scripts().isEmpty() ? reply : reply.scripted();
        return page.frames() ? running.framing() : running;
    }

    private static String href(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** What is stopped is said on every page; where it is not known, that is. */
    private List<String> stops(Caller caller) {
        try {
            return operations.apply(caller).kills().on().stream()
                    .map(kill ->
                            kill.id() + " stops " + kill.stops() + ", pressed by " + kill.by() + ": " + kill.reason())
                    .toList();
        } catch (Problem problem) {
            return List.of(String.valueOf(problem.getMessage()));
        }
    }

    private static Message message(Problem problem, boolean varies) {
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

    private Reply unknown(String below, Optional<Caller> caller) {
        List<String> known =
                pages.all().stream().map(page -> page.path().text()).toList();
        return say(
                Message.of(
                        404,
                        "No such page",
                        "Expected a page (" + String.join(", ", known) + "), but got \"" + below + "\""
                                + NearestName.hint(below, known) + "."),
                caller);
    }

    private Reply say(Message message, Optional<Caller> caller) {
        Frame frame = Frame.of(message.heading(), pages, caller, "", "", clock)
                .stopping(caller.map(this::stops).orElse(List.of()));
        return Reply.page(message.status(), templates.fill("message", frame, message));
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
