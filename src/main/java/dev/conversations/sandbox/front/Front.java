package dev.conversations.sandbox.front;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.conversations.api.Json;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.call.Sids;
import dev.conversations.sandbox.media.MediaService;
import dev.conversations.sandbox.page.Page;
import dev.conversations.sandbox.page.Playground;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** The one door of the server: requests go to the API, the page or the playground, refusals become error replies. */
public final class Front implements ResponseDefinitionTransformerV2 {

    private final Api api;
    private final Playground playground;
    private final MediaService media;
    private final Page page;
    private final Doorkeeper doorkeeper;
    private final AtomicInteger busy = new AtomicInteger();

    public Front(Api api, Playground playground, Page page, MediaService media, Doorkeeper doorkeeper) {
        this.page = page;
        this.doorkeeper = doorkeeper;
        this.api = api;
        this.media = media;
        this.playground = playground;
    }

    @Override
    public String getName() {
        return "sandbox";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        long start = System.nanoTime();
        int concurrent = busy.incrementAndGet();
        Answer answer;
        try {
            answer = answer(Incoming.of(event.getRequest()));
        } catch (Refusal refusal) {
            answer = new Answer(refusal.status(), refusal.body());
        } catch (RuntimeException e) {
            StackTraceElement[] trace = e.getStackTrace();
            answer = new Answer(500, new Refusal(500, 20500, "The sandbox failed: " + e.getClass().getName()
                    + (trace.length == 0 ? "" : " at " + trace[0])).body());
        } finally {
            busy.decrementAndGet();
        }
        String duration = String.format(Locale.ROOT, "%.3f", (System.nanoTime() - start) / 1e9);
        ResponseDefinitionBuilder response = new ResponseDefinitionBuilder().withStatus(answer.status())
                .withHeader("Twilio-Request-Id", Sids.next("RQ"))
                .withHeader("Twilio-Request-Duration", duration)
                .withHeader("Twilio-Concurrent-Requests", Integer.toString(concurrent));
        answer.headers().forEach((name, value) -> response.withHeader(name, value));
        if (answer.status() == 401) {
            response.withHeader("WWW-Authenticate", "Basic realm=\"Twilio API\"");
        }
        if (answer.body() instanceof byte[] content) {
            response.withBody(content);
        } else if (answer.body() != null) {
            response.withHeader("Content-Type", "application/json;charset=utf-8").withBody(Json.write(answer.body()));
        }
        return response.build();
    }

    private Answer answer(Incoming request) {
        if (request.path().startsWith("/v1/")) {
            return api.answer(request);
        }
        if (request.path().equals("/v2/token")) {
            return doorkeeper.token(request);
        }
        if (!page.takes(request.path()) && !request.path().startsWith(Page.PLACE)) {
            throw Refusal.of(20404, request.path());
        }
        LocalOnly.check(request);
        if (page.takes(request.path())) {
            return page.answer(request);
        }
        return request.path().startsWith(MediaService.PLACE) ? media.content(request.path())
                : playground.answer(request);
    }
}
