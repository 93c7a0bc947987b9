package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.Done;
import dev.vesper.adapters.console.Filled;
import dev.vesper.adapters.console.PageForm;
import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.ReportFile;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Does what people ask for by the forms of the pages. */
final class GivenForms {
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
                return Optional.of(
                        give(form, new Filled(variables.get(), name -> fields(request, name)), request, caller));
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

    private static List<String> fields(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }
}
