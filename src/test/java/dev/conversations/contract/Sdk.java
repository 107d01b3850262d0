// SPDX-License-Identifier: Apache-2.0
package dev.conversations.contract;

import com.twilio.base.Creator;
import com.twilio.base.Deleter;
import com.twilio.base.Fetcher;
import com.twilio.base.Reader;
import com.twilio.base.Updater;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Option;
import dev.conversations.api.operation.Option.Place;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;

/** Twilio's own SDK, called by the name of an operation; its classes are found by its naming conventions. */
final class Sdk {

    private static final String ROOT = "com.twilio.rest.conversations.v1.";
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("addresses", "AddressConfiguration"), Map.entry("bindings", "Binding"),
            Map.entry("configuration", "Configuration"), Map.entry("configuration-webhooks", "configuration.Webhook"),
            Map.entry("conversation-with-participants", "ConversationWithParticipants"),
            Map.entry("conversations", "Conversation"), Map.entry("credentials", "Credential"),
            Map.entry("messages", "conversation.Message"), Map.entry("notifications", "configuration.Notification"),
            Map.entry("participant-conversations", "ParticipantConversation"),
            Map.entry("participants", "conversation.Participant"),
            Map.entry("receipts", "conversation.message.DeliveryReceipt"), Map.entry("roles", "Role"),
            Map.entry("service-configuration", "Configuration"), Map.entry("service-webhooks", "configuration.Webhook"),
            Map.entry("services", "Service"), Map.entry("user-conversations", "user.UserConversation"),
            Map.entry("users", "User"), Map.entry("webhooks", "conversation.Webhook"));
    private static final Map<String, String> VERBS = Map.of(
            "create", "Creator", "fetch", "Fetcher", "update", "Updater", "delete", "Deleter", "list", "Reader");

    private final TwilioRestClient client;

    /** An SDK that takes the server at the port for Twilio. */
    Sdk(String user, String password, int port) {
        HttpRoute route = new HttpRoute(new HttpHost("http", "localhost", port));
        HttpClientBuilder http = HttpClientBuilder.create().setRoutePlanner((host, context) -> route);
        client = new TwilioRestClient.Builder(user, password).httpClient(new NetworkHttpClient(http)).build();
    }

    /** What the SDK makes of the reply: a resource, whether a deletion succeeded, or the first page of a list. */
    Object call(Operation operation, boolean inService, Map<String, Object> arguments) throws ReflectiveOperationException {
        Object call = prepared(operation, inService, arguments);
        if (call instanceof Creator<?> creator) {
            return creator.create(client);
        }
        if (call instanceof Fetcher<?> fetcher) {
            return fetcher.fetch(client);
        }
        if (call instanceof Updater<?> updater) {
            return updater.update(client);
        }
        if (call instanceof Deleter<?> deleter) {
            return deleter.delete(client);
        }
        return ((Reader<?>) call).firstPage(client);
    }

    /** All items of a list, page after page. */
    List<Object> read(Operation operation, boolean inService, Map<String, Object> arguments) throws ReflectiveOperationException {
        List<Object> items = new ArrayList<>();
        ((Reader<?>) prepared(operation, inService, arguments)).read(client).forEach(items::add);
        return items;
    }

    /** The options that the SDK takes beside those in the path, by its setters and constructors. */
    static Set<String> setters(Operation operation, boolean inService) throws ReflectiveOperationException {
        Class<?> type = type(operation, inService);
        return Stream.of(type.getMethods())
                .filter(method -> method.getDeclaringClass() == type && method.getName().startsWith("set"))
                .map(method -> lower(method.getName().substring(3)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Object prepared(Operation operation, boolean inService, Map<String, Object> arguments)
            throws ReflectiveOperationException {
        Class<?> type = type(operation, inService);
        List<Object> first = new ArrayList<>();
        if (inService) {
            first.add(arguments.get(Operation.CHAT_SERVICE_SID));
        }
        List<Option> inPath = operation.options().values().stream()
                .filter(option -> option.place() == Place.PATH && !option.name().equals(Operation.CHAT_SERVICE_SID))
                .sorted((a, b) -> operation.path().indexOf("{" + a.name() + "}") - operation.path().indexOf("{" + b.name() + "}"))
                .toList();
        inPath.forEach(option -> first.add(arguments.get(option.name())));
        List<Option> rest = new ArrayList<>(operation.options().values());
        rest.removeIf(option -> option.place() == Place.PATH || !arguments.containsKey(option.name()));
        List<Option> required = rest.stream().filter(Option::required).toList();
        required.forEach(option -> first.add(arguments.get(option.name())));
        rest.removeAll(required);
        Object call = construct(type, first);
        for (Option option : rest) {
            set(call, setter(option), arguments.get(option.name()));
        }
        return call;
    }

    private static String setter(Option option) {
        return "set" + option.wire().replaceAll("[.-]", "");
    }

    private static Class<?> type(Operation operation, boolean inService) throws ClassNotFoundException {
        return Class.forName(ROOT + (inService ? "service." : "") + CLASSES.get(operation.resource().name())
                + VERBS.get(operation.method()));
    }

    private static Object construct(Class<?> type, List<Object> values) throws ReflectiveOperationException {
        for (Constructor<?> constructor : type.getConstructors()) {
            if (constructor.getParameterCount() == values.size()) {
                Object[] arguments = new Object[values.size()];
                Arrays.setAll(arguments, i -> coerced(constructor.getGenericParameterTypes()[i], values.get(i)));
                return constructor.newInstance(arguments);
            }
        }
        throw new NoSuchMethodException(type + " from " + values.size() + " values");
    }

    private static void set(Object call, String setter, Object value) throws ReflectiveOperationException {
        Method best = Stream.of(call.getClass().getMethods())
                .filter(method -> method.getName().equals(setter))
                .filter(method -> value instanceof List == List.class.isAssignableFrom(method.getParameterTypes()[0]))
                .filter(method -> method.getParameterTypes()[0] != String.class || !(value instanceof URI))
                .findFirst().orElseThrow(() -> new NoSuchMethodException(call.getClass() + "." + setter));
        best.invoke(call, coerced(best.getGenericParameterTypes()[0], value));
    }

    private static Object coerced(Type wanted, Object value) {
        if (wanted instanceof ParameterizedType list && value instanceof List<?> values) {
            return values.stream().map(item -> coerced(list.getActualTypeArguments()[0], item)).toList();
        }
        Class<?> type = (Class<?>) wanted;
        if (type == ZonedDateTime.class) {
            return ZonedDateTime.parse(value.toString());
        }
        if (type == URI.class) {
            return URI.create(value.toString());
        }
        if (type == Integer.class) {
            return Integer.valueOf(value.toString());
        }
        if (type == Long.class) {
            return Long.valueOf(value.toString());
        }
        if (type.isEnum()) {
            try {
                return type.getMethod("forValue", String.class).invoke(null, value.toString());
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(type + " has no value " + value, e);
            }
        }
        return value;
    }

    private static String lower(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
