// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.plan;

/**
 * One thing that goes wrong.
 *
 * @param number of what it meets, as they come in the channel
 */
public record Fault(Channel channel, int number, Mishap mishap) {

    @Override
    public String toString() {
        return channel + " " + number + " " + mishap;
    }
}
