// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator;

import static dev.conversations.generator.model.Names.capitalise;
import static dev.conversations.generator.model.Names.quote;

import dev.conversations.generator.model.Model;
import dev.conversations.generator.model.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what tools complete and check URIs and headers by: nothing of it runs. */
final class MetadataWriter {

    private static final String EVENTS = "events";
    private static final List<Param> LIST_PARAMS = List.of(
            new Param("limit", "Integer",
                    "How many items to return at most; all by default, held in memory unless streaming is true.",
                    List.of(), false, true),
            new Param("streaming", "Boolean",
                    "Whether to return an iterator that fetches page after page, in place of a list that is held in memory.",
                    List.of(), false, true));
    private static final List<Param> ONCE_PARAMS = List.of(
            new Param("idempotencyKey", "String",
                    "Your name for what is to be made: under one name one is made, however often the call is made, fails or is cut off.",
                    List.of(), false, true),
            new Param("idempotencyWindow", "String",
                    "How far back it is looked for before it is made, where no idempotentRepository tells; a day by default.",
                    List.of(), false, true));

    private MetadataWriter() {}

    private record Param(
            String name, String type, String description, List<String> values, boolean secret, boolean optional) {

        static Param of(Model.Option option) {
            String type = switch (option.type()) {
                case "integer" -> "Integer";
                case "boolean" -> "Boolean";
                default -> "String";
            };
            List<String> values = option.type().equals("string") ? option.values() : List.of();
            return new Param(
                    option.name(), type, option.description(), values, option.is("secret"), !option.required());
        }
    }

    /** The classes of the package by their names. */
    static Map<String, String> write(Model model) {
        Map<String, String> classes = new TreeMap<>();
        model.callable().forEach(resource -> classes.put(className(resource.name()), api(
                resource.name(), resource.description(), side(resource), methods(resource), params(resource))));
        classes.put(className(EVENTS), events(model));
        classes.put("Apis", names(model));
        return classes;
    }

    /** The class of the header names. */
    static String headers(Model model) {
        Map<String, Param> params = new TreeMap<>();
        Stream<Param> options = model.callable().stream().flatMap(resource -> resource.operations().stream())
                .flatMap(row -> row.options().stream()).map(Param::of);
        Stream.of(options, LIST_PARAMS.stream(), ONCE_PARAMS.stream()).flatMap(some -> some).forEach(param -> params.putIfAbsent(param.name(), param));
        return """
                package dev.conversations.camel.options;

                import org.apache.camel.spi.Metadata;

                /** The headers that hold values for options, in place of those in the URI or body. */
                public abstract class OptionHeaders {

                %s
                    OptionHeaders() {}
                }
                """.formatted(params.values().stream().map(MetadataWriter::header).collect(Collectors.joining("\n")));
    }

    private static String header(Param param) {
        return """
                    @Metadata(label = "producer", javaType = "%s"%s, description = %s)
                    public static final String %s = "CamelTwilioConversations%s";
                """.formatted(param.type(), param.secret() ? ", secret = true" : "",
                quote("Option " + param.name() + ": " + param.description()), Names.constant(param.name()),
                capitalise(param.name()));
    }

    private static String names(Model model) {
        String names = Stream.concat(model.callable().stream().map(Model.Resource::name), Stream.of(EVENTS))
                .collect(Collectors.joining(","));
        return """
                package dev.conversations.camel.metadata;

                /** The names before the slash of a URI. */
                public final class Apis {

                    public static final String NAMES = "%s";

                    private Apis() {}
                }
                """.formatted(names);
    }

    private static String events(Model model) {
        Map<String, String> methods = new LinkedHashMap<>();
        model.events().forEach(event -> methods.put(event.name(), method(
                event.name(), event.facts().get("description").toString(), "WebhookEvent " + event.name() + "()")));
        methods.put("all", method("all", "Any event that tells of something done.", "WebhookEvent all(String only)"));
        Param only = new Param(
                "only", "String", "The events to receive, comma-separated; all by default.", List.of(), false, true);
        return api(EVENTS, "Events that Twilio sends", ", consumerOnly = true", List.copyOf(methods.values()),
                Map.of(only, List.of("all")));
    }

    /** What can be listed can be polled as well. */
    private static String side(Model.Resource resource) {
        boolean listed = resource.operations().stream().anyMatch(row -> row.method().equals("list"));
        return listed ? "" : ", producerOnly = true";
    }

    private static List<String> methods(Model.Resource resource) {
        List<String> methods = new ArrayList<>();
        for (Model.Operation row : resource.operations()) {
            String doing = switch (row.method()) {
                case "create" -> "Makes one";
                case "fetch" -> "Reads one";
                case "update" -> "Changes one";
                case "delete" -> "Deletes one";
                case "upload" -> "Uploads the body";
                case "download" -> "Downloads one into the body";
                default -> "Lists them";
            };
            String body = row.inBody() == null ? "." : "; the body stands for " + row.inBody() + ".";
            String returns = switch (row.method()) {
                case "delete" -> "void";
                case "download" -> "java.io.File";
                case "list" -> "java.util.List<%s>".formatted(resource.record());
                default -> resource.record();
            };
            String params = row.options().stream().map(Param::of).map(param -> param.type() + " " + param.name())
                    .collect(Collectors.joining(", "));
            methods.add(method(row.method(), doing + body, "%s %s(%s)".formatted(returns, row.method(), params)));
        }
        return methods;
    }

    /** Every parameter with the methods that take it; one that is required here and optional there counts as two. */
    private static Map<Param, List<String>> params(Model.Resource resource) {
        Map<Param, List<String>> params = new LinkedHashMap<>();
        for (Model.Operation row : resource.operations()) {
            List<Param> ours = row.method().equals("list") ? LIST_PARAMS : row.once().isEmpty() ? List.of() : ONCE_PARAMS;
            Stream.concat(row.options().stream().map(Param::of), ours.stream()).forEach(param -> params.computeIfAbsent(param, p -> new ArrayList<>()).add(row.method()));
        }
        return params;
    }

    private static String api(
            String name, String description, String side, List<String> methods, Map<Param, List<String>> params) {
        return """
                package dev.conversations.camel.metadata;

                import org.apache.camel.spi.ApiMethod;
                import org.apache.camel.spi.ApiParam;
                import org.apache.camel.spi.ApiParams;
                import org.apache.camel.spi.UriParam;
                import org.apache.camel.spi.UriParams;

                /** What {@code %s/...} takes. */
                @ApiParams(apiName = %s, description = %s, aliases = {}%s, apiMethods = {
                %s
                })
                @UriParams
                final class %s {

                %s}
                """.formatted(name, quote(name), quote(description), side, String.join(",\n", methods), className(name),
                params.entrySet().stream().map(MetadataWriter::field).collect(Collectors.joining("\n")));
    }

    private static String method(String name, String description, String signature) {
        return "    @ApiMethod(methodName = %s, description = %s,\n            signatures = %s)".formatted(
                quote(name), quote(description), quote(signature));
    }

    private static String field(Map.Entry<Param, List<String>> entry) {
        Param param = entry.getKey();
        Function<String, String> method = name -> "            @ApiMethod(methodName = %s, description = %s)".formatted(
                quote(name), quote(param.description()));
        return """
                    @UriParam(name = %s%s%s)
                    @ApiParam(optional = %s, apiMethods = {
                %s
                    })
                    private %s %s;
                """.formatted(quote(param.name()),
                param.values().isEmpty() ? "" : ", enums = " + quote(String.join(",", param.values())),
                param.secret() ? ", secret = true" : "", param.optional(),
                entry.getValue().stream().map(method).collect(Collectors.joining(",\n")),
                param.type(), param.optional() ? param.name() : "required" + capitalise(param.name()));
    }

    private static String className(String api) {
        return Names.type(api) + "Api";
    }
}
