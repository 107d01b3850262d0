package dev.conversations.app.crm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
public final class HubspotStandIn extends StandIn {
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
    private static final Set<String> CHANNELS = Set.of("SMS", "WHATS_APP", "LINKEDIN_MESSAGE");

    private final Map<String, Map<String, Map<String, String>>> objects = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<String, String>>> indexed = new LinkedHashMap<>();
    private final Set<String> associations = new LinkedHashSet<>();
    private String token = TOKEN;
    private boolean lagging;
    private long ids = 1000;

    public HubspotStandIn() {
        PROPERTIES.keySet().forEach(type -> objects.put(type, new LinkedHashMap<>()));
    }

    /** Somebody makes an object by hand. */
    public synchronized String add(String type, Map<String, String> properties) {
        String id = String.valueOf(ids++);
        objects.get(type).put(id, new LinkedHashMap<>(properties));
        return id;
    }

    /** Somebody makes an object on the timeline of a contact. */
    public synchronized String addAt(String contact, String type, Map<String, String> properties) {
        String id = add(type, properties);
        associations.add(type + "/" + id + "/contacts/" + contact);
        return id;
    }

    /** Somebody changes an object by hand. */
    public synchronized void set(String type, String id, String property, String value) {
        objects.get(type).get(id).put(property, value);
    }

    public synchronized String get(String type, String id, String property) {
        return objects.get(type).get(id).get(property);
    }

    /** The properties of all objects of a type, in the order of their making. */
    public synchronized List<Map<String, String>> all(String type) {
        return objects.get(type).values().stream().map(Map::copyOf).toList();
    }

    /** What stands on the timelines of the contacts with that property. */
    public synchronized List<Map<String, String>> timeline(String type, String property, String value) {
        return objects.get(type).keySet().stream()
                .filter(id -> contacts(property, value).stream()
                        .anyMatch(contact -> associations.contains(type + "/" + id + "/contacts/" + contact)))
                .map(id -> Map.copyOf(objects.get(type).get(id))).toList();
    }

    /** The ids of the contacts with that property. */
    public synchronized List<String> contacts(String property, String value) {
        return objects.get("contacts").entrySet().stream()
                .filter(contact -> value.equals(contact.getValue().get(property))).map(Map.Entry::getKey).toList();
    }

    /** From now on searches find what is there now, and nothing newer. */
    public synchronized void index() {
        lagging = true;
        indexed.clear();
        objects.forEach((type, all) -> {
            Map<String, Map<String, String>> copy = new LinkedHashMap<>();
            all.forEach((id, properties) -> copy.put(id, new LinkedHashMap<>(properties)));
            indexed.put(type, copy);
        });
    }

    /** From now on searches find everything at once. */
    public synchronized void indexAtOnce() {
        lagging = false;
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
        (lagging ? indexed : objects).get(type).forEach((id, properties) -> {
            boolean matches = groups.stream().anyMatch(group -> list(group.get("filters")).stream().allMatch(filter ->
                    "EQ".equals(filter.get("operator"))
                            && Objects.equals(properties.get(filter.get("propertyName")), filter.get("value"))));
            if (matches) {
                found.add(view(id, Map.of()));
            }
        });
        List<Map<String, Object>> page = found.stream().limit((int) query.getOrDefault("limit", 10)).toList();
        return new Answer(200, Map.of("total", found.size(), "results", page));
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
            objects.get(type).get(id).putAll(properties);
            Map<String, Object> result = view(id, objects.get(type).get(id));
            result.put("new", known.isEmpty());
            results.add(result);
        }
        return new Answer(200, Map.of("status", "COMPLETE", "results", results,
                "startedAt", "2026-01-02T03:04:05.000Z", "completedAt", "2026-01-02T03:04:05.100Z"));
    }

    private Answer read(String type, String id, Map<String, String> query) {
        Map<String, String> all = objects.get(type).get(id);
        if (all == null) {
            return error(404, "OBJECT_NOT_FOUND", "Object not found. objectId are usually numeric.");
        }
        Map<String, String> asked = new LinkedHashMap<>();
        for (String name : query.getOrDefault("properties", "").split(",")) {
            asked.put(name, all.get(name));
        }
        Map<String, Object> view = view(id, asked);
        List<Map<String, String>> to = associations.stream().filter(a -> a.startsWith(type + "/" + id + "/contacts/"))
                .map(a -> Map.of("id", a.substring(a.lastIndexOf('/') + 1), "type", "task_to_contact")).toList();
        if ("contacts".equals(query.get("associations")) && !to.isEmpty()) {
            view.put("associations", Map.of("contacts", Map.of("results", to)));
        }
        return new Answer(200, view);
    }

    private Answer update(String type, String id, Map<String, Object> change) {
        if (!objects.get(type).containsKey(id)) {
            return error(404, "OBJECT_NOT_FOUND", "Object not found.");
        }
        Map<String, String> properties = properties(change);
        return invalid(type, properties).orElseGet(() -> {
            objects.get(type).get(id).putAll(properties);
            return new Answer(200, view(id, objects.get(type).get(id)));
        });
    }

    private Answer associated(Matcher path) {
        boolean known = objects.getOrDefault(path.group(1), Map.of()).containsKey(path.group(2))
                && objects.getOrDefault(path.group(3), Map.of()).containsKey(path.group(4));
        if (!known) {
            return error(404, "OBJECT_NOT_FOUND", "Object not found.");
        }
        associations.add(path.group(1) + "/" + path.group(2) + "/contacts/" + path.group(4));
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
            if (property.getKey().equals("hs_communication_channel_type") && !CHANNELS.contains(property.getValue())) {
                return Optional.of(error(400, "VALIDATION_ERROR", property.getValue() + " was not one of the options"));
            }
        }
        return Optional.empty();
    }

    private Optional<String> holder(String type, String property, Object value) {
        return objects.get(type).keySet().stream()
                .filter(id -> Objects.equals(objects.get(type).get(id).get(property), value)).findFirst();
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
