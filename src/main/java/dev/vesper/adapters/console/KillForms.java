package dev.vesper.adapters.console;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.operations.Kills;
import dev.vesper.desk.operations.Operations;
import dev.vesper.execution.killswitch.KillKind;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The forms of the kill switch: press, ask for the release, give up the rest of a run. */
public final class KillForms {
    private static final PagePath PRESS = new PagePath(KillPage.WORD + "/press");
    private static final PagePath RELEASE = new PagePath(KillPage.WORD + "/{id}/release");
    private static final PagePath GIVE_UP = new PagePath(KillPage.WORD + "/give-up");
    private static final int LONGEST_REASON = 500;

    private KillForms() {}

    /**
     * Does what a form asks for.
     *
     * @param below the path under {@code /console/}
     * @param field what was filled in, by name; empty where nothing was
     * @return where to look next; empty where the path takes no form of these
     * @throws Problem of kind INPUT where the form is not filled in, REFUSED where the caller may not do this
     */
    public static Optional<String> act(Operations operations, String below, UnaryOperator<String> field) {
        if (PRESS.match(below).isPresent()) {
            KillKind kind = KillKind.of(field.apply("kind"));
            String name = kind == KillKind.EVERYTHING ? "" : field.apply("name");
            kills(operations).press(kind, name, reason(field));
            return page();
        }
        Optional<Map<String, String>> released = RELEASE.match(below);
        if (released.isPresent()) {
            kills(operations).release(released.get().getOrDefault("id", ""), reason(field));
            return page();
        }
        if (GIVE_UP.match(below).isPresent()) {
            kills(operations).giveUpRest(run(field.apply("run")), reason(field));
            return page();
        }
        return Optional.empty();
    }

    private static Kills kills(Operations operations) {
        return operations.kills();
    }

    private static Optional<String> page() {
        return Optional.of(new KillPage().path().href());
    }

    private static RunId run(String text) {
        try {
            return new RunId(text);
        } catch (IllegalArgumentException notOne) {
            throw Problem.usage(String.valueOf(notOne.getMessage()));
        }
    }

    private static String reason(UnaryOperator<String> field) {
        String reason = field.apply("reason");
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.usage("Expected a reason of at most " + LONGEST_REASON
                    + " characters, so that others know what happened, but it has "
                    + reason.strip().length());
        }
        return reason;
    }
}
