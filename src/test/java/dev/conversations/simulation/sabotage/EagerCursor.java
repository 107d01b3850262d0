// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.sabotage;

import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/** Moves the cursor of a conversation's messages when it is read, in place of when they are worked on. */
final class EagerCursor extends ServiceSupport implements StateRepository<String, String> {

    private final StateRepository<String, String> sound;

    EagerCursor(StateRepository<String, String> sound) {
        this.sound = sound;
    }

    @Override
    public void setState(String key, String value) {
        sound.setState(key, value);
    }

    @Override
    public String getState(String key) {
        String state = sound.getState(key);
        if (key.endsWith(" messages")) {
            String[] words = key.split(" ");
            long index = state == null ? -1 : Long.parseLong(state.split(" ")[0]);
            sound.setState(key, index + 1 + " " + words[words.length - 2]);
        }
        return state;
    }
}
