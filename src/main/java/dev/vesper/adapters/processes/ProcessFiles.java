package dev.vesper.adapters.processes;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.approvals.DrawnStep;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import io.camunda.zeebe.model.bpmn.instance.TimeCycle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The folder of BPMN files, read once and guarded: what runs is what was looked at. */
final class ProcessFiles {
    static final String ENDING = ".bpmn";

    /** How rules change: no part of a day, and deployed on request only. */
    static final String CHANGE = Words.CHANGE_PROCESS + ENDING;

    private static final String PATH = "processes/";

    /** The process with the timer: deployed on request only. */
    static final String SCHEDULED = "scheduled-day" + ENDING;

    private final SortedMap<String, ProcessFile> files;

    private final List<DrawnStep> approvals;

    private final FileSet day;

    private ProcessFiles(SortedMap<String, ProcessFile> files, List<DrawnStep> approvals) {
        this.files = files;
        this.approvals = List.copyOf(approvals);
        SortedMap<String, byte[]> worked = new TreeMap<>();
        files.values().stream()
                .filter(f -> !f.name().equals(SCHEDULED) && !f.name().equals(CHANGE))
                .forEach(f -> worked.put(f.name(), f.bytes()));
        this.day = new FileSet(worked);
    }

    /** @throws Problem INPUT where a file is no BPMN, or asks for what nobody serves */
    static ProcessFiles read(Path folder, KnownWork known) {
        var files = new TreeMap<String, ProcessFile>();
        if (!Files.isDirectory(folder)) { // listing a pipe would wait for ever
            throw Problem.input(Place.of(folder.toString()), "Expected a folder of BPMN files, but it is none");
        }
        try (var list = Files.list(folder)) {
            for (var file : list.filter(f -> f.toString().endsWith(ENDING)).toList()) {
                var name = String.valueOf(file.getFileName());
                files.put(name, ProcessFile.parse(name, TextFile.bytes(file, PATH + name)));
            }
        } catch (IOException e) {
            throw Problem.input(Place.of(folder.toString()), "Expected a folder of BPMN files, but " + e);
        }
        if (files.isEmpty()) {
            throw Problem.input(Place.of(folder.toString()), "Expected BPMN files, but there are none");
        }
        return new ProcessFiles(files, ProcessGuard.check(files.values(), known));
    }

    /**
     * The files that a run began with, as they were kept.
     *
     * @throws Problem INPUT where they ask for what this program does not serve any more
     */
    static ProcessFiles kept(FileSet kept, KnownWork known) {
        var files = new TreeMap<String, ProcessFile>();
        kept.files().forEach((name, bytes) -> files.put(name, ProcessFile.parse(name, bytes)));
        return new ProcessFiles(files, ProcessGuard.check(files.values(), known));
    }

    /** The steps in which people approve, in the order of their numbers. */
    List<DrawnStep> approvals() {
        return approvals;
    }

    /** The files by which a run goes: all but the scheduled one and that of the rules. */
    FileSet day() {
        return day;
    }

    /** The first 12 digits of the SHA-256 of each file, the scheduled one too, by its name. */
    SortedMap<String, String> versions() {
        SortedMap<String, byte[]> all = new TreeMap<>();
        files.forEach((name, file) -> all.put(name, file.bytes()));
        return new FileSet(all).versions();
    }

    /**
     * How rules change.
     *
     * @throws Problem INPUT where it is not there
     */
    ProcessFile change() {
        var file = files.get(CHANGE);
        if (file == null) {
            throw Problem.input(
                    Place.of(PATH + CHANGE), "Expected a BPMN file by which rules change, but it is not there");
        }
        return file;
    }

    /** The scheduled day with its timer set to the firm's hour. */
    ProcessFile scheduled(String cron) {
        var place = Place.of("processes/" + SCHEDULED);
        var file = files.get(SCHEDULED);
        if (file == null) {
            throw Problem.input(place, "Expected a BPMN file, but it is not there");
        }
        var set = ProcessFile.parse(SCHEDULED, file.bytes());
        var timers = set.model().getModelElementsByType(TimeCycle.class);
        if (timers.size() != 1) {
            throw Problem.input(place, "Expected one timer cycle, but there are " + timers.size());
        }
        timers.forEach(timer -> timer.setTextContent(cron));
        return set;
    }
}
