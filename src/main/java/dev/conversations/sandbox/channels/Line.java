// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.channels;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A line on the screen of a phone: a message that it received or sent.
 *
 * @param at when it came or went
 * @param mine whether the phone sent it
 * @param others the addresses it went to, or the one it came from
 * @param body the text; null when there was none
 * @param conversationSid the conversation it belongs to; null when a pre-action webhook refused it
 * @param messageSid the message that it is; null as well then
 * @param media what came along, each with sid, content_type, filename and size
 */
public record Line(
        Instant at,
        boolean mine,
        List<String> others,
        String body,
        String conversationSid,
        String messageSid,
        List<Map<String, Object>> media) {

    Line at(Instant time) {
        return new Line(time, mine, others, body, conversationSid, messageSid, media);
    }

    @Override
    public String toString() {
        return "Line[conversationSid=" + conversationSid + ", messageSid=" + messageSid + "]";
    }
}
