package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.Done;
import dev.vesper.adapters.console.Filled;
import dev.vesper.adapters.console.PageForm;
import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.ReportFile;
import dev.vesper.desk.workbench.Drafts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Does what people ask for by the forms of the pages. */
final class GivenForms {
    private static final Message TOO_LONG = Message.of(
            413,
            "Too long",
            "Expected a file of at most " + Drafts.LARGEST + " bytes, but it is longer; take fewer rows.");

    private final List<PageForm> forms;
    private final Function<Caller, Operations> operations;
    private final Frames frames;
    private final Facts facts;

    GivenForms(List<PageForm> forms, Function<Caller, Operations> operations, Frames frames, Facts facts) {
        this.forms = List.copyOf(forms);
        this.operations = operations;
        this.frames = frames;
        this.facts = facts;
    }

    /**
     * What a form asks for; empty where the path takes none.
     *
     * @param below the root of the pages
     */
    Optional<Reply> given(String below, HttpServletRequest request, Caller caller) {
        for (PageForm form : forms) {
            Optional<Map<String, String>> variables = form.path().match(below);
            if (variables.isPresent()) {
                byte[] file = form.file().filter(caller::may).isPresent() ? file(request) : new byte[0];
                if (file.length > Drafts.LARGEST) {
                    return Optional.of(frames.message(TOO_LONG, request, Optional.of(caller)));
                }
                Function<String, List<String>> fields = name -> fields(request, name);
                return Optional.of(
                        give(form, new Filled(variables.get(), fields, () -> file.clone()), request, caller));
            }
        }
        return Optional.empty();
    }

    private Reply give(PageForm form, Filled filled, HttpServletRequest request, Caller caller) {
        try {
            return switch (form.give(operations.apply(caller), filled)) {
                case Done.At(String href) -> Reply.goTo(href);
                case Done.Said(Object answer) -> facts.said(answer);
                case Done.Handed(ReportFile file) -> ReportFiles.handed(file);
                case Done.Told told -> frames.told(told, request, caller);
            };
        } catch (Problem problem) {
            return frames.message(
                    Messages.of(problem, /* varies= */ false).again(form.again(filled)), request, Optional.of(caller));
        }
    }

    /** At most one byte more than may be; what is cut off is no file that anything can be made of. */
    private static byte[] file(HttpServletRequest request) {
        try {
            return request.getInputStream().readNBytes(Drafts.LARGEST + 1);
        } catch (IOException cutOff) {
            return new byte[0];
        }
    }

    private static List<String> fields(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }
}
