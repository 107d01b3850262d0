// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.call;

/**
 * Where a request works: in the default service, addressed through the account, or in a service that it names.
 *
 * @param service the SID of the service either way
 * @param named whether the path names it
 */
public record Level(String service, boolean named) {

    /** What stands before the path of a resource. */
    public String prefix() {
        return named ? "/v1/Services/" + service : "/v1";
    }
}
