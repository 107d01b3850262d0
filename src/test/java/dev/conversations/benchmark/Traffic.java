// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark;

import dev.conversations.benchmark.measure.Comparison;
import dev.conversations.benchmark.measure.Lazy;
import dev.conversations.benchmark.measure.Table;

/**
 * Messages on their way through the bridge's own routes, and through routes by hand that check nothing, keep nothing and
 * try nothing again. All starts with the first message.
 */
final class Traffic implements AutoCloseable {
    private final Lazy<TrafficBridge> bridge = new Lazy<>(TrafficBridge::start);

    Table events() {
        return Comparison.ofCalled("A webhook to two queues", 1_000)
                .way("platform-http: and jms: by hand", bridge.way(TrafficBridge::eventByHand))
                .way("the routes of the bridge", bridge.way(TrafficBridge::event));
    }

    Table mails() {
        return Comparison.ofCalled("A webhook to a mail", 80)
                .way("platform-http:, jms: and smtp: by hand", bridge.way(TrafficBridge::mailByHand))
                .way("the routes of the bridge to mail", bridge.way(TrafficBridge::mail));
    }

    Table replies() {
        return Comparison.ofCalled("A reply on a queue to Twilio", 400)
                .way("jms: and http: by hand", bridge.way(TrafficBridge::replyByHand))
                .way("the route of the bridge, keys remembered", bridge.way(TrafficBridge::rememberedReply))
                .way("the route of the bridge, each looked for", bridge.way(TrafficBridge::reply));
    }

    @Override
    public void close() throws Exception {
        bridge.close();
    }
}
