// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.state;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.cluster.CamelClusterEventListener;
import org.apache.camel.cluster.CamelClusterMember;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.cluster.CamelClusterView;
import org.apache.camel.support.cluster.ClusterServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Whether this node is the one that does what need be done once. The cluster service of the context decides, among the nodes that
 * name the same thing to do; where there is none, every node does it.
 */
public final class Leadership extends ServiceSupport implements CamelClusterEventListener.Leadership {

    private static final String PREFIX = "twilio-conversations-";

    private final CamelContext context;
    private final String namespace;
    private final Runnable gained;
    private CamelClusterService cluster;
    private CamelClusterView view;
    private volatile boolean held;

    /**
     * @param task names what is to be done once, alike on all nodes
     * @param gained is told when it has become this node's
     */
    public Leadership(CamelContext context, String task, Runnable gained) {
        this.context = context;
        this.namespace = PREFIX + Fingerprint.of(task);
        this.gained = gained;
    }

    public boolean isHeld() {
        return held;
    }

    @Override
    public void leadershipChanged(CamelClusterView changed, CamelClusterMember leader) {
        boolean before = held;
        held = leader != null && leader.isLocal();
        if (held && !before) {
            gained.run();
        }
    }

    @Override
    protected void doStart() throws Exception {
        Optional<CamelClusterService> found = service();
        if (found.isEmpty()) {
            held = true;
            gained.run();
            return;
        }
        cluster = found.get();
        view = cluster.getView(namespace);
        view.addEventListener(this);
    }

    /** That of the context, or one that is bound and was never made one of its services, as by Camel Main's properties. */
    private Optional<CamelClusterService> service() throws Exception {
        if (ClusterServiceHelper.lookupService(context).isEmpty()) {
            CamelClusterService bound = context.getRegistry().findSingleByType(CamelClusterService.class);
            if (bound != null) {
                context.addService(bound, true, true);
            }
        }
        return ClusterServiceHelper.lookupService(context);
    }

    @Override
    protected void doStop() throws Exception {
        held = false;
        if (view != null) {
            view.removeEventListener(this);
            cluster.releaseView(view);
            view = null;
        }
    }
}
