// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark;

import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * Messages on their way through the bridge's own routes, and through routes by hand that check nothing, keep nothing and
 * try nothing again. All starts with the first message.
 */
final class Traffic implements AutoCloseable {
    private TrafficBridge bridge;

    Comparison events() {
        return Comparison.ofCalled("A webhook to two queues", 1_000)
                .way("platform-http: and jms: by hand", first(TrafficBridge::eventByHand))
                .way("the routes of the bridge", first(TrafficBridge::event));
    }

    Comparison mails() {
        return Comparison.ofCalled("A webhook to a mail", 80)
                .way("platform-http:, jms: and smtp: by hand", first(TrafficBridge::mailByHand))
                .way("the routes of the bridge to mail", first(TrafficBridge::mail));
    }

    Comparison replies() {
        return Comparison.ofCalled("A reply on a queue to Twilio", 400)
                .way("jms: and http: by hand", first(TrafficBridge::replyByHand))
                .way("the route of the bridge, keys remembered", first(TrafficBridge::rememberedReply))
                .way("the route of the bridge, each looked for", first(TrafficBridge::reply));
    }

    private Callable<?> first(Function<TrafficBridge, Callable<?>> way) {
        Callable<?>[] made = new Callable<?>[1];
        return () -> {
            synchronized (this) {
                bridge = bridge == null ? TrafficBridge.start() : bridge;
                made[0] = made[0] == null ? way.apply(bridge) : made[0];
            }
            return made[0].call();
        };
    }

    @Override
    public void close() {
        if (bridge != null) {
            bridge.close();
        }
    }
}
