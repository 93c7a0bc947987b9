package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.Done;
import dev.vesper.adapters.console.Page;
import dev.vesper.adapters.console.access.Door;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts what is shown into its frame: the pages that whoever looks may open, what is stopped, the time. */
final class Frames {
    private final Registry<Page> pages;
    private final Function<Caller, Operations> operations;
    private final Templates templates;
    private final InstantSource clock;

    Frames(Registry<Page> pages, Function<Caller, Operations> operations, Templates templates, InstantSource clock) {
        this.pages = pages;
        this.operations = operations;
        this.templates = templates;
        this.clock = clock;
    }

    /** A page as it is filled now. */
    Reply page(
            Page page, Record model, String title, HttpServletRequest request, Caller caller, @Nullable Watch watch) {
        Frame frame = frame(title, Optional.of(caller), page.path().text(), request)
                .stopping(stops(caller))
                .with(page, model, watch);
        Reply made = Reply.page(200, templates.fill(page.word(), frame, model));
        Reply running = frame.scripts().isEmpty() ? made : made.scripted();
        Reply lettered = page.models(model) ? running.lettered() : running;
        return page.frames() ? lettered.framing() : lettered;
    }

    /** What is said in the place of a page. */
    Reply message(Message message, HttpServletRequest request, Optional<Caller> caller) {
        Frame frame = frame(message.heading(), caller, "", request)
                .stopping(caller.map(this::stops).orElse(List.of()));
        return Reply.page(message.status(), templates.fill("message", frame, message));
    }

    /** What is told this once. */
    Reply told(Done.Told told, HttpServletRequest request, Caller caller) {
        return Reply.page(200, templates.fill("told", frame(told.heading(), Optional.of(caller), "", request), told));
    }

    /** A page with a form of its own, for somebody who sees no other. */
    Reply form(String template, String title, Form form, HttpServletRequest request) {
        Frame frame = Frame.of(title, pages, Optional.empty(), "", Door.formToken(request), clock);
        return Reply.page(form.status(), templates.fill(template, frame, form));
    }

    /** Forms are for whoever signed in. */
    private Frame frame(String title, Optional<Caller> caller, String path, HttpServletRequest request) {
        String formToken = caller.filter(SignedIn.class::isInstance).isPresent() ? Door.formToken(request) : "";
        return Frame.of(title, pages, caller, path, formToken, clock);
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
}
