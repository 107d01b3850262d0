package dev.conversations.camel.call;

import java.util.Map;

/**
 * What one exchange asks for.
 *
 * @param arguments the operation's options by name
 * @param limit of a list, how many items to return at most
 * @param streaming of a list, whether its pages are fetched as the items are read
 */
public record Call(Map<String, Object> arguments, long limit, boolean streaming) {}
