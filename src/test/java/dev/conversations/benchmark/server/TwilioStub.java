// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.conversations.benchmark.measure.Comparison;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that answers a POST with a message and a GET with a list of messages, with next to no work. */
public final class TwilioStub implements AutoCloseable {

    /** How many messages the list has. */
    public static final int ITEMS = 50;

    /** A message as Twilio replies it. */
    public static final String MESSAGE = """
            {"sid":"IM%1$s","account_sid":"AC%1$s","chat_service_sid":"IS%1$s","conversation_sid":"CH%1$s","index":7,
            "author":"system","body":"Hello & welcome, your order has been sent","media":null,"attributes":"{}",
            "participant_sid":"MB%1$s","date_created":"2026-01-02T03:04:05Z","date_updated":"2026-01-02T03:04:05Z",
            "delivery":{"total":1,"sent":"all","delivered":"all","read":"none","failed":"none","undelivered":"none"},
            "url":"https://conversations.twilio.com/v1/Conversations/CH%1$s/Messages/IM%1$s",
            "links":{
            "delivery_receipts":"https://conversations.twilio.com/v1/Conversations/CH%1$s/Messages/IM%1$s/Receipts",
            "channel_metadata":"https://conversations.twilio.com/v1/Conversations/CH%1$s/Messages/IM%1$s/ChannelMetadata"},
            "content_sid":null}""".formatted("0".repeat(32)).replace("\n", "");
    private static final byte[] CREATED = reply("201 Created", MESSAGE);
    private static final String LISTED = "{\"messages\":[" + String.join(",", Collections.nCopies(ITEMS, MESSAGE))
            + "],\"meta\":{\"page\":0,\"page_size\":50,\"next_page_url\":%s,\"key\":\"messages\"}}";
    private static final byte[] LAST = reply("200 OK", LISTED.replace("%s", "null"));
    private static final Pattern PAGE = Pattern.compile("&Page=(\\d+)");

    private final ServerSocket server = new ServerSocket(0);
    private final Runnable created;
    private final int pages;

    public TwilioStub() throws IOException {
        this(() -> {}, 1);
    }

    /**
     * @param created is told of every message that is created
     * @param pages how many the list has
     */
    public TwilioStub(Runnable created, int pages) throws IOException {
        this.created = created;
        this.pages = pages;
        run(() -> {
            while (true) {
                Socket socket = server.accept();
                run(() -> serve(socket));
            }
        });
    }

    public String base() {
        return "http://localhost:" + server.getLocalPort();
    }

    public int port() {
        return server.getLocalPort();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setName(Comparison.COUNTERPART);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket socket) throws IOException {
        try (socket) {
            Connection connection = Connection.of(socket);
            OutputStream output = connection.output();
            DataInputStream input = connection.input();
            while (true) {
                String request = Connection.line(input);
                boolean listing = request.startsWith("GET");
                input.skipNBytes(Connection.length(input));
                output.write(listing ? page(request) : CREATED);
                if (!listing) {
                    created.run();
                }
            }
        }
    }

    private byte[] page(String request) {
        Matcher named = PAGE.matcher(request);
        int next = named.find() ? Integer.parseInt(named.group(1)) + 1 : 1;
        return next >= pages ? LAST
                : reply("200 OK", LISTED.replace("%s", "\"" + base() + "/v1/Messages?PageSize=" + ITEMS + "&Page=" + next + "\""));
    }

    private static byte[] reply(String status, String json) {
        return ("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n"
                + "Twilio-Request-Id: RQ" + "0".repeat(32) + "\r\n\r\n" + json).getBytes(US_ASCII);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
