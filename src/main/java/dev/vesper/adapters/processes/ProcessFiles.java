package dev.vesper.adapters.processes;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelException;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.TimeCycle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.model.xml.ModelParseException;

/** Reads the folder of BPMN files. */
final class ProcessFiles {
    /** The process with the timer: deployed on request only. */
    static final String SCHEDULED = "scheduled-day.bpmn";

    private ProcessFiles() {}

    /** Bytes by file name, without the scheduled one; each a model that parses. */
    static SortedMap<String, byte[]> read(Path folder) {
        var files = new TreeMap<String, byte[]>();
        try (var list = Files.list(folder)) {
            for (var file : list.filter(f -> f.toString().endsWith(".bpmn")).toList()) {
                var name = file.getFileName().toString();
                if (!name.equals(SCHEDULED)) {
                    var bytes = Files.readAllBytes(file);
                    parse(name, bytes);
                    files.put(name, bytes);
                }
            }
        } catch (IOException e) {
            throw Problem.input(Place.of(folder.toString()), "Expected a folder of BPMN files, but " + e);
        }
        if (files.isEmpty()) {
            throw Problem.input(Place.of(folder.toString()), "Expected BPMN files, but there are none");
        }
        return files;
    }

    /** The scheduled day with its timer set to the firm's hour. */
    static byte[] scheduled(Path folder, String cron) {
        var file = folder.resolve(SCHEDULED);
        try {
            var model = parse(SCHEDULED, Files.readAllBytes(file));
            var timers = model.getModelElementsByType(TimeCycle.class);
            if (timers.size() != 1) {
                throw Problem.input(
                        Place.of(file.toString()), "Expected one timer cycle, but there are " + timers.size());
            }
            timers.forEach(timer -> timer.setTextContent(cron));
            return Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Problem.input(Place.of(file.toString()), "Expected a BPMN file, but " + e);
        }
    }

    private static BpmnModelInstance parse(String name, byte[] bytes) {
        try {
            return Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
        } catch (ModelParseException | BpmnModelException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw Problem.input(Place.of("processes/" + name), "Expected BPMN 2.0, but " + cause.getMessage());
        }
    }
}
