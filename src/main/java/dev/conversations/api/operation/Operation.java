// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.operation;

import dev.conversations.api.operation.Option.Place;
import dev.conversations.api.text.Nearest;
import dev.conversations.api.text.ShownName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operation of the API as data: one row of the model. It exists at account level, at service level or at both, as its
 * resource's {@link Scope} says; {@code chatServiceSid} is among its options unless it is account-only.
 */
public final class Operation {

    /** The option that moves an operation into a service. */
    public static final String CHAT_SERVICE_SID = "chatServiceSid";

    private final Resource resource;
    private final String method;
    private final Verb verb;
    private final String path;
    private final List<Piece> pieces;
    private final String name;
    private final Map<String, Option> options;
    private final List<Option> inOrder;
    private final List<Option> fields;
    private final List<Option> headers;
    private final String inBody;
    private final String cursor;
    private final List<Trail> trails;

    /**
     * @param path the path below {@code /v1} and the service, with options in braces
     * @param options in the order people expect to read them
     * @param inBody the option that a plain message body stands for; null when there is none
     * @param cursor of a list, the field by which its items are ordered for good; null when only dates can tell
     * @param trails of a create, see {@link #trails}
     */
    Operation(Resource resource, String method, Verb verb, String path, List<Option> options, String inBody, String cursor,
            List<Trail> trails) {
        this.resource = resource;
        this.method = method;
        this.verb = verb;
        this.path = path;
        this.name = resource.name() + "/" + method;
        Map<String, Option> byName = new LinkedHashMap<>();
        options.forEach(option -> byName.put(option.name(), option));
        this.options = Collections.unmodifiableMap(byName);
        this.inOrder = List.copyOf(options);
        this.fields = options.stream().filter(option -> option.place() == Place.QUERY || option.place() == Place.FORM).toList();
        this.headers = options.stream().filter(option -> option.place() == Place.HEADER).toList();
        this.pieces = pieces(path, byName);
        this.inBody = inBody;
        this.cursor = cursor;
        this.trails = trails;
    }

    /** The name in URIs, such as {@code messages/create}. */
    public String name() {
        return name;
    }

    public Resource resource() {
        return resource;
    }

    public String method() {
        return method;
    }

    public Verb verb() {
        return verb;
    }

    /** The path below {@code /v1} and the service, with options in braces. */
    public String path() {
        return path;
    }

    /**
     * A piece of a path.
     *
     * @param fixed what stands there
     * @param option whose value follows; null when none does
     */
    public record Piece(String fixed, Option option) {}

    /** The path as what is fixed and what is not. */
    public List<Piece> pieces() {
        return pieces;
    }

    private static List<Piece> pieces(String path, Map<String, Option> options) {
        List<Piece> pieces = new ArrayList<>();
        int end = 0;
        for (int start = path.indexOf('{'); start >= 0; start = path.indexOf('{', end)) {
            String fixed = path.substring(end, start);
            end = path.indexOf('}', start) + 1;
            pieces.add(new Piece(fixed, options.get(path.substring(start + 1, end - 1))));
        }
        pieces.add(new Piece(path.substring(end), null));
        return List.copyOf(pieces);
    }

    /** The options by name, in the order of the model. */
    public Map<String, Option> options() {
        return options;
    }

    /** The options that are fields, of the query or of the form. */
    public List<Option> fields() {
        return fields;
    }

    /** The options that are headers. */
    public List<Option> headers() {
        return headers;
    }

    /** @throws IllegalArgumentException naming the option that is missing, or the name that is none */
    public void check(Map<String, ?> arguments) {
        int given = 0;
        for (int i = 0; i < inOrder.size(); i++) {
            if (arguments.get(inOrder.get(i).name()) != null) {
                given++;
            } else if (inOrder.get(i).required()) {
                checkNames(arguments.keySet());
                throw new IllegalArgumentException(this + " needs option " + inOrder.get(i).name());
            }
        }
        if (given != arguments.size()) {
            checkNames(arguments.keySet());
        }
    }

    /** @throws IllegalArgumentException naming the one that is no option */
    public void checkNames(Set<String> names) {
        for (String name : names) {
            if (!options.containsKey(name)) {
                throw new IllegalArgumentException("%s has no option %s; it takes %s%s".formatted(
                        this, ShownName.of(name), String.join(", ", options.keySet()), Nearest.question(name, options.keySet())));
            }
        }
    }

    public String inBody() {
        return inBody;
    }

    public String cursor() {
        return cursor;
    }

    /** Of a create, by what its item can be found again; empty when nothing tells it from others. */
    public List<Trail> trails() {
        return trails;
    }

    public boolean isList() {
        return "list".equals(method);
    }

    @Override
    public String toString() {
        return name();
    }
}
