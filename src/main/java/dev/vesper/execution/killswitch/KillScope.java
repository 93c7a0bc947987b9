package dev.vesper.execution.killswitch;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.orders.SlicingStrategy;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a kill switch stops, for example everything, or the account A1.
 *
 * @param name of the account, the strategy or the venue; empty for everything
 */
public record KillScope(KillKind kind, String name) {
    public static final KillScope EVERYTHING = new KillScope(KillKind.EVERYTHING, "");

    private static final int LONGEST = 100;

    /**
     * As people write it; venues and strategies are named in capitals, whatever was typed.
     *
     * @throws Problem of kind INPUT where a name is missing, is too much or can be none
     */
    public static KillScope of(KillKind kind, String name) {
        String plain = name.strip();
        if (kind == KillKind.EVERYTHING) {
            if (!plain.isEmpty()) {
                throw Problem.usage("Expected no name with everything, but got \"" + Visible.line(plain)
                        + "\"; maybe one account, strategy or venue is meant");
            }
            return EVERYTHING;
        }
        if (plain.isEmpty() || plain.length() > LONGEST || !Visible.line(plain).equals(plain)) {
            throw Problem.usage("Expected the name of one " + kind.word() + " in at most " + LONGEST
                    + " characters, but got \"" + Visible.line(plain) + "\"");
        }
        return switch (kind) {
            case STRATEGY -> new KillScope(kind, strategy(plain));
            case VENUE -> new KillScope(kind, plain.toUpperCase(Locale.ROOT));
            default -> new KillScope(kind, plain);
        };
    }

    private static String strategy(String name) {
        return Arrays.stream(SlicingStrategy.values())
                .map(Enum::name)
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> Problem.usage("Expected one of " + String.join(", ", SlicingStrategy.words())
                        + ", but got \"" + name + "\""));
    }

    /** Whether it stops a child order of this account and strategy to this venue. */
    public boolean stops(String account, SlicingStrategy strategy, String venue) {
        return switch (kind) {
            case EVERYTHING -> true;
            case ACCOUNT -> name.equals(account);
            case STRATEGY -> name.equals(strategy.name());
            case VENUE -> name.equals(venue);
        };
    }

    /** For people: {@code everything}, {@code the account A1}. */
    public String words() {
        return kind == KillKind.EVERYTHING ? "everything" : "the " + kind.word() + " " + name;
    }
}
