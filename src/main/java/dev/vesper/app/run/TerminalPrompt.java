package dev.vesper.app.run;

import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.OperationsAccess;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.IssuedToken;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.operations.Entered;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.operations.Reader;
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
    boolean ask(Question open) {
        TaskCard card = operations.ask(new Reader(), asked -> asked.inbox().card(open.id()));
        Question task = card.question(); // as it is now: the answer is bound to what is said here
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
                answer(task, card.shown(), said, name == null ? "" : name, reason);
                return true;
            } catch (Problem denied) {
                console.say("denied: " + denied.getMessage());
                if (!shownNow(task).equals(card.shown())) {
                    return ask(task); // what was read is not what is there any more
                }
            }
        }
    }

    private String shownNow(Question task) {
        return operations.ask(
                new Reader(), asked -> asked.inbox().card(task.id()).shown());
    }

    /** In the name that was given; where there are users and it is no rehearsal, in that of whoever proves it. */
    private void answer(Question task, String shown, Answer said, String name, String reason) {
        Person person = new Person(name);
        if (!proofIsAsked(task)) {
            operations.ask(person, asked -> asked.tasks().answer(task.id(), said, reason, shown));
            return;
        }
        Secret password = console.askSecret("Your password: ");
        Entered entered = operations.ask(
                person, asked -> asked.entry().signIn(person.name(), password == null ? new Secret("") : password));
        IssuedToken issued = entered.issued();
        if (issued == null) {
            throw Problem.refused("Expected a password of your own, but this one was made for you; ./vesper login "
                    + entered.user() + " asks for another one");
        }
        operations.ask(new OperationsAccess.Asking.Holding(issued.secret()), asked -> {
            try {
                return asked.tasks().answer(task.id(), said, reason, shown);
            } finally {
                asked.me().revokeToken(issued.token().id()); // it was for this answer alone
            }
        });
    }

    private boolean proofIsAsked(Question task) {
        return operations.ask(
                new Reader(),
                asked -> asked.entry().asked().users()
                        && (task.run() == null
                                || !asked.runs().show(task.run()).run().rehearsal()));
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
