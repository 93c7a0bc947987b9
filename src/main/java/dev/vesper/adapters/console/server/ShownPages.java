package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.Asked;
import dev.vesper.adapters.console.Page;
import dev.vesper.adapters.console.PagePath;
import dev.vesper.adapters.console.RuleTablePage;
import dev.vesper.adapters.text.PercentText;
import dev.vesper.adapters.text.ServerSentEvents;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Shows somebody who is in the pages, what their scripts ask for, and files. */
final class ShownPages {
    private final Registry<Page> pages;
    private final Function<Caller, Operations> operations;
    private final Facts facts;
    private final Frames frames;
    private final WaysIn waysIn;
    private final Optional<ChangeEvents> events;

    /** @param events tells pages what changes; empty where nothing does */
    ShownPages(
            Registry<Page> pages,
            Function<Caller, Operations> operations,
            Facts facts,
            Frames frames,
            WaysIn waysIn,
            Optional<ChangeEvents> events) {
        this.pages = pages;
        this.operations = operations;
        this.facts = facts;
        this.frames = frames;
        this.waysIn = waysIn;
        this.events = events;
    }

    /**
     * What an address shows.
     *
     * @param below the root of the pages; empty for the root itself
     */
    Reply show(String below, HttpServletRequest request, Caller caller) {
        if (below.isEmpty()) {
            return first(caller)
                    .map(page -> Reply.goTo(page.path().href()))
                    .orElseGet(() -> unknown(PagePath.ROOT, request, Optional.of(caller)));
        }
        return find(below, request, caller).unless(request.getHeader("If-None-Match"));
    }

    private Optional<Page> first(Caller caller) {
        return pages.all().stream()
                .filter(page -> page.stands() && page.admits(caller))
                .findFirst();
    }

    /** Nothing lies there. */
    Reply unknown(String below, HttpServletRequest request, Optional<Caller> caller) {
        return frames.message(
                Messages.noPage(below, pages)
                        .leading(caller.flatMap(this::first).map(ShownPages::way).stream()
                                .toList()),
                request,
                caller);
    }

    private Reply find(String below, HttpServletRequest request, Caller caller) {
        for (Page page : pages) {
            Optional<Map<String, String>> variables = page.path().match(below);
            if (variables.isPresent()) {
                Asked asked = new Asked(caller, variables.get(), Map.of());
                return page.admits(caller)
                        ? said(page.path(), asked, request, () -> show(page, variables.get(), request, caller))
                        : frames.message(
                                Messages.notFor(caller, page)
                                        .leading(first(caller).map(ShownPages::way).stream()
                                                .toList()),
                                request,
                                Optional.of(caller));
            }
        }
        if (events.isPresent() && below.equals(ChangeEvents.PATH)) {
            return follow(events.get(), request, caller);
        }
        Operations topics = operations.apply(caller);
        return facts.find(below)
                .map(fact -> said(
                        fact.path(),
                        new Asked(caller, fact.variables(), Map.of()),
                        request,
                        () -> facts.ask(
                                fact,
                                topics,
                                new Asked(caller, fact.variables(), PercentText.form(request.getQueryString())))))
                .or(() -> ReportFiles.PATH.match(below).map(variables -> {
                    Asked asked = new Asked(caller, variables, Map.of());
                    return said(ReportFiles.PATH, asked, request, () -> ReportFiles.find(topics, asked));
                }))
                .or(() -> RuleTablePage.FILE.match(below).map(variables -> {
                    Asked asked = new Asked(caller, variables, PercentText.form(request.getQueryString()));
                    return said(
                            RuleTablePage.FILE,
                            asked,
                            request,
                            () -> ReportFiles.handed(RuleTablePage.download(topics, asked)));
                }))
                .or(() -> AuditExports.PATH.match(below).map(variables -> {
                    Asked asked = new Asked(caller, variables, Map.of());
                    return said(
                            new PagePath("audit"),
                            asked,
                            request,
                            () -> AuditExports.find(
                                    topics, new Asked(caller, variables, PercentText.form(request.getQueryString()))));
                }))
                .orElseGet(() -> unknown(below, request, Optional.of(caller)));
    }

    private Reply follow(ChangeEvents changes, HttpServletRequest request, Caller caller) {
        Asked asked = new Asked(caller, Map.of(), PercentText.form(request.getQueryString()));
        return said(
                new PagePath(ChangeEvents.PATH),
                asked,
                request,
                () -> changes.follow(
                        request.getMethod().equals("HEAD"),
                        caller,
                        asked,
                        Objects.requireNonNullElse(request.getHeader(ServerSentEvents.MARK), ""),
                        waysIn.still(request)));
    }

    private Reply said(PagePath path, Asked asked, HttpServletRequest request, Supplier<Reply> reply) {
        try {
            return reply.get();
        } catch (Problem problem) {
            Message message = Messages.of(problem, path.varies());
            return frames.message(
                    message.leading(ways(message, path, asked, request)), request, Optional.of(asked.caller()));
        }
    }

    /** How to go on from what could not be shown: again where that may help, else the nearest that is there. */
    private List<Message.Way> ways(Message message, PagePath path, Asked asked, HttpServletRequest request) {
        List<Message.Way> ways = new ArrayList<>();
        if (message.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            ways.add(new Message.Way(href(request), "Try again"));
        }
        if (path.text().startsWith("runs/{run}/") && known(asked)) {
            String run = asked.path().getOrDefault("run", "");
            ways.add(new Message.Way(PagePath.ROOT + "runs/" + run, "Run " + run));
        }
        pages.all().stream()
                .filter(page -> page.stands() && page.admits(asked.caller()))
                .filter(page -> (path.text() + "/").startsWith(page.path().text() + "/"))
                .forEach(page -> ways.add(way(page)));
        return ways;
    }

    private boolean known(Asked asked) {
        try {
            return operations.apply(asked.caller()).runs().show(asked.run()) != null;
        } catch (Problem unknown) {
            return false;
        }
    }

    private static Message.Way way(Page page) {
        return new Message.Way(page.path().href(), page.title());
    }

    private Reply show(Page page, Map<String, String> variables, HttpServletRequest request, Caller caller) {
        Operations topics = operations.apply(caller);
        Asked asked = new Asked(caller, variables, PercentText.form(request.getQueryString()));
        Optional<Object> state = page.state(topics, asked);
        Optional<String> tag = state.map(facts::tag); // first: what happens meanwhile makes another one
        if (tag.isPresent() && tag.get().equals(request.getHeader("If-None-Match"))) {
            return Reply.unchanged(tag.get());
        }
        Record model = state.map(seen -> page.model(topics, asked, seen)).orElseGet(() -> page.model(topics, asked));
        String title = page.title() + (variables.isEmpty() ? "" : " " + String.join(" ", variables.values()));
        Watch watch = tag.map(seen -> Watch.of(href(request), seen, page.over(model), topics(page, asked)))
                .orElse(null);
        Reply made = frames.page(page, model, title, request, caller, watch);
        return tag.map(made::tagged).orElse(made);
    }

    private Set<Changed> topics(Page page, Asked asked) {
        return events.isPresent() ? page.topics(asked) : Set.of();
    }

    /** The address that was asked for. */
    static String href(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
