/** Operations as data, for users: what there is to call, what each takes, and how its values are written. */
package dev.conversations.api.operation;
