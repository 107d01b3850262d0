package dev.conversations.app.crm;

import dev.conversations.api.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A message of a conversation, as an entry in the timeline of a customer. Immutable.
 *
 * @param address the customer's phone number, mail address, or address at another channel such as {@code messenger:123}
 * @param channel how it came or went: {@code sms}, {@code whatsapp}, {@code email} and others
 * @param inbound whether the customer wrote it
 * @param author who wrote it
 * @param text what it says, its media named in lines of their own
 */
public record CrmEntry(
        String conversationSid, String messageSid, String address, String channel, boolean inbound, String author,
        String text, Instant time) {

    /** What it is, in one line. */
    public String title() {
        String name = switch (channel) {
            case "sms" -> "SMS";
            case "whatsapp" -> "WhatsApp";
            case "rcs" -> "RCS";
            case "email" -> "E-mail";
            default -> Character.toUpperCase(channel.charAt(0)) + channel.substring(1);
        };
        return inbound ? name + " from " + address : name + " to " + address + " by " + author;
    }

    /** Title and text as HTML. */
    public String html() {
        return "<p><strong>" + Html.of(title()) + "</strong></p><p>" + Html.of(text) + "</p>";
    }

    /**
     * The address as a member of a JSON object, with a comma before it: {@code , "phone": "+15551230001"}. Nothing when
     * the address is neither a phone number nor an e-mail address.
     */
    public String member(String phone, String email) {
        String name = address.startsWith("+") ? phone : address.contains("@") ? email : null;
        return name == null ? "" : ", " + Json.text(name) + ": " + Json.text(address);
    }

    /** Its components, date, title and HTML as JSON texts by name, quotes included: safe in a JSON template. */
    public Map<String, String> json() {
        return texts(Json::text);
    }

    /** The same between single quotes, with backslashes before quotes and backslashes, as queries want them. */
    public Map<String, String> quoted() {
        return texts(text -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'");
    }

    /** SIDs only, fit for a log. */
    @Override
    public String toString() {
        return "CrmEntry[" + conversationSid + " " + messageSid + "]";
    }

    private Map<String, String> texts(UnaryOperator<String> quote) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("conversationSid", conversationSid);
        texts.put("messageSid", messageSid);
        texts.put("address", address);
        texts.put("author", author);
        texts.put("text", text);
        texts.put("time", time.toString());
        texts.put("date", time.toString().substring(0, 10));
        texts.put("title", title());
        texts.put("html", html());
        texts.replaceAll((name, text) -> quote.apply(text));
        return texts;
    }
}
