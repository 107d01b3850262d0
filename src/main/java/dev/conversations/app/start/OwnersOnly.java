// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.start;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Directories and files that are their owner's alone, where the file system knows owners; elsewhere as they are. */
public final class OwnersOnly {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNERS_FILE = PosixFilePermissions.fromString("rw-------");

    private OwnersOnly() {}

    /** Makes a directory so, and what has to be above it; one that exists stays as it is. */
    public static void create(Path directory) throws IOException {
        Files.createDirectories(directory, knowsOwners(directory) ? attribute(OWNER) : nothing());
    }

    /** What a file is made with so that it is so from its first byte on. */
    public static FileAttribute<?>[] file(Path place) {
        return knowsOwners(place) ? attribute(OWNERS_FILE) : nothing();
    }

    /** Makes a file so, and what has to be above it; one that is there is taken away from everybody else. */
    public static void make(Path file) throws IOException {
        create(file.toAbsolutePath().getParent());
        try {
            Files.createFile(file, file(file));
        } catch (FileAlreadyExistsException e) {
            take(file);
        }
    }

    /** Whether nobody else may do anything with it. */
    public static boolean is(Path path) throws IOException {
        return !knowsOwners(path) || OWNER.containsAll(Files.getPosixFilePermissions(path));
    }

    /** Takes a directory, and all that is in it, away from everybody else. */
    public static void take(Path directory) throws IOException {
        if (!knowsOwners(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                return visitFile(path, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isSymbolicLink() && !is(path)) {
                    Set<PosixFilePermission> kept = EnumSet.copyOf(OWNER);
                    kept.retainAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
                    Files.setPosixFilePermissions(path, kept);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean knowsOwners(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attribute(Set<PosixFilePermission> permissions) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    private static FileAttribute<?>[] nothing() {
        return new FileAttribute<?>[0];
    }
}
