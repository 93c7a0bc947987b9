package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.Asked;
import dev.vesper.adapters.console.Page;
import dev.vesper.adapters.console.PagePath;
import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Shows somebody who is in the pages, what their scripts ask for, and files. */
final class ShownPages {
    private final Registry<Page> pages;
    private final Function<Caller, Operations> operations;
    private final Facts facts;
    private final Frames frames;

    ShownPages(Registry<Page> pages, Function<Caller, Operations> operations, Facts facts, Frames frames) {
        this.pages = pages;
        this.operations = operations;
        this.facts = facts;
        this.frames = frames;
    }

    /**
     * What an address shows.
     *
     * @param below the root of the pages; empty for the root itself
     * @param formToken of whoever may send forms, or empty
     */
    Reply show(String below, HttpServletRequest request, Caller caller, String formToken) {
        if (below.isEmpty()) {
            return first(caller);
        }
        return find(below, request, caller, formToken).unless(request.getHeader("If-None-Match"));
    }

    private Reply first(Caller caller) {
        return pages.all().stream()
                .filter(page -> !page.path().varies() && page.admits(caller))
                .findFirst()
                .map(page -> Reply.goTo(page.path().href()))
                .orElseGet(() -> unknown(PagePath.ROOT, Optional.of(caller)));
    }

    /** Nothing lies there. */
    Reply unknown(String below, Optional<Caller> caller) {
        return frames.message(Messages.noPage(below, pages), caller);
    }

    private Reply find(String below, HttpServletRequest request, Caller caller, String formToken) {
        for (Page page : pages) {
            Optional<Map<String, String>> variables = page.path().match(below);
            if (variables.isPresent()) {
                return page.admits(caller)
                        ? said(page.path(), caller, () -> show(page, variables.get(), request, caller, formToken))
                        : frames.message(Messages.notFor(caller, page), Optional.of(caller));
            }
        }
        return facts.find(below)
                .map(fact -> said(fact.path(), caller, () -> facts.ask(fact, operations.apply(caller), caller)))
                .or(() -> ReportFiles.PATH
                        .match(below)
                        .map(variables -> said(
                                ReportFiles.PATH,
                                caller,
                                () -> ReportFiles.find(
                                        operations.apply(caller), new Asked(caller, variables, Map.of())))))
                .or(() -> AuditExports.PATH
                        .match(below)
                        .map(variables -> said(
                                /* varies= */ false,
                                caller,
                                () -> AuditExports.find(
                                        operations.apply(caller),
                                        new Asked(caller, variables, PercentText.form(request.getQueryString()))))))
                .orElseGet(() -> unknown(below, Optional.of(caller)));
    }

    private Reply said(PagePath path, Caller caller, Supplier<Reply> reply) {
        return said(path.varies(), caller, reply);
    }

    private Reply said(boolean varies, Caller caller, Supplier<Reply> reply) {
        try {
            return reply.get();
        } catch (Problem problem) {
            return frames.message(Messages.of(problem, varies), Optional.of(caller));
        }
    }

    private Reply show(
            Page page, Map<String, String> variables, HttpServletRequest request, Caller caller, String formToken) {
        Operations topics = operations.apply(caller);
        Asked asked = new Asked(caller, variables, PercentText.form(request.getQueryString()));
        Optional<String> tag =
                page.state(topics, asked).map(facts::tag); // first: what happens meanwhile makes another one
        if (tag.isPresent() && tag.get().equals(request.getHeader("If-None-Match"))) {
            return Reply.unchanged(tag.get());
        }
        Record model = page.model(topics, asked);
        String title = page.title() + (variables.isEmpty() ? "" : " " + String.join(" ", variables.values()));
        Watch watch =
                tag.map(seen -> Watch.of(href(request), seen, page.over(model))).orElse(null);
        Reply made = frames.page(page, model, title, caller, formToken, watch);
        return tag.map(made::tagged).orElse(made);
    }

    private static String href(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
