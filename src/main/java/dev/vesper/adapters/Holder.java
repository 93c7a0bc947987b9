package dev.vesper.adapters;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A process that holds a {@link LockFile}, for example {@code process 4711 (./vesper up, since 2018-04-11T12:00:00Z)}.
 *
 * @param pid its number in the operating system
 * @param command what it was started as, without the JVM's flags
 * @param since when it was started, by the operating system
 */
record Holder(long pid, String command, Optional<Instant> since) {
    private static final int LONGEST_COMMAND = 200;

    /** More than any holder is long, in UTF-8. */
    static final int LONGEST_BYTES = 1024;

    static Holder thisProcess() {
        ProcessHandle self = ProcessHandle.current();
        return new Holder(
                self.pid(),
                command(System.getProperty("sun.java.command", "java")),
                self.info().startInstant().map(at -> at.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** What the JVM was told to run, as a person types it: a folder before the jar says nothing. */
    static String command(String told) {
        int jar = told.indexOf("vesper.jar");
        String typed = jar < 0 ? told : "./vesper" + told.substring(jar + "vesper.jar".length());
        String clean = typed.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() > LONGEST_COMMAND ? clean.substring(0, LONGEST_COMMAND) + " ..." : clean;
    }

    /** What a lock file says, where it is what a holder writes; anything else is not repeated to people. */
    static String recognised(String text) {
        String line = text.strip();
        boolean ours = line.startsWith("process ")
                && line.endsWith(")")
                && line.chars().noneMatch(Character::isISOControl)
                && line.indexOf('\uFFFD') < 0;
        return ours ? line : "another process";
    }

    @Override
    public String toString() {
        return "process " + pid + " (" + command
                + since.map(at -> ", since " + at).orElse("") + ")";
    }
}
