// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.conversations.app.proof.judge.Fact.Kind;
import dev.conversations.app.proof.judge.History;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The people: they write with their telephones, and look at what arrived there. */
final class People {
    private static final Pattern REPLY = Pattern.compile("reply (\\S+) (\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> conversations = new ConcurrentHashMap<>();
    private final String base;
    private final History history;

    /** @param port of Twilio */
    People(int port, History history) {
        this.base = "http://localhost:" + port + "/sandbox/";
        this.history = history;
    }

    /** Has the shop's number listen; false while Twilio is not there yet. */
    boolean isListenedTo() throws InterruptedException {
        try {
            post("addresses", Map.of("Address", Telephones.SHOP));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes the message with that number, in the conversation of that person. */
    void write(int person, int number) throws IOException, InterruptedException {
        String message = write(Telephones.number(person), "message " + person + ' ' + number);
        history.tell(Kind.SENT, String.valueOf(person), number, message);
    }

    /**
     * Writes a message.
     *
     * @return its SID
     */
    String write(String from, String text) throws IOException, InterruptedException {
        JsonNode sent = post("messages", Map.of("From", from, "To", Telephones.SHOP, "Body", text));
        conversations.put(from, sent.get("conversation_sid").asText());
        return sent.get("message_sid").asText();
    }

    /** The conversation of a telephone that has written. */
    String conversation(String from) {
        return conversations.get(from);
    }

    /** How many replies are on the telephone of a person. */
    int arrived(int person) throws IOException, InterruptedException {
        return received(person).size();
    }

    /** Writes down what is on the telephone of a person. */
    void tellArrived(int person) throws IOException, InterruptedException {
        for (JsonNode message : received(person)) {
            Matcher reply = REPLY.matcher(message.get("body").asText());
            boolean known = reply.matches();
            history.tell(Kind.ARRIVED, known ? reply.group(1) : "unknown", known ? Integer.parseInt(reply.group(2)) : 0,
                    message.get("message_sid").asText());
        }
    }

    private JsonNode received(int person) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + "phones/" + encode(Telephones.number(person)))).build()).get("received");
    }

    private JsonNode post(String place, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream().map(field -> field.getKey() + '=' + encode(field.getValue())).collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + place)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)).build());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        return json.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
