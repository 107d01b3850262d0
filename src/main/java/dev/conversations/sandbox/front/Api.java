// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.front;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Option;
import dev.conversations.sandbox.call.Actor;
import dev.conversations.sandbox.call.Arguments;
import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.CallLog;
import dev.conversations.sandbox.call.Level;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.world.Catalogue;
import dev.conversations.sandbox.world.Guard;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** The Conversations API: checks credentials, finds the operation, has it done and shows the outcome. */
public final class Api implements Door {

    /** What is asked of the media service, beside the operations. */
    public static final String UPLOAD = "media/upload";

    /** The description or the content of a file. */
    public static final String FETCH = "media/fetch";

    private final Doorkeeper doorkeeper;
    private final String accountSid;
    private final Guard guard;
    private final Catalogue catalogue;
    private final World world;
    private final Replies replies;
    private final Pages pages;
    private final Door media;
    private final Faults faults;
    private final CallLog log;
    private final Routes routes = new Routes();
    private final LongAdder requests = new LongAdder();

    public Api(Doorkeeper doorkeeper, String accountSid, Guard guard, Catalogue catalogue, World world,
            Replies replies, Door media, Faults faults, CallLog log) {
        this.media = media;
        this.doorkeeper = doorkeeper;
        this.accountSid = accountSid;
        this.guard = guard;
        this.catalogue = catalogue;
        this.world = world;
        this.replies = replies;
        this.faults = faults;
        this.log = log;
        this.pages = new Pages(world, replies);
    }

    @Override
    public boolean takes(String path) {
        return path.startsWith("/v1/");
    }

    @Override
    public boolean takesFiles(String path) {
        return media.takesFiles(path);
    }

    @Override
    public Answer answer(Incoming request) {
        requests.increment();
        Optional<Routes.Route> route = route(request);
        String operation = route.map(found -> found.operation().toString()).orElse(ofFiles(request));
        Map<String, Object> arguments = new HashMap<>();
        try {
            Answer answer = serve(request, route, operation, arguments);
            log.add(operation, arguments, answer.status());
            return answer;
        } catch (Refusal refusal) {
            log.add(operation, arguments, refusal.status());
            throw refusal;
        }
    }

    /** @param read is filled with the arguments once they are read */
    private Answer serve(
            Incoming request, Optional<Routes.Route> route, String operation, Map<String, Object> read) {
        doorkeeper.check(request.header("Authorization"));
        Optional<Faults.Mishap> mishap = faults.next(operation);
        if (mishap.isPresent() && !mishap.get().done()) {
            return mishap.get().answer();
        }
        Answer answer = media.takes(request.path()) ? media.answer(request)
                : answer(request, route.orElseThrow(() -> routes.refusal(resource(request))), read);
        return mishap.map(Faults.Mishap::answer).orElse(answer);
    }

    private Answer answer(Incoming request, Routes.Route route, Map<String, Object> read) {
        Operation operation = route.operation();
        Map<String, List<String>> headers = operation.options().values().stream()
                .filter(option -> option.place() == Option.Place.HEADER && request.header(option.wire()) != null)
                .collect(Collectors.toMap(Option::wire, option -> List.of(request.header(option.wire()))));
        Map<String, Object> arguments = Arguments.read(operation, route.path(),
                request.verb().equals("POST") ? request.form() : request.query(), headers);
        read.putAll(arguments);
        Level level = new Level(route.service() == null ? defaultService() : route.service(), route.service() != null);
        Actor actor = Actor.api(Boolean.TRUE.equals(arguments.get("webhookEnabled")));
        Call call = new Call(operation, level, arguments, actor, Map.of());
        return switch (operation.method()) {
            case "create" -> {
                Item item = world.create(call);
                yield new Answer("initializing".equals(item.get("state")) ? 202 : 201, replies.show(item, level));
            }
            case "fetch" -> new Answer(200, replies.show(world.fetch(call), level));
            case "update" -> new Answer(200, replies.show(world.update(call), level));
            case "list" -> new Answer(200, pages.page(call, request.path(), request.query()));
            case "delete" -> {
                world.delete(call);
                yield new Answer(204, null);
            }
            default -> throw new IllegalStateException("No way to do " + operation);
        };
    }

    /** The operation that is meant, if any is. */
    private Optional<Routes.Route> route(Incoming request) {
        try {
            return routes.look(request.verb(), resource(request));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    private static String resource(Incoming request) {
        return request.path().substring("/v1".length());
    }

    /** What is asked of the media service; of nobody else where it takes nothing. */
    private String ofFiles(Incoming request) {
        return !media.takes(request.path()) ? "unknown" : request.verb().equals("POST") ? UPLOAD : FETCH;
    }

    /** How many requests came. */
    public long requests() {
        return requests.sum();
    }

    private String defaultService() {
        return guard.locked(() -> catalogue.single("configuration", accountSid).text("default_chat_service_sid"));
    }
}
