// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.options;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How lists are polled for new items. */
@UriParams
public final class PollConfiguration implements Cloneable {

    /** Where a poll begins that has not been made before. */
    public enum StartFrom {
        NOW,
        BEGINNING
    }

    @UriParam(label = "consumer", defaultValue = "NOW", description = "What a poll or repair takes that has never run before: only items that are"
            + " made from now on, or all from the beginning.")
    private StartFrom startFrom = StartFrom.NOW;

    @UriParam(label = "consumer", description = "Keeps how far a poll or repair got. By default memory, so a restart begins at startFrom again.")
    private StateRepository<String, String> stateRepository;

    @UriParam(label = "consumer,advanced", description = "The key under which the state repository keeps how far this poll or repair got. By default"
            + " made of the operation, the account, the options and the name of the route.")
    private String cursorKey;

    @UriParam(label = "consumer", defaultValue = "1000",
            description = "The most items one poll takes, oldest first; further ones are taken by the next polls.")
    private int maxMessagesPerPoll = 1000;

    /** A copy to be changed on its own. */
    public PollConfiguration copy() {
        try {
            return (PollConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public StartFrom getStartFrom() {
        return startFrom;
    }

    public void setStartFrom(StartFrom startFrom) {
        this.startFrom = startFrom;
    }

    public StateRepository<String, String> getStateRepository() {
        return stateRepository;
    }

    public void setStateRepository(StateRepository<String, String> stateRepository) {
        this.stateRepository = stateRepository;
    }

    public String getCursorKey() {
        return cursorKey;
    }

    public void setCursorKey(String cursorKey) {
        this.cursorKey = cursorKey;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }
}
