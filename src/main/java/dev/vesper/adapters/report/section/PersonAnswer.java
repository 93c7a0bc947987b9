package dev.vesper.adapters.report.section;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person can say to a question of the day. This is the only place of the report that reads the words of audit
 * actions: a row with any other action is nobody's answer.
 */
public enum PersonAnswer {
    PROPOSED("trades-proposed", Role.MAKER, true),
    DECLINED("proposal-declined", Role.MAKER, false),
    APPROVED("trades-approved", Role.CHECKER, true),
    REJECTED("trades-rejected", Role.CHECKER, false),
    DATA_RELEASED("data-released", Role.DATA_OWNER, true),
    DATA_REJECTED("data-rejected", Role.DATA_OWNER, false);

    /** As whom a person answers. */
    public enum Role {
        MAKER("maker"),
        CHECKER("checker"),
        DATA_OWNER("data owner");

        private final String words;

        Role(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final String action;
    private final Role role;
    private final boolean goesOn;

    PersonAnswer(String action, Role role, boolean goesOn) {
        this.action = action;
        this.role = role;
        this.goesOn = goesOn;
    }

    /** The answer that an audit row records; empty where it records none. */
    public static Optional<PersonAnswer> of(String action) {
        return Stream.of(values()).filter(a -> a.action.equals(action)).findFirst();
    }

    public Role role() {
        return role;
    }

    /** Whether the day goes on after it. */
    public boolean goesOn() {
        return goesOn;
    }

    /** What the person did, for people: proposed, declined, approved, rejected, released. */
    public String words() {
        return switch (this) {
            case PROPOSED -> "proposed";
            case DECLINED -> "declined";
            case APPROVED -> "approved";
            case REJECTED, DATA_REJECTED -> "rejected";
            case DATA_RELEASED -> "released";
        };
    }

    /** The word of run.json, a promise to programs: approve or reject. */
    public String word() {
        return goesOn ? "approve" : "reject";
    }
}
