package dev.vesper.app.terminal;

import dev.vesper.basics.Secret;
import dev.vesper.basics.Visible;
import dev.vesper.desk.run.Progress;
import dev.vesper.desk.run.ShownStage;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees while a day runs: one line for each thing that happened, on standard error; on a terminal a moving
 * line for what is under way.
 */
public final class Console implements Progress {
    private static final int BAR = 24;

    private final PrintStream out;
    private final boolean terminal;
    private final @Nullable Keyboard keyboard;
    private boolean moving;

    /** Where a person types. */
    @FunctionalInterface
    public interface Keyboard {
        /** What was typed after the prompt; null where the person closed the terminal. */
        @Nullable
        String ask(String prompt);

        /** The same, without showing what is typed. */
        default @Nullable Secret secret(String prompt) {
            String typed = ask(prompt);
            return typed == null ? null : new Secret(typed);
        }
    }

    public Console(PrintStream out, boolean terminal, @Nullable Keyboard keyboard) {
        this.out = out;
        this.terminal = terminal;
        this.keyboard = keyboard;
    }

    /** Asks the person at the terminal; null where there is nobody, or they closed it. */
    public @Nullable String ask(String prompt) {
        return keyboard == null ? null : keyboard.ask(prompt);
    }

    /** Asks for a password, without showing it; null where there is nobody, or they closed the terminal. */
    public @Nullable Secret askSecret(String prompt) {
        return keyboard == null ? null : keyboard.secret(prompt);
    }

    /** On standard error, moving where that is a terminal. */
    public static Console standard() {
        return on(System.err);
    }

    /** On this stream, moving where there is a terminal. */
    @SuppressWarnings("SystemConsoleNull") // NullAway knows it as nullable, and the JDK reserves the right
    public static Console on(PrintStream out) {
        java.io.Console keyboard = System.console();
        return keyboard == null
                ? new Console(out, false, null)
                : new Console(out, keyboard.isTerminal(), new SystemKeyboard(keyboard));
    }

    /** The terminal that Vesper was started from. */
    private record SystemKeyboard(java.io.Console console) implements Keyboard {
        @Override
        public @Nullable String ask(String prompt) {
            return console.readLine("%s", prompt);
        }

        @Override
        public @Nullable Secret secret(String prompt) {
            char[] typed = console.readPassword("%s", prompt);
            return typed == null ? null : new Secret(new String(typed));
        }
    }

    public boolean terminal() {
        return terminal;
    }

    /** Says one thing for good. */
    @Override
    public synchronized void say(String line) {
        settle();
        out.println(Visible.lines(line));
        out.flush();
    }

    @Override
    public synchronized void at(ShownStage stage, int done, int of, String what) {
        if (!terminal || of <= 0) {
            return;
        }
        int filled = (int) Math.round((double) BAR * done / of);
        out.print("\r\u001b[K  … " + pad(stage.word()) + " " + "█".repeat(filled) + "░".repeat(BAR - filled) + " "
                + done + "/" + of + (what.isEmpty() ? "" : "  " + Visible.line(what)));
        out.flush();
        moving = true;
    }

    private void settle() {
        if (moving) {
            out.print("\r\u001b[K");
            moving = false;
        }
    }

    private static String pad(String text) {
        return text + " ".repeat(Math.max(0, 16 - text.length()));
    }
}
