package dev.vesper.app.fuzz;

import dev.vesper.app.InProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One kind of input: where its files lie in the sandbox, and the command that must read them.
 *
 * @param name for who reads the finding
 * @param folders whose files are spoilt
 * @param named whether a refusal names the file; command lines and settings have none
 * @param reader reads the spoilt file
 */
record InputKind(String name, List<String> folders, boolean named, Reader reader) {
    /** Reads a spoilt file of the sandbox. */
    interface Reader {
        InProcess.Answer read(Sandbox box, String file);
    }

    /** Every kind; a line for each that is added. */
    static final List<InputKind> ALL = List.of(
            checked("accounts", "firm/accounts.csv"),
            checked("lots", "firm/positions.csv"),
            checked("instruments", "firm/instruments.csv"),
            checked("prices of a firm", "firm/prices.csv"),
            checked("settings, people and schedule of a firm", "firm/firm.yaml"),
            checked("flows", "firm/flows.csv"),
            checked("calendars", "firm/calendars.csv"),
            checked("venues", "firm/venues.csv"),
            checked("tapes", "firm/tape"),
            new InputKind(
                    "prices",
                    List.of("prices"),
                    true,
                    (box, file) -> box.run(
                            "portfolio", "weights", "--prices", box.path(file).toString())),
            of("limits and their cases", List.of("rules/limits"), "rules", "test"),
            of("compliance and its cases", List.of("rules/compliance"), "rules", "test"),
            of("approval tables and their cases", List.of("rules/approvals"), "rules", "test"),
            of("required rules", List.of("rules/required.txt"), "rules", "test"),
            of("trusted rules", List.of("var"), "rules", "test"),
            of("products and contracts", List.of("products"), "firm", "check", "firm"),
            of("processes", List.of("processes"), "doctor"),
            of("routes", List.of("routes"), "doctor"),
            of("planner", List.of("planner/rebalance/solver.xml"), "doctor"),
            new InputKind("settings", List.of("settings"), false, (box, file) -> {
                Map<String, String> environment = new HashMap<>();
                new String(box.bytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.indexOf('=') > 0)
                        .forEach(line -> environment.put(
                                line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
                return box.run(environment, "doctor");
            }),
            new InputKind("command line", List.of("words"), false, (box, file) -> {
                List<String> lines = new String(box.bytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .limit(8)
                        .toList();
                InProcess.Answer answer = new InProcess.Answer(0, "", "");
                for (String line : lines) {
                    if (!line.isBlank() && answer.code() < 4 && answer.code() != 1) {
                        answer = box.run(
                                line.replace("nowhere", box.path("nowhere").toString())
                                        .split(" "));
                    }
                }
                return answer;
            }));

    /** Those that a whole day reads, for who has the time: each input is a day of a firm of two accounts. */
    static final List<InputKind> DAYS = List.of(
            day("a day of the firm folder", "firm"),
            day("a day of the limits", "rules/limits"),
            day("a day of the flows", "firm/flows.csv"),
            day("a day of the routes", "routes"),
            day("a day of the firm folder", "firm"),
            day("a day of the processes", "processes"),
            day("a day of the calendars", "firm/calendars.csv"),
            day("a day of the planner", "planner/rebalance/solver.xml"),
            day("a day of the approval tables", "rules/approvals"),
            day("a day of the products", "products"),
            day("a day of the compliance", "rules/compliance"),
            day("a day of the lots", "firm/positions.csv"),
            new InputKind("custodian's statements", List.of("statement"), true, InputKind::reconcile));

    /** Against the book of a day that was rehearsed once, before anything was spoilt. */
    private static InProcess.Answer reconcile(Sandbox box, String file) {
        Map<String, String> booked = Map.of("VESPER_VAR", box.path("booked").toString());
        String firm = box.path("firm").toString();
        if (!Files.exists(box.path("booked"))) {
            InProcess.Answer day = box.run(booked, "eod", "--rehearse", "--firm", firm);
            if (day.code() != 0) {
                throw new IllegalStateException("Expected a day to compare with, but " + day);
            }
        }
        return box.run(
                booked,
                "books",
                "reconcile",
                "--firm",
                firm,
                "--file",
                box.path("statement/custody.csv").toString(),
                "--accounts",
                box.path("statement/cash.csv").toString(),
                "--as-of",
                "2025-12-31");
    }

    private static InputKind day(String name, String folder) {
        return new InputKind(name, List.of(folder), true, (box, file) -> {
            Sandbox.delete(box.path("day"));
            return box.run(
                    Map.of("VESPER_VAR", box.path("day").toString()),
                    "eod",
                    "--rehearse",
                    "--firm",
                    box.path("firm").toString());
        });
    }

    private static InputKind checked(String name, String file) {
        return of(name, List.of(file), "firm", "check", "firm");
    }

    private static InputKind of(String name, List<String> folders, String... words) {
        return new InputKind(name, folders, true, (box, file) -> {
            String[] here = words.clone();
            if (here[here.length - 1].equals("firm")) {
                here[here.length - 1] = box.path("firm").toString();
            }
            return box.run(here);
        });
    }

    /** What a refusal must hold to have named a file: where two disagree, "a symbol of the instruments" names both. */
    static String nameOf(String file) {
        String name = String.valueOf(Path.of(file).getFileName());
        return name.replaceFirst("[.](csv|bpmn)$", "");
    }
}
