// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

    /** A process that takes a file and waits to be killed. */
    static final class Taker {

        public static void main(String[] arguments) throws Exception {
            try (CamelContext context = new DefaultCamelContext()) {
                context.start();
                Path file = PrivateFiles.temporary(new DefaultExchange(context));
                Files.writeString(file, "a picture of somebody");
                System.out.println(file);
                System.in.read();
            }
        }
    }

    @TempDir
    private Path temporary;

    @Test
    void filesAreTheOwnersAloneAndGoneWithTheExchange() throws Exception {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        try (CamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:file").process(exchange -> exchange.getMessage().setBody(written(exchange)));
                }
            });
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            String[] seen = template.requestBody("direct:file", null, String.class).split(" ");

            assertThat(seen).startsWith("rwx------", "rw-------");
            assertThat(Path.of(seen[2])).doesNotExist();
            assertThat(Path.of(seen[2]).getParent()).exists();
            context.stop();
            assertThat(Path.of(seen[2]).getParent()).doesNotExist();
        }
    }

    @Test
    void whatAKilledProcessLeftIsRemovedByTheNextAndTheLivingKeepTheirs() throws Exception {
        Process killed = taker();
        Path left = file(killed);
        Process living = taker();
        Path kept = file(living);
        Path foreign = Files.createDirectory(temporary.resolve(PrivateFiles.PREFIX + "without-lock"));
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve("lock"));
        Files.createSymbolicLink(temporary.resolve(PrivateFiles.PREFIX + "link"), elsewhere);
        try {
            assertThat(left).hasContent("a picture of somebody");
            killed.destroyForcibly().waitFor();
            assertThat(left).exists();
            Process next = taker();
            assertThat(file(next)).exists();
            end(next);

            assertThat(left.getParent()).doesNotExist();
            assertThat(kept).hasContent("a picture of somebody");
            assertThat(foreign).exists();
            assertThat(elsewhere.resolve("lock")).exists();
        } finally {
            end(living);
        }
        assertThat(kept.getParent()).doesNotExist();
    }

    private static String written(Exchange exchange) throws IOException {
        Path file = PrivateFiles.temporary(exchange);
        try (var out = Files.newOutputStream(file)) {
            out.write(1);
        }
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())) + " "
                + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + " " + file;
    }

    private Process taker() throws IOException {
        return new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"), Taker.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static Path file(Process taker) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(taker.getInputStream()));
        return Path.of(lines.lines().filter(line -> line.contains(PrivateFiles.PREFIX)).findFirst().orElseThrow());
    }

    private static void end(Process taker) throws Exception {
        taker.getOutputStream().close();
        taker.waitFor();
    }
}
