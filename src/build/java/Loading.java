import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Says beside a first build how much Maven has loaded, which {@code -q} keeps to itself: {@code java Loading.java <local repository> <what
 * is there when nothing has to be loaded>}. It ends with Maven, which started it, or when nothing was loaded for two minutes.
 */
final class Loading {

    private static final int MEGABYTE = 1_000_000;
    private static final int PAUSE = 5_000;
    private static final int PAUSES = 24;

    private Loading() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path repository = Path.of(arguments[0]);
        if (Files.notExists(repository.resolve(arguments[1]))) {
            System.out.println("Maven loads what this project needs, the first time only: about 280 MB.");
            tell(repository, ProcessHandle.current().parent().orElseThrow());
        }
    }

    private static void tell(Path repository, ProcessHandle maven) throws IOException, InterruptedException {
        long told = 0;
        for (int pauses = 0; pauses < PAUSES && maven.isAlive(); pauses++) {
            long now = megabytes(repository);
            if (now > told) {
                System.out.println("  " + now + " MB in " + repository);
                told = now;
                pauses = 0;
            }
            Thread.sleep(PAUSE);
        }
    }

    private static long megabytes(Path repository) throws IOException {
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
