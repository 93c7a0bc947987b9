package dev.vesper.app.run;

import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.OperationsAccess;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.operations.Person;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal, and brings the answer to the operations like every other way in. */
final class TerminalPrompt {
    private final OperationsAccess operations;
    private final Console console;

    TerminalPrompt(OperationsAccess operations, Console console) {
        this.operations = operations;
        this.console = console;
    }

    /** Answers false where the person leaves the task for later. */
    boolean ask(Question task) {
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
            Answer said = answer(word);
            if (said == null) {
                continue;
            }
            String name = console.ask("Your name: ");
            String why = said == Answer.REJECT ? console.ask("Why? ") : "";
            String reason = why == null ? "" : why;
            try {
                operations.ask(
                        new Person(name == null ? "" : name),
                        asked -> asked.tasks().answer(task.id(), said, reason));
                return true;
            } catch (Problem denied) {
                console.say("denied: " + denied.getMessage());
            }
        }
    }

    private @Nullable Answer answer(String word) {
        try {
            return Answer.of(word);
        } catch (Problem unknown) {
            console.say(String.valueOf(unknown.getMessage()));
            return null;
        }
    }
}
