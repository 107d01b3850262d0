// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.files;

import dev.conversations.app.mail.text.Pieces;
import dev.conversations.model.Participant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages whose text is longer than their channel takes, as several messages in order. */
public final class LongTexts {
    private static final String BODY = "body";
    private static final String KEY = "idempotencyKey";

    /** Whether there may be a channel that does not take it as one message; options of {@code messages/create}. */
    public boolean isLong(Map<String, Object> message) {
        return message.get(BODY) instanceof String text && text.length() > ChannelLimit.SHORTEST_TEXT
                && message.get("conversationSid") instanceof String;
    }

    /** Whose participants tell which channels it goes to, as options of {@code participants/list}. */
    public Map<String, Object> conversation(Map<String, Object> message) {
        return Map.of("conversationSid", message.get("conversationSid"));
    }

    /** The messages, in order; the first bears the key of all, and the others keys made of it. What else it has goes with the last. */
    public List<Map<String, Object>> pieces(Map<String, Object> message, List<Participant> participants) {
        ChannelLimit limit = ChannelLimit.ofAll(participants);
        List<String> texts = Pieces.of((String) message.get(BODY), limit.longest(), ChannelLimit.LARGEST_TEXT);
        List<Map<String, Object>> pieces = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Map<String, Object> piece = new LinkedHashMap<>(message);
            piece.put(BODY, texts.get(i));
            if (i > 0 && message.get(KEY) != null) {
                piece.put(KEY, message.get(KEY) + "/text/" + i);
            }
            if (i < texts.size() - 1) {
                piece.keySet().removeIf(name -> name.equals("mediaSid"));
            }
            pieces.add(piece);
        }
        return pieces;
    }
}
