package dev.conversations.camel.media;

/** Names of files that came from outside, made harmless. */
final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {}

    /** The last part of a path, without what could hide or break out: control and bidirectional characters, leading dots. Null stays null. */
    static String safe(String name) {
        if (name == null) {
            return null;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}:*?\"<>|]", "_").replaceFirst("^[. ]+", "").strip();
        if (plain.isEmpty()) {
            return "file";
        }
        return plain.length() <= LONGEST ? plain : plain.substring(plain.length() - LONGEST);
    }
}
