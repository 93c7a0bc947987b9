package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.run.DayInstance;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges what the embedded engine tells of its log: a run whose instance has an incident, or waits for a job that nobody
 * works, stands still, and that is said in plain words. What belongs to an instance that does not work its run (any more)
 * is passed over, and a run that is known to be stuck is not named again.
 */
final class EngineNews implements Consumer<Map<String, String>> {
    private static final Logger LOG = LoggerFactory.getLogger(EngineNews.class);

    private final DayInstances days;
    private final DayListener listener;
    private final Predicate<String> served;

    /**
     * Takes what it judges by.
     *
     * @param served whether somebody works jobs of this type
     */
    EngineNews(DayInstances days, DayListener listener, Predicate<String> served) {
        this.days = days;
        this.listener = listener;
        this.served = served;
    }

    @Override
    public void accept(Map<String, String> told) {
        try {
            judge(told);
        } catch (RuntimeException e) {
            LOG.warn("{} was not judged: {}", told, e, e); // the next one is
        }
    }

    private void judge(Map<String, String> told) {
        String kind = told.getOrDefault(Words.TOLD_KIND, "");
        String what = told.getOrDefault(Words.TOLD_WHAT, "");
        if (kind.equals(Words.TOLD_BLIND)) {
            listener.engineTroubled(Problem.unavailable(
                    "Expected to read the process engine's log, but " + what + "; incidents are not seen any more"));
            return;
        }
        if (kind.equals(Words.TOLD_JOB) && served.test(what)) {
            return;
        }
        String words = words(kind, told, what);
        Optional<RunId> run = run(told);
        if (run.isEmpty()) {
            listener.engineTroubled(Problem.unavailable("An instance that names no run stands still: " + words));
            return;
        }
        Optional<DayInstance> instance = days.find(run.get());
        if (instance.isPresent()
                && works(instance.get(), told)
                && !instance.get().stuck()) {
            days.stuck(run.get()); // before it is told: a resume must find it
            listener.standsStill(run.get(), words);
        }
    }

    private static String words(String kind, Map<String, String> told, String what) {
        String where = "task " + told.get(Words.TOLD_ELEMENT) + " of process "
                + ProcessNames.plain(String.valueOf(told.get(Words.TOLD_PROCESS)));
        if (kind.equals(Words.TOLD_JOB)) {
            return "Expected somebody to work jobs of type \"" + what + "\", which " + where
                    + " asks for, but nobody does; maybe the type is misspelt in its file in processes/";
        }
        int colon = what.indexOf(": ");
        String type =
                what.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT).replace('_', ' ');
        return "Expected " + where + " to go on, but the process engine reports an incident ("
                + (type.isEmpty() ? "unknown" : type) + "): "
                + ProcessNames.plain(what.substring(colon + 1).strip());
    }

    /** Empty where the instance names no run, or something that is none. */
    private static Optional<RunId> run(Map<String, String> told) {
        try {
            return Optional.ofNullable(told.get(Words.RUN_ID)).map(RunId::new);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** Whether what is told belongs to the instance that works the run, or to one that is about to claim it. */
    private static boolean works(DayInstance instance, Map<String, String> told) {
        OptionalLong day = number(told.get(Words.DAY_KEY));
        return day.isEmpty() ? instance.key().isEmpty() : instance.workedBy(day.getAsLong());
    }

    private static OptionalLong number(@Nullable String text) {
        try {
            return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notOne) {
            return OptionalLong.empty();
        }
    }
}
