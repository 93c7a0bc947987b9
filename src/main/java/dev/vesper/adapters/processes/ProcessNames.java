package dev.vesper.adapters.processes;

import dev.vesper.basics.Sha256;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What processes are called in the engine: {@code check-data} of one set of files is {@code check-data.0d1c22aa9b10} there.
 * The engine calls the newest process of an id, so files that change under a running day would be called by it; under names
 * of their own, the sets that days began with live beside each other, and a day calls nothing but its own.
 */
final class ProcessNames {
    private static final Pattern TAG = Pattern.compile("\\.[0-9a-f]{12}(?![0-9a-f])");

    private ProcessNames() {}

    /** @param sha256 of the set of files */
    static String inEngine(String name, String sha256) {
        return name + "." + Sha256.shortened(sha256);
    }

    /** The names as they stand in the files, wherever they are in a text. */
    static String plain(String text) {
        return TAG.matcher(text).replaceAll("");
    }

    /**
     * The file as the engine is given it.
     *
     * @param file is changed by this
     */
    static byte[] renamed(ProcessFile file, String sha256) {
        var model = file.model();
        if (!file.name().equals(ProcessFiles.SCHEDULED)) { // of whose timers there must be one
            for (var process : model.getModelElementsByType(Process.class)) {
                process.setId(inEngine(process.getId(), sha256));
            }
        }
        for (var message : model.getModelElementsByType(Message.class)) {
            message.setName(inEngine(message.getName(), sha256));
        }
        for (var call : model.getModelElementsByType(ZeebeCalledElement.class)) {
            call.setProcessId(inEngine(call.getProcessId(), sha256));
        }
        return Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8);
    }
}
