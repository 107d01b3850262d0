// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once.model;

import dev.conversations.orders.Model;
import dev.conversations.orders.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * How the replies of a conversation go out: the queue gives the first to a node until it is committed. Twilio takes a request within the
 * term of a key, or never.
 */
public record OutboxModel(int replies, int crashes, int losses, Sabotage sabotage) implements Model<Outbox> {

    @Override
    public Outbox first() {
        return Outbox.of(replies, crashes, losses);
    }

    @Override
    public boolean isDone(Outbox outbox) {
        return outbox.committed() == replies && new HashSet<>(outbox.created()).size() == replies;
    }

    @Override
    public Optional<String> fault(Outbox outbox) {
        List<Integer> created = outbox.created();
        for (int at = 1; at < created.size(); at++) {
            int reply = created.get(at);
            if (Collections.frequency(created, reply) > 1) {
                return Optional.of("reply " + reply + " was created twice");
            }
            if (reply < created.get(at - 1)) {
                return Optional.of("reply " + reply + " came after reply " + created.get(at - 1));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Step<Outbox>> steps(Outbox outbox) {
        List<Step<Outbox>> steps = new ArrayList<>();
        for (int reply : outbox.flying()) {
            steps.add(Step.of("lands " + reply, outbox.lands(reply)));
        }
        int reply = outbox.committed();
        if (reply < replies) {
            takes(steps, outbox, reply);
        }
        return steps;
    }

    private void takes(List<Step<Outbox>> steps, Outbox outbox, int reply) {
        if (outbox.stage() == null) {
            steps.add(Step.of("take " + reply, outbox.at(Stage.TAKEN)));
            return;
        }
        if (outbox.crashes() > 0) {
            Outbox dead = outbox.dies();
            steps.add(Step.mishap("crash", sabotage == Sabotage.KEYS_IN_MEMORY ? dead.key(reply, Key.FREE) : dead));
        }
        switch (outbox.stage()) {
            case TAKEN -> claims(steps, outbox, reply);
            case DOUBTFUL -> {
                boolean there = outbox.created().contains(reply);
                steps.add(Step.of("look " + reply, outbox.at(there ? Stage.CREATED : Stage.CERTAIN)));
            }
            case CERTAIN -> steps.add(Step.of("send " + reply, outbox.at(Stage.SENT)));
            case SENT -> {
                steps.add(Step.of("create " + reply, outbox.creates(reply).at(Stage.CREATED)));
                if (outbox.losses() > 0) {
                    steps.add(Step.mishap("create " + reply + " unanswered", outbox.creates(reply).loses()));
                    steps.add(Step.mishap("request lost " + reply, outbox.loses()));
                }
            }
            case UNANSWERED -> steps.add(Step.of("release " + reply, outbox.key(reply, Key.OPEN).at(null)));
            case CREATED -> steps.add(Step.of("confirm " + reply, outbox.key(reply, Key.DONE).at(Stage.CONFIRMED)));
            case CONFIRMED -> steps.add(Step.of("commit " + reply, outbox.commits()));
        }
    }

    private void claims(List<Step<Outbox>> steps, Outbox outbox, int reply) {
        Outbox held = outbox.key(reply, sabotage == Sabotage.CONFIRMS_BEFORE_CREATE ? Key.DONE : Key.HELD);
        switch (outbox.keys().get(reply)) {
            case FREE -> steps.add(Step.of("claim " + reply, held.at(Stage.CERTAIN)));
            case LEFT, OPEN -> steps.add(Step.of("inherit " + reply, held.at(
                    sabotage == Sabotage.INHERITS_WITHOUT_LOOK ? Stage.CERTAIN : Stage.DOUBTFUL)));
            case DONE -> steps.add(Step.of("know " + reply, outbox.at(Stage.CONFIRMED)));
            case HELD -> {
                if (outbox.created().contains(reply)) {
                    steps.add(Step.of("find " + reply, outbox.at(Stage.CREATED)));
                }
                boolean flies = outbox.flying().contains(reply) && sabotage != Sabotage.TERM_SHORTER_THAN_A_REQUEST;
                if (!flies && sabotage != Sabotage.KEYS_WITHOUT_TERM) {
                    steps.add(Step.of("term over " + reply, outbox.key(reply, Key.LEFT)));
                }
            }
        }
    }
}
