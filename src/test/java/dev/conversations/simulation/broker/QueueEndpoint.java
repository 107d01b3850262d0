// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.broker;

import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.camel.component.jms.JmsConsumer;
import org.apache.camel.component.jms.JmsEndpoint;

/** A queue, as a route knows it. */
final class QueueEndpoint extends JmsEndpoint {
    /** A property: what is sent while the exchange is worked on. */
    static final String TRANSACTION = "simulatedTransaction";

    final Queues queues;
    /** Whether what is sent is in no transaction. */
    final boolean aside;
    final boolean lanes;

    QueueEndpoint(String uri, Queues queues, String name, JmsConfiguration options, boolean aside, boolean lanes) {
        super(uri, null, options, name, false);
        setCamelContext(queues.getCamelContext());
        this.queues = queues;
        this.aside = aside;
        this.lanes = lanes;
    }

    /** No connection is looked at before. */
    @Override
    protected void doStart() {
        // there is none
    }

    @Override
    public Producer createProducer() {
        return new QueueProducer(this);
    }

    @Override
    public JmsConsumer createConsumer(Processor processor) {
        return new QueueConsumer(this, processor);
    }
}
