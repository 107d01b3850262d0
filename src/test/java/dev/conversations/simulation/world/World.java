// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.world;

import dev.conversations.sandbox.InProcess;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.SettableClock;
import dev.conversations.sandbox.WebhookKey;
import dev.conversations.simulation.judge.Ear;
import dev.conversations.simulation.judge.Fact;
import dev.conversations.simulation.judge.History;
import dev.conversations.simulation.judge.Seen;
import dev.conversations.simulation.plan.Plan;
import dev.conversations.simulation.plan.Step;
import dev.conversations.simulation.time.Life;
import dev.conversations.simulation.time.Scheduler;
import dev.conversations.simulation.time.VirtualExecutor;
import dev.conversations.simulation.way.Database;
import dev.conversations.simulation.way.Entrance;
import dev.conversations.simulation.way.Fate;
import dev.conversations.simulation.way.HookWay;
import dev.conversations.simulation.way.Host;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Form;
import dev.conversations.webhook.Signature.Algorithm;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** One world, from its begin until all is quiet. */
final class World {

    static final String PUBLIC_URL = "http://bridge.example";
    static final Duration TERM = Duration.ofSeconds(4);
    static final Duration REPAIR = Duration.ofSeconds(5);
    private static final Instant BEGIN = Instant.parse("2026-11-27T10:00:00Z");
    private static final String KEY = "answer to ";
    private static final String SAID = "secret word ";
    private static final String PERSON = "+1555100000";
    private static final String NUMBER = "+15550000001";
    private static final int UNREACHABLE = 30_003;
    /** How long after the last trouble all must be well. */
    private static final Duration RECOVERY = Duration.ofSeconds(150);
    /** So much longer bridges take, which ask Twilio each minute. */
    private static final Duration BRIDGES = Duration.ofSeconds(70);
    private static final Duration LOOK = Duration.ofSeconds(5);
    /** How long it is watched whether something comes once more. */
    private static final Duration CALM = Duration.ofSeconds(20);
    private static final Duration DOWN = Duration.ofSeconds(6);

    final Plan plan;
    final Parts parts;
    final History history;
    final Fate fate;
    final Database database;
    final InProcess twilio;
    final Ear ear;
    final Machine machine;
    final Programs programs;
    final Scheduler scheduler;
    private final Life outside = new Life("outside");
    private final Random random;
    private final List<Node> nodes = new ArrayList<>();
    private final List<WebhookKey> signers = new ArrayList<>();
    private final Strangers strangers;
    private int starts;

    World(Plan plan, Parts parts, Machine machine) {
        this.machine = machine;
        this.ear = machine.ear;
        this.plan = plan;
        this.parts = parts;
        this.random = new Random(plan.seed());
        scheduler = new Scheduler(machine.workers, random.nextLong(), BEGIN);
        history = new History(scheduler::nanos);
        fate = new Fate(plan.faults(), history);
        database = new Database(fate);
        SettableClock clock = SettableClock.at(BEGIN);
        scheduler.move(clock::advance);
        HookWay hooks = new HookWay(scheduler, outside, fork(), fate, this::gates);
        twilio = new InProcess(clock, (look, delay) -> scheduler.after(outside, delay, look), fork(),
                new VirtualExecutor(scheduler, outside, Integer.MAX_VALUE), hooks);
        for (int key = 0; key < 2; key++) {
            signers.add(new WebhookKey("CR" + hex(fork(), 32), hex(fork(), 40), Algorithm.HMAC_SHA256));
        }
        programs = new Programs(this);
        strangers = new Strangers(this, fork());
    }

    private Random fork() {
        return new Random(random.nextLong());
    }

    static String hex(Random random, int digits) {
        return Stream.generate(() -> Integer.toHexString(random.nextInt(16))).limit(digits).reduce("", String::concat);
    }

    /** The name under which an answer is made once; nobody else is to know it. */
    static String key(String sid) {
        return KEY + sid;
    }

    /** Runs it until all is quiet, and stops its nodes. */
    Seen run() {
        try {
            twilio.listen(NUMBER);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        twilio.signWith(signers.get(0));
        if (plan.isBridge()) {
            twilio.failing(PERSON + plan.seed() % 2, UNREACHABLE);
        }
        ear.listen(machine.workers.group(), history, List.of(KEY, SAID, PERSON, twilio.authToken(), signers.get(0).secret(), signers.get(1).secret()));
        for (int node = 0; node < plan.nodes(); node++) {
            nodes.add(null);
            start(node);
        }
        plan.steps().forEach(step -> scheduler.after(outside, Duration.ofMillis(step.millis()), () -> take(step)));
        scheduler.after(outside, Duration.ofSeconds(40), this::look);
        scheduler.run(Duration.ofHours(1));
        Seen seen = new Seen(plan.isBridge(), failed(), history, answers(), twilio.reaches(PUBLIC_URL + "/twilio/conversations", EventType.ON_MESSAGE_ADDED),
                scheduler.fallenOut(), scheduler.standing());
        nodes.forEach(node -> scheduler.kill(node.host().life()));
        scheduler.kill(outside);
        scheduler.run(Duration.ofHours(2));
        twilio.close();
        return seen;
    }

    private List<Seen.Answer> answers() {
        return history.of(Fact.Kind.MADE).map(Fact::more).distinct().flatMap(conversation -> twilio.messages(conversation).stream()
                .map(message -> String.valueOf(message.get("attributes"))).filter(attributes -> attributes.contains(KEY))
                .map(attributes -> new Seen.Answer(conversation, attributes.replaceAll(".*" + KEY + "(\\w+).*", "$1")))).toList();
    }

    /** Of a world of bridges: what Twilio could not deliver. */
    private List<String> failed() {
        return !plan.isBridge() ? List.of() : history.of(Fact.Kind.MADE).map(Fact::more).distinct()
                .flatMap(conversation -> twilio.messages(conversation).stream())
                .filter(message -> String.valueOf(message.get("delivery")).contains("undelivered=all"))
                .map(message -> (String) message.get("sid")).toList();
    }

    private void start(int number) {
        Life life = new Life("node" + number + "." + ++starts);
        Node node = new Node(this, new Host(scheduler, life, fork(), killed -> kill(number, killed)), number);
        nodes.set(number, node);
        node.operate(node::start);
    }

    private void kill(int number, Life life) {
        history.add(Fact.Kind.KILLED, life, "", "");
        scheduler.kill(life);
        programs.broker().forget(life);
        scheduler.after(outside, Duration.ofMillis(500 + random.nextInt((int) DOWN.toMillis())), () -> start(number));
    }

    private List<HookWay.Gate> gates() {
        return nodes.stream().filter(Node::isOpen).map(node -> new HookWay.Gate(node.host(), node::take)).toList();
    }

    private void take(Step step) {
        int number = step.who() % nodes.size();
        Node node = nodes.get(number);
        switch (step.kind()) {
            case WRITES -> write(step.who());
            case KILLED -> {
                if (!node.host().life().isOver()) {
                    kill(number, node.host().life());
                }
            }
            case RESTARTED -> operate(node, () -> {
                node.stop();
                start(number);
            });
            case ROUTE_STOPPED -> operate(node, () -> {
                node.stopRoute();
                node.startRouteAfter(DOWN);
            });
            case KEY_TURNED -> {
                twilio.signWith(signers.get(1));
                history.add(Fact.Kind.KEY_TURNED, outside, "", "");
            }
            case FORGED -> strangers.send(node);
        }
    }

    private void operate(Node node, Runnable operation) {
        node.operate(() -> {
            if (node.isOpen()) {
                operation.run();
            }
        });
    }

    private void write(int person) {
        Phone.Sent sent = twilio.write(PERSON + person, NUMBER, SAID + hex(random, 8));
        history.add(Fact.Kind.MADE, outside, sent.messageSid(), sent.conversationSid());
    }

    String keys() {
        return signers.get(0).sid() + "=" + signers.get(0).secret() + "," + signers.get(1).sid() + "=" + signers.get(1).secret();
    }

    boolean isForged(String sid) {
        return strangers.madeUp(sid);
    }

    Entrance.Answer answered(Node node, HttpRequest request, byte[] body, Entrance.Answer answer) {
        String sid = Form.parse(body).getOrDefault("MessageSid", List.of("")).get(0);
        ear.hear("an answer to a webhook", answer.body());
        history.add(isForged(sid) ? Fact.Kind.ANSWERED_FORGED : Fact.Kind.ANSWERED, node.host().life(), sid, answer.status());
        return answer;
    }

    /** Looks whether all is well, or has not become so in time. */
    private void look() {
        Duration now = Duration.ofNanos(scheduler.nanos());
        boolean all = history.of(Fact.Kind.MADE).allMatch(made -> history.of(Fact.Kind.DONE, made.about()).findAny().isPresent());
        Duration quiet = now.minus(history.lastTrouble()).minus(plan.isBridge() ? BRIDGES : Duration.ZERO);
        if (all && quiet.compareTo(CALM) > 0 || quiet.compareTo(RECOVERY) > 0) {
            nodes.forEach(node -> operate(node, node::stop));
        } else {
            scheduler.after(outside, LOOK, this::look);
        }
    }
}
