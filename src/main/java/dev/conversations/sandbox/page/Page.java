// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.page;

import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.front.Answer;
import dev.conversations.sandbox.front.Door;
import dev.conversations.sandbox.front.Incoming;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of the web page, which shows a phone, the conversations and the webhooks. */
public final class Page implements Door {

    /** Where the page is. */
    static final String PLACE = "/sandbox/";

    private static final String START = "page.html";
    private static final List<String> FILES = List.of(START, "page.css", "thread.css", "page.js", "elements.js",
            "phone.js", "conversations.js", "webhooks.js", "icon.svg");
    private static final Map<String, String> TYPES = Map.of("html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8", "js", "text/javascript;charset=utf-8", "svg", "image/svg+xml");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Map<String, Answer> answers = new HashMap<>();

    public Page() {
        FILES.forEach(name -> answers.put(PLACE + name, new Answer(200, read(name), Map.of(
                "Content-Type", TYPES.get(name.substring(name.lastIndexOf('.') + 1)),
                "Content-Security-Policy", POLICY,
                "Cache-Control", "no-store",
                "Referrer-Policy", "no-referrer",
                "X-Content-Type-Options", "nosniff"))));
        answers.put(PLACE, answers.get(PLACE + START));
        for (String door : List.of("/", "/sandbox")) {
            answers.put(door, new Answer(302, null, Map.of("Location", PLACE, "Cache-Control", "no-store")));
        }
    }

    @Override
    public boolean takes(String path) {
        return answers.containsKey(path);
    }

    @Override
    public Answer answer(Incoming request) {
        if (!request.verb().equals("GET") && !request.verb().equals("HEAD")) {
            throw Refusal.of(20004);
        }
        return answers.get(request.path());
    }

    private static byte[] read(String name) {
        try (InputStream file = Page.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
