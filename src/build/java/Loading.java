import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Says beside a first build how much Maven has loaded, which {@code -q} keeps to itself: {@code java Loading.java <local repository> <what
 * is there when nothing has to be loaded>}. Where something has to be, it leaves a process that goes on telling, and ends with Maven or
 * when nothing was loaded for two minutes.
 */
final class Loading {

    private static final int MEGABYTE = 1_000_000;
    private static final int PAUSE = 5_000;
    private static final int PAUSES = 24;

    private final Path repository;
    private final ProcessHandle maven;

    private Loading(Path repository, ProcessHandle maven) {
        this.repository = repository;
        this.maven = maven;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path repository = Path.of(arguments[0]);
        if (arguments[1].matches("\\d+")) {
            new Loading(repository, ProcessHandle.of(Long.parseLong(arguments[1])).orElseThrow()).tell();
        } else if (Files.notExists(repository.resolve(arguments[1]))) {
            System.out.println("Maven loads what this project needs the first time, about 280 MB. Some minutes, and it starts.");
            new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "src/build/java/Loading.java",
                    arguments[0], String.valueOf(ProcessHandle.current().parent().orElseThrow().pid())).inheritIO().start();
        }
    }

    private void tell() throws IOException, InterruptedException {
        long before = megabytes();
        long told = before;
        for (int pauses = 0; pauses < PAUSES && maven.isAlive(); pauses++) {
            Thread.sleep(PAUSE);
            long now = megabytes();
            if (now > told) {
                System.out.println("  " + (now - before) + " MB");
                told = now;
                pauses = 0;
            }
        }
    }

    private long megabytes() throws IOException {
        AtomicLong bytes = new AtomicLong();
        Files.walkFileTree(repository, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes.addAndGet(attributes.size());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes.get() / MEGABYTE;
    }
}
