package dev.vesper.adapters.processes;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.approvals.DrawnStep;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.TimeCycle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The folder of BPMN files, read once and guarded: what runs is what was looked at. */
final class ProcessFiles {
    static final String ENDING = ".bpmn";

    private static final String PATH = "processes/";

    /** The process with the timer: deployed on request only. */
    static final String SCHEDULED = "scheduled-day" + ENDING;

    private final SortedMap<String, ProcessFile> files;

    private final List<DrawnStep> approvals;

    private ProcessFiles(SortedMap<String, ProcessFile> files, List<DrawnStep> approvals) {
        this.files = files;
        this.approvals = List.copyOf(approvals);
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

    /** The steps in which people approve, in the order of their numbers. */
    List<DrawnStep> approvals() {
        return approvals;
    }

    /** Bytes by file name, without the scheduled one. */
    SortedMap<String, byte[]> ofTheDay() {
        return files.values().stream()
                .filter(file -> !file.name().equals(SCHEDULED))
                .collect(Collectors.toMap(ProcessFile::name, ProcessFile::bytes, (a, _) -> a, TreeMap::new));
    }

    /** SHA-256 over the names and bytes of the day's files, in 64 hexadecimal digits: another where any is another. */
    String sha256() {
        return Sha256.of(ofTheDay().entrySet().stream()
                .map(file -> file.getKey() + " " + Sha256.of(file.getValue()) + "\n")
                .collect(Collectors.joining()));
    }

    /** The scheduled day with its timer set to the firm's hour. */
    byte[] scheduled(String cron) {
        var place = Place.of("processes/" + SCHEDULED);
        var file = files.get(SCHEDULED);
        if (file == null) {
            throw Problem.input(place, "Expected a BPMN file, but it is not there");
        }
        var model = ProcessFile.parse(SCHEDULED, file.bytes()).model();
        var timers = model.getModelElementsByType(TimeCycle.class);
        if (timers.size() != 1) {
            throw Problem.input(place, "Expected one timer cycle, but there are " + timers.size());
        }
        timers.forEach(timer -> timer.setTextContent(cron));
        return Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8);
    }
}
