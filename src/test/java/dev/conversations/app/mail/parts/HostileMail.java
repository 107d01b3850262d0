// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.parts;

/** Mails made to break what reads them. */
public enum HostileMail {
    NESTED("The parts of the mail are nested deeper than 10 levels.") {
        @Override
        public String source() {
            return nested(60);
        }
    },
    MANY("The mail has more than 100 parts.") {
        @Override
        public String source() {
            return "Content-Type: multipart/mixed; boundary=x\n\n"
                    + "--x\nContent-Type: text/plain\n\nHello\n".repeat(3000) + "--x--\n";
        }
    },
    LONG_HEADERS("The headers of the mail are longer than 262144 characters.") {
        @Override
        public String source() {
            return "X-Long: yes yes yes yes yes yes yes yes yes yes\n".repeat(10_000) + "\nHello\n";
        }
    },
    MANY_TAGS("The HTML of the mail has more than 100000 tags.") {
        @Override
        public String source() {
            return "Content-Type: text/html\n\n" + "<b><p>\n".repeat(60_000);
        }
    },
    LONG_TEXT("The text of the mail is longer than 1048576 bytes.") {
        @Override
        public String source() {
            return "Content-Type: text/plain\n\n" + "Hello, hello, hello, hello\n".repeat(40_000);
        }
    };

    private final String reason;

    HostileMail(String reason) {
        this.reason = reason;
    }

    /** Headers of its own, then the body. */
    public abstract String source();

    /** What the dead letter says. */
    public String reason() {
        return reason;
    }

    static String nested(int levels) {
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < levels; i++) {
            source.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b").append(i)
                    .append('\n');
        }
        source.append("Content-Type: text/plain\n\nHello\n");
        for (int i = levels - 1; i >= 0; i--) {
            source.append("--b").append(i).append("--\n");
        }
        return source.toString();
    }
}
