package dev.vesper.app.run;

import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.desk.approval.UserTask;
import java.util.Locale;

/** Asks the person at the terminal. */
final class TerminalPrompt {
    private final Wiring wiring;
    private final Console console;

    TerminalPrompt(Wiring wiring, Console console) {
        this.wiring = wiring;
        this.console = console;
    }

    /** Answers false where the person leaves the task for later. */
    boolean ask(UserTask task) {
        console.say("");
        console.say(task.detail());
        console.say("");
        console.say(task.question());
        while (true) {
            String answer = console.ask("approve, reject or later? ");
            if (answer == null) {
                return false;
            }
            String word = answer.strip().toLowerCase(Locale.ROOT);
            if (word.equals("later") || word.isEmpty()) {
                return false;
            }
            Answer said;
            try {
                said = Answer.of(word);
            } catch (Problem unknown) {
                console.say(String.valueOf(unknown.getMessage()));
                continue;
            }
            String name = console.ask("Your name: ");
            String reason = said == Answer.REJECT ? console.ask("Why? ") : "";
            try {
                wiring.desk
                        .approvals
                        .get()
                        .decide(task.id(), said, name == null ? "" : name, reason == null ? "" : reason);
                return true;
            } catch (Problem denied) {
                console.say("denied: " + denied.getMessage());
            }
        }
    }
}
