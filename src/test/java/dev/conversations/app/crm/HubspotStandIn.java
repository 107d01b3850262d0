// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HubSpot's CRM API as far as the routes use it: search, batch upsert, reading, updating and associating objects, with
 * its error shapes. Searches may lag behind, as they do there.
 *
 * @see <a href="https://developers.hubspot.com/docs/api/crm/communications">Communications</a>
 * @see <a href="https://developers.hubspot.com/docs/api-reference/2026-03/crm/search-the-crm">Search</a>
 * @see <a href="https://developers.hubspot.com/docs/api/error-handling">Errors</a>
 */
public final class HubspotStandIn extends HubspotObjects {
    public static final String TOKEN = "pat-eu1-00000000-0000-4000-8000-000000000000";

    private static final Pattern OBJECTS = Pattern.compile("/crm/v3/objects/(\\w+)/(search|batch/upsert|\\d+)");
    private static final Pattern ASSOCIATION =
            Pattern.compile("/crm/v4/objects/(\\w+)/(\\d+)/associations/default/(\\w+)/(\\d+)");
    private static final Map<String, Set<String>> PROPERTIES = Map.of(
            "contacts", Set.of("email", "phone", "mobilephone", "firstname", "lastname", "twilio_address"),
            "communications", Set.of("hs_communication_channel_type", "hs_communication_logged_from",
                    "hs_communication_body", "hs_timestamp", "hubspot_owner_id", "twilio_message_sid"),
            "notes", Set.of("hs_note_body", "hs_timestamp", "hubspot_owner_id", "twilio_message_sid"),
            "tasks", Set.of("hs_task_subject", "hs_task_body", "hs_task_status", "hs_timestamp"));
    private static final Set<String> UNIQUE = Set.of("email", "twilio_address", "twilio_message_sid");
    private static final int LONGEST_VALUE = 65_536;
    private static final Set<String> CHANNELS = Set.of("SMS", "WHATS_APP", "LINKEDIN_MESSAGE");

    private String token = TOKEN;

    public HubspotStandIn() {
        super(PROPERTIES.keySet());
    }

    /** Only this token is accepted from now on. */
    public synchronized void accept(String newToken) {
        token = newToken;
    }

    @Override
    protected Answer answer(Call call) {
        if (!("Bearer " + token).equals(call.token())) {
            return error(401, "INVALID_AUTHENTICATION", "Authentication credentials not found.");
        }
        Matcher object = OBJECTS.matcher(call.path());
        if (object.matches() && PROPERTIES.containsKey(object.group(1))) {
            String type = object.group(1);
            return switch (call.method() + " " + object.group(2).replaceAll("\\d+", "id")) {
                case "POST search" -> search(type, call.json());
                case "POST batch/upsert" -> upsert(type, call.json());
                case "GET id" -> read(type, object.group(2), call.query());
                case "PATCH id" -> update(type, object.group(2), call.json());
                default -> error(405, "METHOD_NOT_ALLOWED", "Method not allowed");
            };
        }
        Matcher association = ASSOCIATION.matcher(call.path());
        if (association.matches() && call.method().equals("PUT")) {
            return associated(association);
        }
        return error(404, "OBJECT_NOT_FOUND", "resource not found");
    }

    private Answer search(String type, Map<String, Object> query) {
        List<Map<String, Object>> groups = list(query.get("filterGroups"));
        if (groups.size() > 5 || ((int) query.getOrDefault("limit", 10)) > 200) {
            return error(400, "VALIDATION_ERROR", "too much");
        }
        List<Map<String, Object>> found = new ArrayList<>();
        searchable(type).forEach((id, properties) -> {
            if (groups.stream().anyMatch(group ->
                    list(group.get("filters")).stream().allMatch(filter -> matches(filter, properties)))) {
                found.add(view(id, Map.of()));
            }
        });
        List<Map<String, Object>> page = found.stream().limit((int) query.getOrDefault("limit", 10)).toList();
        return new Answer(200, Map.of("total", found.size(), "results", page));
    }

    private static boolean matches(Map<String, Object> filter, Map<String, String> properties) {
        String value = properties.get(filter.get("propertyName"));
        return switch ((String) filter.get("operator")) {
            case "EQ" -> Objects.equals(value, filter.get("value"));
            case "IN" -> value != null && ((List<?>) filter.get("values")).contains(value);
            default -> false;
        };
    }

    private Answer upsert(String type, Map<String, Object> batch) {
        List<Map<String, Object>> results = new ArrayList<>();
        for (Map<String, Object> input : list(batch.get("inputs"))) {
            String key = (String) input.get("idProperty");
            Map<String, String> properties = properties(input);
            if (!UNIQUE.contains(key)) {
                return error(400, "VALIDATION_ERROR", "Property " + key + " is not a unique property");
            }
            Optional<Answer> invalid = invalid(type, properties);
            if (invalid.isPresent()) {
                return invalid.get();
            }
            Optional<String> known = holder(type, key, input.get("id"));
            Optional<String> other = properties.entrySet().stream()
                    .filter(property -> UNIQUE.contains(property.getKey()))
                    .flatMap(property -> holder(type, property.getKey(), property.getValue()).stream())
                    .filter(holder -> !known.equals(Optional.of(holder))).findFirst();
            if (other.isPresent()) {
                return error(409, "CONFLICT", "Contact already exists. Existing ID: " + other.get());
            }
            String id = known.orElseGet(() -> add(type, Map.of(key, (String) input.get("id"))));
            objects(type).get(id).putAll(properties);
            Map<String, Object> result = view(id, objects(type).get(id));
            result.put("new", known.isEmpty());
            results.add(result);
        }
        return new Answer(200, Map.of("status", "COMPLETE", "results", results,
                "startedAt", "2026-01-02T03:04:05.000Z", "completedAt", "2026-01-02T03:04:05.100Z"));
    }

    private Answer read(String type, String id, Map<String, String> query) {
        Map<String, String> all = objects(type).get(id);
        if (all == null) {
            return error(404, "OBJECT_NOT_FOUND", "Object not found. objectId are usually numeric.");
        }
        Map<String, String> asked = new LinkedHashMap<>();
        for (String name : query.getOrDefault("properties", "").split(",")) {
            asked.put(name, all.get(name));
        }
        Map<String, Object> view = view(id, asked);
        List<Map<String, String>> to = contactsOf(type, id).stream()
                .map(contact -> Map.of("id", contact, "type", "task_to_contact")).toList();
        if ("contacts".equals(query.get("associations")) && !to.isEmpty()) {
            view.put("associations", Map.of("contacts", Map.of("results", to)));
        }
        return new Answer(200, view);
    }

    private Answer update(String type, String id, Map<String, Object> change) {
        if (!objects(type).containsKey(id)) {
            return error(404, "OBJECT_NOT_FOUND", "Object not found.");
        }
        Map<String, String> properties = properties(change);
        return invalid(type, properties).orElseGet(() -> {
            objects(type).get(id).putAll(properties);
            return new Answer(200, view(id, objects(type).get(id)));
        });
    }

    private Answer associated(Matcher path) {
        boolean known = objects(path.group(1)).containsKey(path.group(2))
                && objects(path.group(3)).containsKey(path.group(4));
        if (!known) {
            return error(404, "OBJECT_NOT_FOUND", "Object not found.");
        }
        associate(path.group(1), path.group(2), path.group(4));
        return new Answer(200, Map.of("status", "COMPLETE", "results", List.of(Map.of(
                "from", Map.of("id", path.group(2)), "to", Map.of("id", path.group(4)),
                "associationSpec", Map.of("associationCategory", "HUBSPOT_DEFINED", "associationTypeId", 81)))));
    }

    private Optional<Answer> invalid(String type, Map<String, String> properties) {
        for (Map.Entry<String, String> property : properties.entrySet()) {
            if (!PROPERTIES.get(type).contains(property.getKey())) {
                return Optional.of(error(400, "VALIDATION_ERROR", "Property values were not valid: [{\"isValid\":false,"
                        + "\"message\":\"Property \\\"" + property.getKey() + "\\\" does not exist\","
                        + "\"error\":\"PROPERTY_DOESNT_EXIST\",\"name\":\"" + property.getKey() + "\"}]"));
            }
            if (property.getValue() != null && property.getValue().length() > LONGEST_VALUE) {
                return Optional.of(error(400, "VALIDATION_ERROR", property.getKey() + " is too long"));
            }
            if (property.getKey().equals("hs_communication_channel_type") && !CHANNELS.contains(property.getValue())) {
                return Optional.of(error(400, "VALIDATION_ERROR", property.getValue() + " was not one of the options"));
            }
        }
        return Optional.empty();
    }

    private Optional<String> holder(String type, String property, Object value) {
        return objects(type).keySet().stream()
                .filter(id -> Objects.equals(objects(type).get(id).get(property), value)).findFirst();
    }

    private static Map<String, Object> view(String id, Map<String, String> properties) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", id);
        view.put("properties", properties);
        view.put("createdAt", "2026-01-02T03:04:05.000Z");
        view.put("updatedAt", "2026-01-02T03:04:05.000Z");
        view.put("archived", false);
        return view;
    }

    public static Answer error(int status, String category, String message) {
        return new Answer(status, Map.of("status", "error", "message", message, "category", category,
                "correlationId", "aeb5f871-7f07-4993-9211-075dc63e7cbf"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> properties(Map<String, Object> input) {
        return (Map<String, String>) input.get("properties");
    }
}
