// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.conversations.app.proof.judge.Fact.Kind;
import dev.conversations.app.proof.judge.History;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/**
 * People write, support and programs reply to each message, the bridge is killed now and then and the broker once, at moments
 * that a seed chooses; and all that is seen is written down.
 */
final class Play implements AutoCloseable {
    /** So many messages are on their way to support at most. */
    private static final int ON_THE_WAY = 200;
    private static final Duration QUIET = Duration.ofSeconds(7);
    private static final Duration STUCK = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Pattern MESSAGE = Pattern.compile("message (\\d+) (\\d+)\\s");
    private static final Pattern HELLO = Pattern.compile("hello (\\d+)\\s");
    private static final Pattern FAILED = Pattern.compile("(?s)was not delivered.*reply (\\S+) (\\d+)\\s");

    private final ObjectMapper json = new ObjectMapper();
    private final Semaphore room = new Semaphore(ON_THE_WAY);
    private final ExecutorService writers = Executors.newFixedThreadPool(2);
    private final ExecutorService programs = Executors.newSingleThreadExecutor();
    private final ExecutorService killer = Executors.newSingleThreadExecutor();
    private final Map<Integer, Runnable> kills = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> replies = new HashMap<>();
    private final Sizes sizes;
    private final History history;
    private final Stage stage;
    private final People people;
    private final Map<Integer, MimeMessage> hellos = new HashMap<>();
    private int despaired;
    private int mailed;
    private int returned;
    private Support support;
    private Programs queues;

    /** @param directory where all is kept, beside the file {@code history} */
    Play(Path directory, Sizes sizes, long seed) throws Exception {
        this.sizes = sizes;
        this.history = new History(directory.resolve("history"));
        this.stage = new Stage(directory, sizes.hopeless());
        this.people = new People(stage.twilio, history);
        Random moments = new Random(seed);
        for (int kill = 0; kill < sizes.kills(); kill++) {
            plan(moment(moments, (kill + 0.2) / sizes.kills(), (kill + 0.8) / sizes.kills()), "bridge", stage::killBridge);
        }
        plan(moment(moments, 0.1, 0.9), "broker", stage::killBroker);
    }

    /** Plays it, until nothing more comes. */
    void run() throws Exception {
        await().atMost(STUCK).until(people::isListenedTo);
        await().atMost(STUCK).until(stage::isBridgeAtWork);
        support = new Support(stage.smtp, stage.imap);
        queues = new Programs(stage.queues);
        for (int person = 0; person < sizes.hopeless(); person++) {
            people.write(Telephones.hopeless(person), "hello " + person);
        }
        settle(() -> hellos.size() == sizes.hopeless());
        for (int half = 0; half < 2; half++) {
            int first = half;
            writers.execute(() -> write(first));
        }
        settle(() -> mailed == sizes.sent());
        settle(() -> returned >= sizes.failures() / 2);
        settle(() -> arrived() >= sizes.sent());
        await().atMost(STUCK).pollInterval(PAUSE).during(QUIET).until(() -> !support.hasNews());
        look();
        for (int person = 0; person < sizes.people(); person++) {
            people.tellArrived(person);
        }
        for (String event : queues.all("conversations.messages")) {
            JsonNode message = json.readTree(event);
            Matcher text = MESSAGE.matcher(message.get("Body").asText() + ' ');
            if (text.matches()) {
                history.tell(Kind.QUEUED, text.group(1), Integer.parseInt(text.group(2)), message.get("MessageSid").asText());
            }
        }
        for (String event : queues.all("conversations.status")) {
            JsonNode status = json.readTree(event);
            JsonNode told = status.path("Attributes");
            JsonNode own = told.isTextual() ? json.readTree(told.asText()) : told;
            if (status.path("Status").asText().matches("failed|undelivered") && own.has("place")) {
                history.tell(Kind.RETURNED, own.get("thread").asText(), own.get("place").asInt(), status.get("MessageSid").asText());
            }
        }
    }

    /** How often the bridge was started. */
    int startsOfBridge() {
        return stage.startsOfBridge();
    }

    @Override
    public void close() throws Exception {
        List.of(writers, programs, killer).forEach(ExecutorService::shutdownNow);
        stage.close();
        history.close();
    }

    private int moment(Random random, double from, double to) {
        return (int) (sizes.sent() * (from + random.nextDouble() * (to - from)));
    }

    private void plan(int moment, String whom, Runnable kill) {
        kills.merge(moment, () -> killer.execute(() -> {
            history.tell(Kind.KILLED, whom, moment, "-");
            kill.run();
        }), (one, other) -> () -> {
            one.run();
            other.run();
        });
    }

    private void write(int half) {
        try {
            for (int number = 1; number <= sizes.messages(); number++) {
                for (int person = half; person < sizes.people(); person += 2) {
                    room.acquire();
                    people.write(person, number);
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException("A person cannot write", e);
        }
    }

    /** Reads mails until something is so; what never comes is found by who judges the history. */
    private void settle(Callable<Boolean> settled) throws Exception {
        look();
        while (!settled.call()) {
            try {
                await().atMost(STUCK).pollInterval(PAUSE).until(() -> support.hasNews() || settled.call());
            } catch (ConditionTimeoutException e) {
                return;
            }
            look();
        }
    }

    private int arrived() throws Exception {
        int all = 0;
        for (int person = 0; person < sizes.people(); person++) {
            all += people.arrived(person);
        }
        return all;
    }

    /** Reads the mailbox of support and has what is there replied to. */
    private void look() throws Exception {
        for (MimeMessage mail : support.news()) {
            String text = mail.getContent().toString();
            String id = mail.getMessageID();
            boolean first = seen.add(id);
            Matcher message = MESSAGE.matcher(text);
            Matcher hello = HELLO.matcher(text);
            Matcher failed = FAILED.matcher(text);
            if (failed.find()) {
                returned += first ? 1 : 0;
                history.tell(Kind.RETURNED, failed.group(1), Integer.parseInt(failed.group(2)), id);
            } else if (message.lookingAt()) {
                history.tell(Kind.MAILED, message.group(1), Integer.parseInt(message.group(2)), id);
                if (first) {
                    mailed(mail, Integer.parseInt(message.group(1)));
                }
            } else if (hello.lookingAt() && first) {
                hellos.put(Integer.parseInt(hello.group(1)), mail);
            }
        }
    }

    private void mailed(MimeMessage mail, int person) throws Exception {
        room.release();
        mailed++;
        Runnable kill = kills.remove(mailed);
        if (kill != null) {
            kill.run();
        }
        boolean byMail = (mailed + person) % 2 == 0;
        despair();
        reply(mail, Kind.REPLIED, person + (byMail ? "/mail" : "/queue"), byMail, people.conversation(Telephones.number(person)));
    }

    /** Replies to those who will not get it, as many as are due. */
    private void despair() throws Exception {
        for (; despaired < (long) sizes.failures() * mailed / sizes.sent(); despaired++) {
            int person = despaired % sizes.hopeless();
            boolean byMail = despaired / sizes.hopeless() % 2 == 0;
            reply(hellos.get(person), Kind.HOPELESS, "hopeless/" + person + (byMail ? "/mail" : "/queue"), byMail,
                    people.conversation(Telephones.hopeless(person)));
        }
    }

    private void reply(MimeMessage mail, Kind kind, String thread, boolean byMail, String conversation) throws Exception {
        int number = replies.merge(thread, 1, Integer::sum);
        String id = thread + '/' + number;
        String text = "reply " + thread + ' ' + number;
        history.tell(kind, thread, number, id);
        if (byMail) {
            support.answer(mail, text);
        } else {
            String reply = json.writeValueAsString(Map.of("conversationSid", conversation, "author", "shop", "body", text,
                    "attributes", Map.of("thread", thread, "place", number)));
            programs.execute(() -> queues.reply(id, reply));
        }
    }
}
