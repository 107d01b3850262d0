// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

/** A CRM does not take something now, but may later. The message holds nothing personal. */
public final class CrmBusy extends Exception {
    private static final long serialVersionUID = 1;

    public CrmBusy(String message) {
        super(message);
    }
}
