// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.arrival;

import static org.awaitility.Awaitility.await;

import dev.conversations.app.RunningBridge;
import dev.conversations.app.start.Port;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Dovecot of this machine on a free port, where everybody has a mailbox. */
public final class Dovecot implements AutoCloseable {
    /** What to do where there is none. */
    static final String MISSING = "This needs Dovecot: apt-get install dovecot-imapd";

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final String SETTINGS = """
            base_dir = %1$s/run
            log_path = %1$s/log
            protocols = imap
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            mail_location = maildir:%1$s/mails/%%u
            first_valid_uid = 1
            %2$s
            userdb {
              driver = static
              args = uid=%3$s gid=%4$s home=%1$s/mails
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = %5$d
              }
              inet_listener imaps {
                port = 0
              }
            }
            service anvil {
              chroot =
            }
            service stats {
              chroot =
            }
            """;
    private static final String PASSWORDS = """
            passdb {
              driver = static
              args = password=%s
            }
            """;
    private static final String TOKENS = """
            auth_mechanisms = xoauth2 oauthbearer
            auth_failure_delay = 0
            passdb {
              driver = oauth2
              mechanisms = xoauth2 oauthbearer
              args = %s
            }
            """;
    private static final String INTROSPECTION = """
            introspection_mode = auth
            introspection_url = %s
            username_attribute = username
            active_attribute = active
            active_value = true
            """;
    private static final String AS_ITSELF = """
            default_internal_user = %1$s
            default_internal_group = %2$s
            default_login_user = %1$s
            """;

    private final Path directory;
    private final int port;
    private final Process process;

    private Dovecot(Path directory, int port, Process process) {
        this.directory = directory;
        this.port = port;
        this.process = process;
    }

    /** Whether tests are to use one: where it is, and if {@code DOVECOT_REQUIRED} is true where it ought to be. */
    public static boolean isWanted() {
        return Files.isExecutable(PROGRAM) || Boolean.parseBoolean(System.getenv("DOVECOT_REQUIRED"));
    }

    /** @param password everybody's */
    public static Dovecot start(String password) throws Exception {
        return start(directory -> PASSWORDS.formatted(password));
    }

    /** @param introspection where it asks about tokens, without which nobody gets in */
    static Dovecot demandingTokens(URI introspection) throws Exception {
        return start(directory -> TOKENS.formatted(Files.writeString(directory.resolve("oauth2.conf.ext"),
                INTROSPECTION.formatted(introspection))));
    }

    private interface Logins {
        String in(Path directory) throws IOException;
    }

    private static Dovecot start(Logins logins) throws Exception {
        if (!Files.isExecutable(PROGRAM)) {
            throw new AssertionError(MISSING);
        }
        Path directory = Files.createTempDirectory("dovecot-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.setPosixFilePermissions(Files.createDirectory(directory.resolve("mails")),
                PosixFilePermissions.fromString("rwxrwxrwx"));
        String me = System.getProperty("user.name");
        boolean root = me.equals("root");
        String group = root ? "nogroup" : said("id", "-gn");
        int port = Port.claim(RunningBridge.settings(Map.of()), "bridge.imap.port", "Dovecot").number();
        Path settings = Files.writeString(directory.resolve("dovecot.conf"),
                SETTINGS.formatted(directory, logins.in(directory), root ? "nobody" : me, group, port)
                        + (root ? "" : AS_ITSELF.formatted(me, group)));
        Dovecot dovecot = new Dovecot(directory, port,
                new ProcessBuilder(PROGRAM.toString(), "-F", "-c", settings.toString()).redirectErrorStream(true)
                        .redirectOutput(directory.resolve("out").toFile()).start());
        await("Dovecot").until(dovecot::isReady);
        return dovecot;
    }

    /** Where it speaks IMAP. */
    public int port() {
        return port;
    }

    /** Makes all that lies in a mailbox unreadable, as a broken disk does. */
    void spoil(String user) throws IOException {
        try (Stream<Path> mails = Files.walk(directory.resolve("mails").resolve(user))) {
            for (Path mail : mails.filter(file -> file.getParent().endsWith("cur") || file.getParent().endsWith("new"))
                    .toList()) {
                Files.setPosixFilePermissions(mail, PosixFilePermissions.fromString("---------"));
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        }
    }

    private boolean isReady() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("Dovecot does not start: " + Files.readString(directory.resolve("out")));
        }
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.getInputStream().read() == '*';
        } catch (IOException e) {
            return false;
        }
    }

    private static String said(String... command) throws IOException {
        return new String(new ProcessBuilder(command).start().getInputStream().readAllBytes()).strip();
    }
}
