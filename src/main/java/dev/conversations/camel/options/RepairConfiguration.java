// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.options;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Whether and where events are looked for of which no webhook told. */
@UriParams
public abstract class RepairConfiguration extends TrustConfiguration {

    @UriParam(label = "consumer", defaultValue = "false",
            description = "Whether to ask the API, at start and from time to time, for messages, participants and conversations of which"
                    + " no webhook told, and to give the route an event for each. How far that got is kept in stateRepository.")
    private boolean repair;

    @UriParam(label = "consumer", defaultValue = "1m", javaType = "java.time.Duration",
            description = "How long to wait from the end of a repair to the next one.")
    private long repairDelay = 60_000;

    @UriParam(label = "consumer",
            description = "The services whose conversations are repaired, comma-separated; by default that of registrationServiceSid or"
                    + " the component's chatServiceSid, else the account's default service.")
    private String repairServiceSid;

    RepairConfiguration() {}

    public boolean isRepair() {
        return repair;
    }

    public void setRepair(boolean repair) {
        this.repair = repair;
    }

    public long getRepairDelay() {
        return repairDelay;
    }

    public void setRepairDelay(long repairDelay) {
        this.repairDelay = repairDelay;
    }

    public String getRepairServiceSid() {
        return repairServiceSid;
    }

    public void setRepairServiceSid(String repairServiceSid) {
        this.repairServiceSid = repairServiceSid;
    }
}
