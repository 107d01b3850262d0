// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.webhook.Signature;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Those who send events that never happened, signed with a token of their own. */
final class Strangers {

    private final World world;
    private final Random random;
    private final Set<String> sids = new HashSet<>();

    Strangers(World world, Random random) {
        this.world = world;
        this.random = random;
    }

    boolean madeUp(String sid) {
        return sids.contains(sid);
    }

    void send(Node node) {
        String sid = "IM" + World.hex(random, 32);
        sids.add(sid);
        Map<String, List<String>> fields = Map.of("EventType", List.of("onMessageAdded"), "MessageSid", List.of(sid),
                "ConversationSid", List.of("CH" + World.hex(random, 32)), "AccountSid", List.of(world.twilio.accountSid()),
                "Author", List.of("stranger"), "Body", List.of("spam"));
        String url = World.PUBLIC_URL + "/twilio/conversations";
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/x-www-form-urlencoded")
                .header(Signature.HEADER, Signature.of(World.hex(random, 32)).sign(url, fields)).build();
        String form = String.join("&", fields.entrySet().stream().map(field -> field.getKey() + "=" + field.getValue().get(0)).sorted().toList());
        if (node.isOpen()) {
            node.host().scheduler().start(node.host().life(), () -> node.take(request, form.getBytes(UTF_8)));
        }
    }
}
