package dev.conversations.sandbox.front;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Option;
import dev.conversations.sandbox.call.Actor;
import dev.conversations.sandbox.call.Arguments;
import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Level;
import dev.conversations.sandbox.world.Catalogue;
import dev.conversations.sandbox.world.Guard;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** The Conversations API: checks credentials, finds the operation, has it done and shows the outcome. */
public final class Api implements Door {

    private final Doorkeeper doorkeeper;
    private final String accountSid;
    private final Guard guard;
    private final Catalogue catalogue;
    private final World world;
    private final Replies replies;
    private final Pages pages;
    private final Door media;
    private final Throttle throttle;
    private final Routes routes = new Routes();
    private final LongAdder requests = new LongAdder();

    public Api(Doorkeeper doorkeeper, String accountSid, Guard guard, Catalogue catalogue, World world,
            Replies replies, Door media, Throttle throttle) {
        this.media = media;
        this.doorkeeper = doorkeeper;
        this.accountSid = accountSid;
        this.guard = guard;
        this.catalogue = catalogue;
        this.world = world;
        this.replies = replies;
        this.throttle = throttle;
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
        doorkeeper.check(request.header("Authorization"));
        Optional<Answer> throttled = throttle.refusal();
        if (throttled.isPresent()) {
            return throttled.get();
        }
        if (media.takes(request.path())) {
            return media.answer(request);
        }
        Routes.Route route = routes.find(request.verb(), request.path().substring("/v1".length()));
        Operation operation = route.operation();
        Map<String, List<String>> headers = operation.options().values().stream()
                .filter(option -> option.place() == Option.Place.HEADER && request.header(option.wire()) != null)
                .collect(Collectors.toMap(Option::wire, option -> List.of(request.header(option.wire()))));
        Map<String, Object> arguments = Arguments.read(operation, route.path(),
                request.verb().equals("POST") ? request.form() : request.query(), headers);
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

    /** How many requests came. */
    public long requests() {
        return requests.sum();
    }

    private String defaultService() {
        return guard.locked(() -> catalogue.single("configuration", accountSid).text("default_chat_service_sid"));
    }
}
