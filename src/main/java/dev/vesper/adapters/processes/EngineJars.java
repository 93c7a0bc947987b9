package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the engine: the distribution's jars as released, and our glue, which lies beside our own classes. */
final class EngineJars {
    /** System property: the folder the distribution was unpacked into. */
    static final String HOME = "vesper.engine";

    private static final int FEWEST_JARS = 50;

    /** Where most classes of a start lie. A class is looked for in one jar after the other, and there are 277. */
    private static final List<String> FIRST = List.of(
            "zeebe-bpmn-model",
            "zeebe-workflow-engine",
            "log4j-core",
            "scala-library",
            "jackson-databind",
            "guava",
            "protobuf-java",
            "grpc-",
            "zeebe-",
            "kryo",
            "log4j-api",
            "camunda-xml-model",
            "jackson-core",
            "netty-common",
            "feel-engine",
            "agrona",
            "cron-utils");

    private static final Comparator<Path> BY_USE =
            Comparator.comparingInt(EngineJars::place).thenComparing(Comparator.naturalOrder());

    private EngineJars() {}

    /** The glue first, so that its logging settings win, then the distribution's jars: those first in which a start finds most. */
    static List<URL> find() {
        var ours = ourCode();
        var glue = Files.isDirectory(ours)
                ? ours.resolveSibling("engine-classes")
                : ours.resolveSibling(ours.getFileName().toString().replaceFirst("[.]jar$", "-engine.jar"));
        var set = System.getProperty(HOME);
        var home = set != null
                ? Path.of(set)
                : ours.resolveSibling("..").resolve(".engine").normalize();
        if (!Files.exists(glue)) {
            throw Problem.unavailable("Expected the engine's glue at " + glue
                    + ", but it is not there; maybe the build did not finish: run ./vesper doctor");
        }
        var urls = new ArrayList<URL>();
        urls.add(url(glue));
        try (var files = Files.walk(home)) {
            files.filter(f -> f.toString().endsWith(".jar")).sorted(BY_USE).forEach(f -> urls.add(url(f)));
        } catch (IOException e) {
            throw Problem.unavailable("Expected the Zeebe distribution under " + home + ", but " + e
                    + "; maybe the build did not finish: run ./vesper doctor");
        }
        if (urls.size() < FEWEST_JARS) {
            throw Problem.unavailable(
                    "Expected the Zeebe distribution under " + home + ", but found only " + (urls.size() - 1)
                            + " jars; maybe the unpacking was cut short: delete the folder and build again");
        }
        return urls;
    }

    private static int place(Path jar) {
        var name = jar.getFileName().toString();
        for (int i = 0; i < FIRST.size(); i++) {
            if (name.startsWith(FIRST.get(i))) {
                return i;
            }
        }
        return FIRST.size();
    }

    private static Path ourCode() {
        try {
            return Path.of(EngineJars.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
