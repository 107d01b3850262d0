// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import java.util.List;

/**
 * What an agent wrote in a CRM for a customer. Immutable.
 *
 * @param crm the CRM it stands in
 * @param task its name there
 * @param text what the customer shall read
 * @param addresses where the customer may be found, as Twilio writes addresses
 */
public record CrmReply(String crm, String task, String text, List<String> addresses) {

    public CrmReply {
        addresses = List.copyOf(addresses);
    }

    /** Fit for a log. */
    @Override
    public String toString() {
        return "CrmReply[" + crm + " " + task + "]";
    }
}
