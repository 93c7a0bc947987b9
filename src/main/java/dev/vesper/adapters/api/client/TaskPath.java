package dev.vesper.adapters.api.client;

import dev.vesper.desk.approval.TaskId;

/**
 * The two parts of a task's id.
 *
 * @param subject what is asked about
 * @param task what is asked
 */
record TaskPath(String subject, String task) {
    /** @throws dev.vesper.basics.Problem of kind INPUT where the id has not two parts */
    static TaskPath of(String id) {
        int slash = id.indexOf('/');
        if (slash <= 0 || slash == id.length() - 1) {
            throw TaskId.unknown(id);
        }
        return new TaskPath(id.substring(0, slash), id.substring(slash + 1));
    }
}
