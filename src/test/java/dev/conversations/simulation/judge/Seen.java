// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.judge;

import java.util.List;

/**
 * What is there at the end of a world.
 *
 * @param bridge whether it was a world of bridges
 * @param failed of a world of bridges, the messages that Twilio could not deliver
 * @param answers those that Twilio holds, in the order of their conversations
 * @param registered whether Twilio knows where to tell of messages
 * @param fallenOut what work ended with where nobody caught it
 * @param standing whose work waits for ever
 */
public record Seen(boolean bridge, List<String> failed, History history, List<Answer> answers, boolean registered, List<Throwable> fallenOut, List<String> standing) {

    /**
     * One answer to a person.
     *
     * @param to the message that it answers
     */
    public record Answer(String conversation, String to) {}
}
