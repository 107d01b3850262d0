// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark;

import dev.conversations.benchmark.measure.Children;
import dev.conversations.benchmark.measure.Lazy;
import dev.conversations.benchmark.measure.Table;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import org.springframework.util.FileSystemUtils;

/**
 * Starting an application, without and with the component, without and with an archive of its classes: with that of Java 25
 * (AOT) or the one before (CDS), which both want class paths of jars.
 */
final class StartUp implements AutoCloseable {

    private static final int ROUNDS = 3;
    private static final boolean AOT = Runtime.version().feature() >= 25;

    private final Path folder;
    private final String jars;

    private StartUp(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        List<String> path = new ArrayList<>();
        for (String entry : Children.needed(StartedApp.class, StartedApp.Kind.COMPONENT.name()).split(File.pathSeparator)) {
            path.add(Files.isDirectory(Path.of(entry)) ? jar(Path.of(entry), folder.resolve(path.size() + ".jar")) : entry);
        }
        jars = String.join(File.pathSeparator, path);
    }

    static Table table() {
        Lazy<StartUp> start = new Lazy<>(() -> new StartUp(Files.createTempDirectory("start-up")));
        Children table = new Children("Starting an application", ROUNDS, "ms", "MB", "classes");
        for (boolean archived : new boolean[] {false, true}) {
            for (StartedApp.Kind kind : StartedApp.Kind.values()) {
                table.way(kind.title() + (archived ? ", with an archive" : ""), () -> start.get().child(kind, archived));
            }
        }
        return table.closing(start);
    }

    /** Starts an application. Its processor time until then in ms, the memory it allocated in MB, the classes it has. */
    List<Double> child(StartedApp.Kind kind, boolean archived) throws IOException, InterruptedException {
        Path archive = folder.resolve(kind.name().toLowerCase(Locale.ROOT) + (AOT ? ".aot" : ".jsa"));
        if (archived && !Files.exists(archive)) {
            run(kind, (AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive);
        }
        return archived ? run(kind, (AOT ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive) : run(kind, "-Xshare:auto");
    }

    private List<Double> run(StartedApp.Kind kind, String option) throws IOException, InterruptedException {
        return Children.run(List.of(option), jars, StartedApp.class, kind.name());
    }

    private static String jar(Path classes, Path jar) {
        ToolProvider.findFirst("jar").orElseThrow().run(
                System.out, System.err, "-c0f", jar.toString(), "-C", classes.toString(), ".");
        return jar.toString();
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
