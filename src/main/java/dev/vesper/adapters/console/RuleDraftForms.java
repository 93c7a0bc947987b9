package dev.vesper.adapters.console;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.RuleDrafts;
import dev.vesper.desk.workbench.MergedDraft;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;

/** The forms of a change of the rules, from its beginning to the day it judges. */
final class RuleDraftForms {
    static final List<PageForm> ALL = List.of(
            new Begin(),
            new Rollback(),
            new Replay(),
            new OfDraft(
                    "accept",
                    (drafts, draft, filled) ->
                            drafts.accept(draft, filled.text("sheet"), number(filled, "line"), filled.text("seen"))),
            new OfDraft("undo", (drafts, draft, filled) -> drafts.undo(draft, filled.text("seen"))),
            new OfDraft(
                    "merge",
                    (drafts, draft, filled) -> merged(drafts.merge(draft, filled.text("seen"), filled.text("keep")))),
            new OfDraft("discard", (drafts, draft, filled) -> drafts.discard(draft, filled.why())),
            new OfDraft(
                    "propose",
                    (drafts, draft, filled) -> drafts.propose(
                            draft,
                            instant(filled.text("from")),
                            !filled.text("urgent").isEmpty(),
                            filled.why())),
            new OfDraft("withdraw", (drafts, draft, filled) -> drafts.withdraw(draft, filled.why())),
            new OfDraft(
                    "approve",
                    (drafts, draft, filled) ->
                            drafts.approve(draft, number(filled, "proposal"), filled.text("shown"), filled.reason())),
            new OfDraft(
                    "reject",
                    (drafts, draft, filled) -> drafts.reject(draft, number(filled, "proposal"), filled.why())),
            new OfDraft("activate", (drafts, draft, _) -> drafts.activate(draft)));

    /** Places that are told. */
    private static final int CONFLICTS = 5;

    private RuleDraftForms() {}

    /** What is done with one change, and where it is seen afterwards. */
    private record OfDraft(String act, Does does) implements PageForm {
        @FunctionalInterface
        interface Does {
            Object on(RuleDrafts drafts, String draft, Filled filled);
        }

        @Override
        public PagePath path() {
            return new PagePath(RuleDraftPage.PATH + "/" + act);
        }

        @Override
        public String again(Filled filled) {
            return RuleDraftLine.href(filled.at("draft"));
        }

        @Override
        public Done give(Operations operations, Filled filled) {
            does.on(operations.drafts(), filled.at("draft"), filled);
            return new Done.At(again(filled));
        }
    }

    /** Begins one; of a table that somebody looks at, that table is shown. */
    private record Begin() implements PageForm {
        @Override
        public PagePath path() {
            return new PagePath("rules/drafts");
        }

        @Override
        public String again(Filled filled) {
            return new RulesPage().path().href();
        }

        @Override
        public Done give(Operations operations, Filled filled) {
            String draft = operations
                    .drafts()
                    .begin(filled.text("title"), !filled.text("folder").isEmpty())
                    .id();
            String file = filled.text("file");
            return new Done.At(file.isEmpty() ? RuleDraftLine.href(draft) : RuleTablePage.href(file, draft));
        }
    }

    /** Begins to find out what it would have decided. */
    private record Replay() implements PageForm {
        @Override
        public PagePath path() {
            return new PagePath(RuleDraftPage.PATH + "/replay");
        }

        @Override
        public String again(Filled filled) {
            return RuleDraftLine.href(filled.at("draft"));
        }

        @Override
        public Done give(Operations operations, Filled filled) {
            String draft = filled.at("draft");
            return new Done.At(RuleReplayPage.href(
                    draft,
                    operations
                            .rules()
                            .replayDraft(draft, number(filled, "last"))
                            .id()));
        }
    }

    /** Proposes an earlier version. */
    private record Rollback() implements PageForm {
        @Override
        public PagePath path() {
            return new PagePath("rules/rollback");
        }

        @Override
        public String again(Filled filled) {
            return new RulesPage().path().href();
        }

        @Override
        public Done give(Operations operations, Filled filled) {
            return new Done.At(RuleDraftLine.href(operations
                    .drafts()
                    .rollback(filled.text("version"), !filled.text("urgent").isEmpty(), filled.why())
                    .draft()));
        }
    }

    /** Where nothing was written, who asked is told the places. */
    private static MergedDraft merged(MergedDraft merged) {
        if (merged.merged()) {
            return merged;
        }
        String places = merged.conflicts().stream()
                .limit(CONFLICTS)
                .map(one -> one.place() + " (began as \"" + one.base() + "\", judges as \"" + one.active()
                        + "\", here \"" + one.draft() + "\")")
                .collect(Collectors.joining("; "));
        throw Problem.refused("Expected places that one of the two changed, but both changed "
                + Counted.of(merged.conflicts().size(), "place") + ": " + places
                + "; maybe say whose word counts");
    }

    private static int number(Filled filled, String field) {
        String text = filled.text(field);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notOne) {
            throw Problem.usage(
                    "Expected " + field + " as a whole number, but got \"" + Problem.shortened(text) + "\"");
        }
    }

    /** A browser gives a time of day without its zone; ours is UTC. */
    private static String instant(String local) {
        if (local.isEmpty()) {
            return "";
        }
        try {
            return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC).toString();
        } catch (DateTimeParseException notOne) {
            throw Problem.usage(
                    "Expected a time such as 2018-04-11T17:30, but got \"" + Problem.shortened(local) + "\"");
        }
    }
}
