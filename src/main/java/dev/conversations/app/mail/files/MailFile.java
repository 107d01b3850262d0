// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.FileDataSource;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.io.File;
import org.apache.camel.attachment.Attachment;
import org.apache.camel.attachment.DefaultAttachment;

/** A file of a message, as an attachment or as words in place of one. Names and types from outside are made harmless. */
final class MailFile {
    private static final String ANY = "application/octet-stream";

    private MailFile() {}

    /** The file as an attachment, read when it is written somewhere. */
    static Attachment attachment(File content, String name, String type) {
        String typed = typed(type);
        DefaultAttachment attachment = new DefaultAttachment(new FileDataSource(content) {
            @Override
            public String getContentType() {
                return typed;
            }
        });
        ParameterList parameters = new ParameterList();
        parameters.set("filename", named(name), UTF_8.name());
        attachment.setHeader("Content-Disposition",
                new ContentDisposition(Part.ATTACHMENT, parameters).toString());
        return attachment;
    }

    /** What the mail says in place of the file. */
    static String missing(String name, String type, String whyNot) {
        return "[not attached: " + named(name) + ", " + typed(type) + ": " + whyNot + "]";
    }

    static String named(String name) {
        String plain = name == null ? "" : name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\]", "_").strip();
        return plain.isEmpty() ? "file" : plain;
    }

    private static String typed(String type) {
        try {
            return type == null ? ANY : new ContentType(type).getBaseType();
        } catch (ParseException e) {
            return ANY;
        }
    }
}
