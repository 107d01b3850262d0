// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.broker;

import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsConsumer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.springframework.jms.listener.SimpleMessageListenerContainer;

/** The begin of a route that takes messages from the broker. */
final class QueueConsumer extends JmsConsumer {
    private final QueueEndpoint endpoint;
    private Taking taking;

    QueueConsumer(QueueEndpoint endpoint, Processor processor) {
        super(endpoint, processor, new SimpleMessageListenerContainer());
        this.endpoint = endpoint;
    }

    /** It listens by itself. */
    @Override
    protected void createMessageListener(JmsEndpoint queue, Processor processor) {
        // there is no container to listen to
    }

    @Override
    protected void doStart() {
        ServiceHelper.startService(getProcessor());
        taking = new Taking(endpoint, this);
        taking.start();
    }

    /** What is in work ends. */
    @Override
    protected void doSuspend() {
        taking.suspend();
    }

    @Override
    protected void doStop() {
        if (taking != null) {
            taking.stop();
        }
        ServiceHelper.stopService(getProcessor());
    }
}
