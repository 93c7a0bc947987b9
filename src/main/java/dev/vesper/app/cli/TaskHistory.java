package dev.vesper.app.cli;

import dev.vesper.basics.Visible;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.approval.TaskNote;
import java.io.PrintWriter;

/** Whose a task is, and what happened to it, on a terminal. */
final class TaskHistory {
    private TaskHistory() {}

    static void print(TaskCard card, PrintWriter out) {
        out.println("Inbox: " + card.group()
                + (card.candidates().isEmpty() ? "" : ", who could answer: " + String.join(", ", card.candidates())));
        if (card.holder() != null) {
            out.println("Taken by " + card.holder());
        }
        if (card.due() != null) {
            out.println("Due " + card.due() + (card.overdue() ? ", overdue" : ""));
        }
        for (TaskNote note : card.history()) {
            out.println(note.at() + "  " + note.task() + "  " + note.by() + " " + note.what()
                    + (note.to().isEmpty() ? "" : " " + note.to())
                    + (note.text().isEmpty() ? "" : ": " + Visible.line(note.text())));
        }
        out.println("Shown: " + card.shown() + " (version " + card.version()
                + "); with --shown an answer holds for exactly this");
        out.println();
        out.flush();
    }
}
