// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.app.delivery.Keys;
import dev.conversations.app.start.OwnersOnly;
import dev.conversations.app.start.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The refresh token as it is now: that of the settings, until the provider gives another one in its place. That one is kept in
 * a file of its owner alone, since the one before may be worth nothing by then. Another one in the settings ends what is kept.
 */
final class RefreshToken {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshToken.class);
    private static final String FILE = "bridge.mail.oauth-file";

    private final String given;
    private final Path file;
    private String current;

    /** @param given what the settings say; empty for none */
    RefreshToken(String given, Path file) {
        this.given = given;
        this.file = file.toAbsolutePath();
        this.current = given.isEmpty() ? given : kept();
    }

    boolean isGiven() {
        return !given.isEmpty();
    }

    synchronized String current() {
        return current;
    }

    /** Goes back to what the settings say after another was refused; whether there was another. */
    synchronized boolean fallBack() {
        boolean other = !current.equals(given);
        current = given;
        return other;
    }

    synchronized void replace(String next) {
        if (isGiven() && !next.equals(current)) {
            current = next;
            keep();
        }
    }

    private String kept() {
        try {
            List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file, UTF_8) : List.of();
            return lines.size() == 2 && lines.get(0).equals(Keys.hash(given)) ? lines.get(1) : given;
        } catch (IOException e) {
            LOG.warn("{} cannot be read ({}), so the refresh token of the settings is used.", Settings.both(FILE),
                    e.getClass().getSimpleName());
            return given;
        }
    }

    private void keep() {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            OwnersOnly.create(file.getParent());
            Files.deleteIfExists(next);
            Files.createFile(next, OwnersOnly.file(next));
            Files.write(next, List.of(Keys.hash(given), current), UTF_8);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} cannot be written ({}): after a restart the refresh token of the settings is used, which may have ended"
                    + " by then.", Settings.both(FILE), e.getClass().getSimpleName());
        }
    }
}
