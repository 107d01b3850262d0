// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.metadata;

/** The names before the slash of a URI. */
public final class Apis {

    public static final String NAMES = "addresses,bindings,configuration,configuration-webhooks,conversations,conversation-with-participants,credentials,messages,notifications,participant-conversations,participants,receipts,roles,service-configuration,service-webhooks,services,user-conversations,users,webhooks,media,events";

    private Apis() {}
}
