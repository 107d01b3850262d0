// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.kamelet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is asked of the route in a Kamelet: canonical notation, a component of its own, nothing that a message could steer. */
final class TemplateRules {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([A-Za-z0-9-._]+)(?::[^}]*)?}}");
    private static final Set<String> STEPS = Set.of("marshal", "unmarshal", "to", "choice", "filter", "setHeader", "setProperty", "setBody",
            "removeHeaders", "convertBodyTo", "process");
    private static final Set<String> WITH_EXPRESSION = Set.of("filter", "setHeader", "setProperty", "setBody");
    private static final Set<String> RISKY = Set.of("validateSignature", "reportOnly", "trustedProxies");
    private static final String OWN = "{{local-twilio-conversations}}:";
    private static final String SCHEME = "twilio-conversations:";

    private final Predicate<String> known;
    private final List<String> faults = new ArrayList<>();

    private TemplateRules(Predicate<String> known) {
        this.known = known;
    }

    /** @param known whether the component knows an endpoint of that URI */
    static List<String> faults(List<Kamelet> kamelets, Predicate<String> known) {
        TemplateRules rules = new TemplateRules(known);
        kamelets.forEach(rules::ends);
        kamelets.forEach(rules::parameters);
        kamelets.forEach(rules::beans);
        kamelets.forEach(rules::notation);
        kamelets.forEach(rules::endpoints);
        kamelets.forEach(rules::security);
        return rules.faults;
    }

    private void check(boolean right, Kamelet kamelet, String fault) {
        if (!right) {
            faults.add(kamelet.file() + ": " + fault);
        }
    }

    private void ends(Kamelet kamelet) {
        List<String> steps = kamelet.steps().stream().map(Map.Entry::getKey).toList();
        String last = steps.isEmpty() ? "" : steps.get(steps.size() - 1);
        if (kamelet.type().equals("source")) {
            check(steps.equals(List.of("marshal", "to")) && "kamelet:sink".equals(Kamelet.map(kamelet.steps().get(1).getValue()).get("uri")),
                    kamelet, "does not go to kamelet:sink as JSON");
        } else {
            check(kamelet.text("spec/template/from/uri").equals("kamelet:source"), kamelet, "does not come from kamelet:source");
            check(last.equals("marshal"), kamelet, "does not end with JSON");
        }
    }

    private void parameters(Kamelet kamelet) {
        Set<String> used = new HashSet<>();
        texts(kamelet.at("spec/template")).forEach(text ->
                PLACEHOLDER.matcher(text).results().forEach(found -> used.add(found.group(1))));
        Set<String> declared = new HashSet<>(kamelet.properties().keySet());
        beansOf(kamelet).forEach(bean -> declared.add(String.valueOf(bean.get("name"))));
        check(declared.containsAll(used), kamelet, "uses a property that is not declared");
        check(used.containsAll(declared), kamelet, "declares a property that is not used");
    }

    private void beans(Kamelet kamelet) {
        beansOf(kamelet).forEach(bean -> {
            String name = String.valueOf(bean.get("name"));
            String type = String.valueOf(bean.get("type"));
            check(name.startsWith("local-"), kamelet, "bean " + name + " is not local");
            check(type.startsWith("#class:") && exists(type.substring(7)), kamelet, "bean " + name + " has no class");
            if (type.endsWith("ConversationsComponent")) {
                check(Kamelet.map(bean.get("properties")).keySet().containsAll(List.of("accountSid", "authToken", "apiKeySid", "apiKeySecret",
                        "region", "edge", "baseUri")), kamelet, "bean " + name + " lacks a part of the connection");
            }
        });
    }

    private static List<Map<String, Object>> beansOf(Kamelet kamelet) {
        return kamelet.at("spec/template/beans") instanceof List<?> list ? list.stream().map(Kamelet::map).toList() : List.of();
    }

    private static boolean exists(String type) {
        try {
            return Class.forName(type) != null;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private void notation(Kamelet kamelet) {
        check(!(kamelet.at("spec/template/from/steps") instanceof List<?> list)
                || list.stream().allMatch(step -> Kamelet.map(step).size() == 1), kamelet, "a step that is more than one");
        kamelet.steps().forEach(step -> {
            Map<String, Object> content = Kamelet.map(step.getValue());
            check(STEPS.contains(step.getKey()), kamelet, "step " + step.getKey() + " is none that Kamelets here use");
            check(step.getValue() instanceof Map<?, ?>, kamelet, "step " + step.getKey() + " is written in short");
            check(!WITH_EXPRESSION.contains(step.getKey()) || isExplicit(content.get("expression")), kamelet,
                    "step " + step.getKey() + " has no explicit expression");
            if (content.get("when") instanceof List<?> branches) {
                check(branches.stream().allMatch(branch -> isExplicit(Kamelet.map(branch).get("expression"))), kamelet,
                        "a branch has no explicit expression");
            }
        });
    }

    /** A language with its expression, written out. */
    private static boolean isExplicit(Object expression) {
        Map<String, Object> language = Kamelet.map(expression);
        return language.size() == 1 && language.values().stream().allMatch(each -> Kamelet.map(each).get("expression") instanceof String);
    }

    private void endpoints(Kamelet kamelet) {
        Stream<Map<String, Object>> called = kamelet.steps().stream().filter(step -> step.getKey().equals("to"))
                .map(step -> Kamelet.map(step.getValue()));
        Stream.concat(Stream.of(kamelet.map("spec/template/from")), called).forEach(endpoint -> {
            String uri = String.valueOf(endpoint.get("uri"));
            check(uri.startsWith(OWN) || uri.matches("kamelet:(source|sink)"), kamelet, uri + " is not of a component of its own");
            check(!uri.contains("?"), kamelet, uri + " holds parameters");
            if (uri.startsWith(OWN)) {
                known(kamelet, uri, Kamelet.map(endpoint.get("parameters")));
            }
        });
    }

    private void known(Kamelet kamelet, String uri, Map<String, Object> parameters) {
        check(parameters.keySet().stream().noneMatch(RISKY::contains), kamelet, "a parameter that lets strangers in");
        StringBuilder full = new StringBuilder(SCHEME + filled(kamelet, uri.substring(OWN.length())));
        parameters.keySet().forEach(name -> full.append(full.indexOf("?") < 0 ? "?" : "&").append(name).append("={{x}}"));
        check(known.test(full.toString()), kamelet, full + " is not what the component knows");
    }

    /** A path with what its properties are by default, or by way of example. */
    private static String filled(Kamelet kamelet, String path) {
        return PLACEHOLDER.matcher(path).replaceAll(found -> {
            Map<String, Object> property = Kamelet.map(kamelet.properties().get(found.group(1)));
            return String.valueOf(property.getOrDefault("default", property.get("example")));
        });
    }

    /** What a message brings steers nothing: its headers are gone before one is set or the component is called. */
    private void security(Kamelet kamelet) {
        boolean clean = kamelet.type().equals("source");
        for (Map.Entry<String, Object> step : kamelet.steps()) {
            Map<String, Object> content = Kamelet.map(step.getValue());
            clean |= step.getKey().equals("removeHeaders") && "CamelTwilioConversations*".equals(content.get("pattern"));
            boolean sets = step.getKey().equals("setHeader") && String.valueOf(content.get("name")).startsWith("CamelTwilio");
            boolean calls = step.getKey().equals("to") && String.valueOf(content.get("uri")).startsWith(OWN);
            check(clean || !sets && !calls, kamelet, "headers of the message are still there at " + step.getKey());
        }
        boolean inside = kamelet.at("spec/template/from/steps") instanceof List<?> steps && !kamelet.type().equals("source")
                && kamelet.text().contains("removeHeaders") && steps.stream().noneMatch(step -> Kamelet.map(step).containsKey("removeHeaders"));
        check(!inside, kamelet, "headers of the message are gone only sometimes");
    }

    private static Stream<String> texts(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(TemplateRules::texts);
        }
        return tree instanceof List<?> list ? list.stream().flatMap(TemplateRules::texts) : Stream.of(String.valueOf(tree));
    }
}
