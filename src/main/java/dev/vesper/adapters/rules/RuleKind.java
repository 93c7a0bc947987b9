package dev.vesper.adapters.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a rule is, which its folder says. */
public enum RuleKind {
    /** How much is allowed: decision tables that analysts edit. */
    LIMIT("limits", ".dmn"),
    /** What may not be done at all: DRL that engineers write and review. */
    COMPLIANCE("compliance", ".drl"),
    /** The same, as decision tables that analysts edit. */
    COMPLIANCE_TABLE("compliance", ".dmn"),
    /** Names that rules ask for: restricted, excluded; data that analysts edit. */
    LIST("lists", ".csv"),
    /** Who must approve, and how many: decision tables that analysts edit. */
    APPROVAL("approvals", ".dmn");

    private final String folder;
    private final String ending;

    RuleKind(String folder, String ending) {
        this.folder = folder;
        this.ending = ending;
    }

    /** Below the rules folder. */
    public String folder() {
        return folder;
    }

    /** Of its files' names, with the dot. */
    public String ending() {
        return ending;
    }

    /** The folders, each once. */
    static List<String> folders() {
        return Arrays.stream(values()).map(RuleKind::folder).distinct().toList();
    }

    /** As people read it: {@code limit}, {@code compliance}, {@code list} or {@code approval}. */
    public String word() {
        return (this == COMPLIANCE_TABLE ? COMPLIANCE : this).name().toLowerCase(Locale.ROOT);
    }
}
