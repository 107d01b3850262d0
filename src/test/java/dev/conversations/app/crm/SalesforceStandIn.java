// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Salesforce's REST API as far as the routes use it: login with client credentials, simple queries, upserts by external
 * ID and updates, a duplicate rule for contacts, with its error shapes.
 *
 * @see <a href="https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_upsert.htm">Upsert</a>
 * @see <a href="https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm">Errors</a>
 */
public final class SalesforceStandIn extends StandIn {
    public static final String CLIENT = "3MVG9-client";
    public static final String SECRET = "1955279925675241571";

    private static final String API = "/services/data/v56.0/";
    private static final Pattern OBJECT = Pattern.compile(API + "sobjects/(\\w+)/(\\w+)(?:/(.+))?");
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "Contact", Set.of("Id", "LastName", "Phone", "MobilePhone", "Email", "CreatedDate", "Twilio_Address__c"),
            "Task", Set.of("Id", "Subject", "Description", "ActivityDate", "Status", "WhoId", "CreatedDate",
                    "Twilio_Message_Sid__c"));
    private static final Map<String, Integer> LONGEST =
            Map.of("Subject", 255, "Description", 32_000, "LastName", 80, "Email", 80);
    private static final Map<String, String> PREFIXES = Map.of("Contact", "003", "Task", "00T");

    private final Map<String, Map<String, Map<String, Object>>> objects = new LinkedHashMap<>();
    private String session = "none";
    private int sessions;
    private int ids = 1000;
    private String duplicateKey = "duplicateResut";

    public SalesforceStandIn() {
        FIELDS.keySet().forEach(type -> objects.put(type, new LinkedHashMap<>()));
    }

    /** Somebody makes an object by hand. */
    public synchronized String add(String type, Map<String, Object> fields) {
        String id = PREFIXES.get(type) + "5g0000" + ids++ + "AAAAA";
        objects.get(type).put(id, new LinkedHashMap<>(fields));
        objects.get(type).get(id).put("Id", id);
        return id;
    }

    /** Somebody changes an object by hand. */
    public synchronized void set(String type, String id, String field, Object value) {
        objects.get(type).get(id).put(field, value);
    }

    public synchronized Object get(String type, String id, String field) {
        return objects.get(type).get(id).get(field);
    }

    /** The fields of all objects of a type, in the order of their making. */
    public synchronized List<Map<String, Object>> all(String type) {
        return objects.get(type).values().stream().map(Map::copyOf).toList();
    }

    /** The tasks of the contacts with that field. */
    public synchronized List<Map<String, Object>> tasks(String field, String value) {
        return all("Task").stream().filter(task -> contacts(field, value).contains(task.get("WhoId"))).toList();
    }

    /** The ids of the contacts with that field. */
    public synchronized List<String> contacts(String field, String value) {
        return all("Contact").stream().filter(contact -> value.equals(contact.get(field)))
                .map(contact -> (String) contact.get("Id")).toList();
    }

    /** The session ends, as it does after some hours. */
    public synchronized void expire() {
        session = "none";
    }

    /** How duplicates are called from now on: at different times it was spelt differently. */
    public synchronized void duplicatesCalled(String name) {
        duplicateKey = name;
    }

    /** How often a session was begun. */
    public synchronized int sessions() {
        return sessions;
    }

    @Override
    protected Answer answer(Call call) {
        if (call.path().equals("/services/oauth2/token")) {
            return login(call.text());
        }
        if (call.path().startsWith("/services/oauth2/revoke")) {
            return new Answer(200, null);
        }
        if (!("OAuth " + session).equals(call.token()) && !("Bearer " + session).equals(call.token())) {
            return error(401, "INVALID_SESSION_ID", "Session expired or invalid");
        }
        if (call.path().matches(API + "query/?") && call.method().equals("GET")) {
            return query(call.query().get("q"));
        }
        Matcher object = OBJECT.matcher(call.path());
        if (object.matches() && FIELDS.containsKey(object.group(1)) && call.method().equals("PATCH")) {
            return object.group(3) == null
                    ? update(object.group(1), object.group(2), call.json())
                    : upsert(object.group(1), object.group(2), object.group(3), call.json());
        }
        return error(404, "NOT_FOUND", "The requested resource does not exist");
    }

    private Answer login(String form) {
        if (!form.contains("grant_type=client_credentials") || !form.contains("client_id=" + CLIENT)
                || !form.contains("client_secret=" + SECRET)) {
            return new Answer(400, Map.of("error", "invalid_client", "error_description", "invalid client"));
        }
        session = "00D5g000004s!AQ" + ++sessions;
        return new Answer(200, Map.of("access_token", session, "token_type", "Bearer",
                "instance_url", base().toString(), "issued_at", "1767323045000", "signature", "c2lnbmF0dXJl",
                "id", "https://login.salesforce.com/id/00D5g000004sABCEA2/0055g00000AbCdEAAV"));
    }

    private Answer query(String soql) {
        Optional<Soql> parsed = Soql.of(soql);
        if (parsed.isEmpty()) {
            return error(400, "MALFORMED_QUERY", "unexpected token");
        }
        Soql query = parsed.get();
        String type = query.object();
        Optional<String> unknown = query.named().stream().filter(field -> !FIELDS.get(type).contains(field)).findFirst();
        if (unknown.isPresent()) {
            return error(400, "INVALID_FIELD", "No such column '" + unknown.get() + "' on entity '" + type + "'");
        }
        List<Map<String, Object>> records = objects.get(type).values().stream()
                .filter(query::finds).limit(query.limit())
                .map(object -> view(type, object, query.fields())).toList();
        return new Answer(200, Map.of("totalSize", records.size(), "done", true, "records", records));
    }

    private Answer upsert(String type, String key, String value, Map<String, Object> fields) {
        Optional<Answer> invalid = invalid(type, key, fields);
        if (invalid.isPresent()) {
            return invalid.get();
        }
        List<Map<String, Object>> known = objects.get(type).values().stream()
                .filter(object -> value.equals(object.get(key))).toList();
        if (known.isEmpty()) {
            if (type.equals("Contact") && fields.get("LastName") == null) {
                return error(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [LastName]");
            }
            Optional<String> like = like(type, fields);
            if (like.isPresent()) {
                return duplicates(like.get());
            }
            String id = add(type, fields);
            objects.get(type).get(id).put(key, value);
            return new Answer(201, Map.of("id", id, "success", true, "errors", List.of(), "created", true));
        }
        Map<String, Object> object = known.get(0);
        object.putAll(fields);
        return new Answer(200, Map.of("id", object.get("Id"), "success", true, "errors", List.of(), "created", false));
    }

    private Answer update(String type, String id, Map<String, Object> fields) {
        if (!objects.get(type).containsKey(id)) {
            return error(404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible");
        }
        return invalid(type, "Id", fields).orElseGet(() -> {
            objects.get(type).get(id).putAll(fields);
            return new Answer(204, null);
        });
    }

    /** The rule compares mobile phones by their last seven digits, as people write them differently. */
    private Optional<String> like(String type, Map<String, Object> fields) {
        return objects.get(type).values().stream()
                .filter(object -> type.equals("Contact") && digits(fields.get("MobilePhone")).length() >= 7
                        && digits(fields.get("MobilePhone")).equals(digits(object.get("MobilePhone"))))
                .map(object -> (String) object.get("Id")).findFirst();
    }

    private Answer duplicates(String id) {
        String message = "Use one of these records?";
        Map<String, Object> record = Map.of("Id", id, "attributes",
                Map.of("type", "Contact", "url", API + "sobjects/Contact/" + id));
        Map<String, Object> match = Map.of("entityType", "Contact", "errors", List.of(),
                "matchEngine", "FuzzyMatchEngine", "rule", "Standard_Contact_Match_Rule", "size", 1, "success", true,
                "matchRecords", List.of(Map.of("additionalInformation", List.of(), "fieldDiffs", List.of(),
                        "matchConfidence", 100.0, "record", record)));
        return new Answer(400, List.of(Map.of("errorCode", "DUPLICATES_DETECTED", "message", message, duplicateKey,
                Map.of("allowSave", true, "duplicateRule", "Standard_Rule", "duplicateRuleEntityType", "Contact",
                        "errorMessage", message, "matchResults", List.of(match)))));
    }

    private Optional<Answer> invalid(String type, String key, Map<String, Object> fields) {
        Optional<String> tooLong = LONGEST.keySet().stream()
                .filter(field -> Objects.toString(fields.get(field), "").length() > LONGEST.get(field)).findFirst();
        if (tooLong.isPresent()) {
            return Optional.of(error(400, "STRING_TOO_LONG", tooLong.get() + ": data value too large"));
        }
        return Stream.concat(Stream.of(key), fields.keySet().stream())
                .filter(field -> !FIELDS.get(type).contains(field)).findFirst()
                .map(field -> error(400, "INVALID_FIELD", "No such column '" + field + "' on sobject of type " + type));
    }

    private static Map<String, Object> view(String type, Map<String, Object> object, List<String> fields) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("attributes", Map.of("type", type, "url", API + "sobjects/" + type + "/" + object.get("Id")));
        fields.forEach(field -> view.put(field, object.get(field)));
        return view;
    }

    private static String digits(Object phone) {
        String digits = Objects.toString(phone, "").replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - 7));
    }

    public static Answer error(int status, String code, String message) {
        return new Answer(status, List.of(Map.of("errorCode", code, "message", message)));
    }
}
