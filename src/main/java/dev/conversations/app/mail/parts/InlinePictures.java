// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.parts;

import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.text.ContentId;
import dev.conversations.app.mail.text.HtmlText;
import dev.conversations.app.mail.text.ReplyText;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pictures that the HTML of a mail shows. Those among the person's own words are attachments; those in the
 * answered mail or in the signature are decoration, and so are small ones: icons, and logos of signatures that no mark
 * sets apart.
 */
final class InlinePictures {
    static final int SMALLEST = 8 * 1024;

    private final Set<String> mentioned;
    private final Set<String> own;

    private InlinePictures(Set<String> mentioned, Set<String> own) {
        this.mentioned = mentioned;
        this.own = own;
    }

    /** @param html the whole HTML of the mail */
    static InlinePictures of(String html) throws Undeliverable {
        return new InlinePictures(ContentId.mentioned(html),
                new LinkedHashSet<>(ReplyText.pictures(HtmlText.marked(html))));
    }

    /** The attachments among the files: first the pictures as they are shown, then the others in their order. */
    List<Part> attachments(List<Part> files) throws MessagingException {
        Map<String, Part> shown = new LinkedHashMap<>();
        own.forEach(id -> shown.put(id, null));
        List<Part> others = new ArrayList<>();
        for (Part file : files) {
            Optional<String> id = ContentId.of(file);
            if (id.isEmpty() || !mentioned.contains(id.get())) {
                others.add(file);
            } else if (own.contains(id.get()) && shown.get(id.get()) == null && !isSmall(file)) {
                shown.put(id.get(), file);
            }
        }
        List<Part> attachments = new ArrayList<>(shown.values());
        attachments.removeIf(file -> file == null);
        attachments.addAll(others);
        return attachments;
    }

    private static boolean isSmall(Part file) throws MessagingException {
        try (InputStream in = PartContent.of(file)) {
            return in.readNBytes(SMALLEST).length < SMALLEST;
        } catch (IOException e) {
            return false;
        }
    }
}
