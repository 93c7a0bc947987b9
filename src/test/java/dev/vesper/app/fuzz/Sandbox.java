package dev.vesper.app.fuzz;

import dev.vesper.app.InProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A project folder and a firm of its own, in which one file at a time is spoilt and put right again. */
final class Sandbox {
    private static final List<String> EDITED =
            List.of("processes", "rules", "routes", "planner", "products", "migrations");

    /** How a command is run: in this program, or as its users do. */
    interface Runner {
        InProcess.Answer run(Map<String, String> environment, String... words);
    }

    final Path root;
    private final Runner runner;

    private Sandbox(Path root, Runner runner) {
        this.root = root;
        this.runner = runner;
    }

    /** Copies what people edit, a small firm with a tape and venues, and the command lines and settings that are tried. */
    static Sandbox in(Path folder, Runner runner) {
        Path project = Path.of("").toAbsolutePath();
        for (String edited : EDITED) {
            copy(project.resolve(edited), folder.resolve(edited));
        }
        copy(project.resolve("src/test/resources/golden/tiny/firm"), folder.resolve("firm"));
        Sandbox box = new Sandbox(folder, runner);
        box.write(
                "firm/venues.csv",
                "name,kind,sender_comp_id,target_comp_id,fee_bps,port\nLIT,lit,VESPER,LIT,0.3,\n"
                        + "MID,midpoint,VESPER,MID,0.1,\n");
        box.write(
                "firm/flows.csv",
                "id,kind,date,account,amount,currency,symbol,pay,withheld,ratio,units,cost,acquired,to,lot,memo\n"
                        + "D-17,deposit,2025-12-30,ACC01,25000,USD,,,,,,,,,,\n"
                        + "F-03,fee,2025-12-30,ACC01,25.00,USD,,,,,,,,,,custody\n"
                        + "V-09,dividend,2025-12-29,,0.63,USD,ALDT,2025-12-31,0.15,,,,,,,\n"
                        + "T-01,transfer,2025-12-30,ACC01,,,COBF,,,,300,,,ACC02,,\n"
                        + "I-04,transfer-in,2025-12-30,ACC02,,USD,BEAH,,,,12,804.00,2024-01-31,,,\n"
                        + "S-02,split,2025-12-31,,,,ALDT,,,2:1,,,,,,\n");
        box.write("statement/custody.csv", box.bytes("firm/positions.csv"));
        box.write("statement/cash.csv", box.bytes("firm/accounts.csv"));
        box.write(
                "firm/calendars.csv",
                "calendar,date,open,close,announced,reason\nXNYS,2026-01-02,,,2025-12-30,a storm\n"
                        + "XNYS,2026-01-05,11:00,,2025-12-31,a late start\n");
        box.write(
                "firm/firm.yaml",
                new String(box.bytes("firm/firm.yaml"), StandardCharsets.UTF_8)
                        + "calendar: XNYS\ntimezone: America/New_York\nbooks: vesper\n"
                        + "people:\n  makers: [alice, carol]\n  checkers: [bob, dave]\n");
        box.write(
                "firm/tape/COBF.csv",
                "millis,price,quantity\n34200000,48.01,500\n36000000,48.02,700\n" + "57599999,47.99,300\n");
        box.write(
                "prices/wide.csv",
                "date,AAA,BBB,CCC\n"
                        + Stream.iterate(1, i -> i + 1)
                                .limit(28)
                                .map(i -> String.format(
                                        java.util.Locale.ROOT,
                                        "2024-02-%02d,%d.5,%d.25,%d",
                                        i,
                                        100 + i % 7,
                                        50 + i % 5,
                                        20 + i % 3))
                                .collect(java.util.stream.Collectors.joining("\n"))
                        + "\n");
        box.write(
                "settings/environment",
                "VESPER_HTTP_PORT=8642\nVESPER_TIME_ZONE=America/New_York\n"
                        + "VESPER_ZEEBE_ADDRESS=https://zeebe.example:26500\nVESPER_ZEEBE_TOKEN_URL=https://login.example/token\n"
                        + "VESPER_ZEEBE_CLIENT_ID=vesper\nVESPER_ZEEBE_CLIENT_SECRET=secret\nVESPER_ZEEBE_AUDIENCE=zeebe\n"
                        + "VESPER_DB_URL=jdbc:postgresql://db.example:5432/vesper\nVESPER_DB_USER=vesper\n"
                        + "VESPER_DB_PASSWORD=secret\nVESPER_S3_ENDPOINT=https://s3.example:9000\nVESPER_S3_REGION=eu-central-1\n"
                        + "VESPER_S3_ACCESS_KEY=key\nVESPER_S3_SECRET_KEY=secret\nVESPER_S3_BUCKET=vesper\n");
        box.write(
                "words/commands",
                "eod --firm nowhere --date 2025-12-31 --seed 42 --days 2\n"
                        + "portfolio weights --prices nowhere.csv --method minimum-variance --set shrinkage=0.5 --lookback 100\n"
                        + "firm sample nowhere/inside --instruments 6 --years 1 --accounts 1 --seed 42\n"
                        + "firm new firm --prices prices/wide.csv --accounts 2 --cash 1000000\n"
                        + "audit verify --anchor nowhere\nrules list --format csv --out nowhere/inside/out.csv\n");
        box.write(
                "var/trusted-rules.txt",
                "# nobody yet\n"
                        + "0000000000000000000000000000000000000000000000000000000000000000  none.drl by erin at 2025-12-31T10:00:00Z\n");
        return box;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** Every file below some folders of the sandbox, by name. */
    List<String> files(List<String> folders) {
        return folders.stream()
                .flatMap(folder -> {
                    try (Stream<Path> files = Files.walk(path(folder))) {
                        return files
                                .filter(Files::isRegularFile)
                                .map(f -> root.relativize(f).toString())
                                .sorted()
                                .toList()
                                .stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String name, byte[] bytes) {
        try {
            Path file = path(name);
            delete(file);
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command here. */
    InProcess.Answer run(String... words) {
        return run(Map.of(), words);
    }

    /** Runs a command here, with further settings. */
    InProcess.Answer run(Map<String, String> settings, String... words) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("VESPER_ROOT", root.toString());
        environment.putIfAbsent("VESPER_VAR", path("var").toString());
        return runner.run(environment, words);
    }

    /** Removes a file, a link or a folder with all it holds. */
    static void delete(Path path) {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
