// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

/** Something is never taken, by a CRM or from it, however often it is tried. The message holds nothing personal. */
public final class CrmRefusal extends Exception {
    private static final long serialVersionUID = 1;

    public CrmRefusal(String message) {
        super(message);
    }
}
