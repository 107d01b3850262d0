// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair.model;

import dev.conversations.camel.repair.model.Life.Look;
import dev.conversations.camel.repair.model.Life.Turn;
import dev.conversations.orders.Model;
import dev.conversations.orders.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How the messages of a conversation come in. With repair, Twilio tells of each once at most, and looks find the rest; without, it tells
 * until it is answered, in no order.
 */
public record InboxModel(int messages, int crashes, int failures, boolean repair, Sabotage sabotage) implements Model<Inbox> {

    @Override
    public Inbox first() {
        return Inbox.of(messages, crashes, failures);
    }

    @Override
    public boolean isDone(Inbox inbox) {
        return inbox.written() == messages && inbox.worked().stream().distinct().count() == messages;
    }

    @Override
    public Optional<String> fault(Inbox inbox) {
        List<Integer> worked = inbox.worked();
        for (int at = 0; at < worked.size(); at++) {
            int message = worked.get(at);
            if (Collections.frequency(worked, message) > 1 + Collections.frequency(inbox.excused(), message)) {
                return Optional.of("message " + message + " was worked on again");
            }
            if (repair && at > 0 && message < worked.get(at - 1)) {
                return Optional.of("message " + message + " came after message " + worked.get(at - 1));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Step<Inbox>> steps(Inbox inbox) {
        List<Step<Inbox>> steps = new ArrayList<>();
        int written = inbox.written();
        if (written < messages) {
            steps.add(Step.of("written " + written, inbox.with(written, Told.ON_ITS_WAY)));
            if (repair) {
                steps.add(Step.mishap("written, webhook lost " + written, inbox.with(written, Told.OVER)));
            }
        }
        for (int message = 0; message < messages; message++) {
            if (inbox.told().get(message) == Told.ON_ITS_WAY && inbox.life() != null) {
                steps.add(Step.of("webhook " + message, comes(inbox, message)));
            }
            if (inbox.kept().claims().get(message) == Claim.ASKED && sabotage != Sabotage.CLAIMS_WITHOUT_TERM) {
                steps.add(Step.of("term over " + message, inbox.with(inbox.kept().with(message, Claim.LEFT))));
            }
        }
        if (inbox.life() == null) {
            steps.add(Step.of("start", inbox.with(Life.of(messages))));
        } else {
            alive(steps, inbox);
        }
        return steps;
    }

    private Inbox comes(Inbox inbox, int message) {
        boolean turns = repair && sabotage != Sabotage.WEBHOOKS_WITHOUT_TURNS;
        Life life = turns ? inbox.life().waits(message) : inbox.life().turns(new Turn(message, message));
        return inbox.with(message, sabotage == Sabotage.ACKNOWLEDGES_BEFORE_CLAIM ? Told.OVER : Told.THERE).with(life);
    }

    private void alive(List<Step<Inbox>> steps, Inbox inbox) {
        Life life = inbox.life();
        if (inbox.crashes() > 0) {
            Inbox dead = inbox.dies(repair ? Told.OVER : Told.ON_ITS_WAY);
            steps.add(Step.mishap("crash", sabotage == Sabotage.CLAIMS_IN_MEMORY
                    ? dead.with(Kept.of(messages).at(dead.kept().cursor())) : dead));
        }
        if (life.turns().isEmpty() && !life.line().isEmpty()) {
            steps.add(Step.of("turn " + life.line().get(0), inbox.with(life.begins(inbox.kept().cursor()))));
        }
        for (Turn turn : life.turns()) {
            offers(steps, inbox, "turn of " + turn.message(), turn.at());
        }
        looks(steps, inbox);
        for (int message = 0; message < messages; message++) {
            works(steps, inbox, message);
        }
    }

    private void looks(List<Step<Inbox>> steps, Inbox inbox) {
        Look look = inbox.life().look();
        int cursor = inbox.kept().cursor();
        if (look == null) {
            if (repair && cursor + 1 < inbox.written()) {
                Inbox after = inbox.with(inbox.life().looks(new Look(cursor + 1, inbox.written())));
                steps.add(Step.of("look", sabotage == Sabotage.CURSOR_BEFORE_WORK
                        ? after.with(after.kept().at(inbox.written() - 1)) : after));
            }
        } else if (look.isOver()) {
            steps.add(Step.of("cursor " + (look.end() - 1), inbox.with(inbox.life().looks(null)).with(inbox.kept().at(look.end() - 1))));
        } else {
            offers(steps, inbox, "look", look.at());
        }
    }

    /** Who offers a message claims it; while the process is at it, it waits for the end. */
    private void offers(List<Step<Inbox>> steps, Inbox inbox, String who, int message) {
        Claim claim = inbox.kept().claims().get(message);
        if (inbox.life().stages().get(message) != Stage.NONE) {
            return;
        }
        if (claim.canBeHad()) {
            steps.add(Step.of(who + " claims " + message, inbox.with(message,
                    sabotage == Sabotage.CONFIRMS_BEFORE_WORK ? Claim.DONE : Claim.HELD, Stage.CLAIMED)));
        } else {
            boolean done = claim == Claim.DONE;
            Inbox asked = done ? inbox : inbox.with(inbox.kept().with(message, Claim.ASKED));
            steps.add(Step.of(who + (done ? " knows " : " leaves ") + message, told(asked, who, message, done)));
        }
    }

    private void works(List<Step<Inbox>> steps, Inbox inbox, int message) {
        switch (inbox.life().stages().get(message)) {
            case NONE -> { }
            case CLAIMED -> {
                steps.add(Step.of("work " + message, inbox.works(message)));
                if (inbox.failures() > 0) {
                    steps.add(Step.mishap("failure " + message, inbox.fails(message)));
                }
            }
            case WORKED -> steps.add(Step.of("confirm " + message,
                    told(inbox.with(message, Claim.DONE, Stage.NONE), "", message, true)));
            case FAILED -> steps.add(Step.of("release " + message, told(inbox.with(message,
                    sabotage == Sabotage.FAILURES_ARE_CONFIRMED ? Claim.DONE : Claim.OPEN, Stage.NONE), "", message, false)));
        }
    }

    /** Who offered a message hears what became of it. */
    private Inbox told(Inbox inbox, String who, int message, boolean finished) {
        Inbox after = inbox;
        for (Turn turn : inbox.life().turns()) {
            if (turn.at() == message && ("turn of " + turn.message()).contains(who)) {
                boolean ends = turn.at() == turn.message() || !finished;
                after = after.with(after.life().offered(turn, finished));
                after = ends ? after.with(turn.message(), finished || repair ? Told.OVER : Told.ON_ITS_WAY) : after;
            }
        }
        Look look = inbox.life().look();
        if (look != null && !look.isOver() && look.at() == message && "look".contains(who)) {
            boolean on = finished || sabotage == Sabotage.LOOKS_PASS_WHAT_IS_NOT_FINISHED;
            after = after.with(after.life().looks(on ? new Look(message + 1, look.end()) : new Look(message, message)));
        }
        return after;
    }
}
