// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import dev.conversations.api.text.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A message of a conversation, as an entry in the timeline of a customer. Immutable.
 *
 * @param address the customer's phone number, mail address, or address at anaddress at another channel such as {@code messenger:123} or {@code whatsapp:US.13491208655302741918}
 * @param channel how it came or went: {@code sms}, {@code whatsapp}, {@code email} and others
 * @param inbound whether the customer wrote it
 * @param author who wrote it
 * @param text what it says, its media named in lines of their own
 * @param optedOut whether the customer opted out of messages, or in again; null when it tells neither
 */
public record CrmEntry(
        String conversationSid, String messageSid, String address, String channel, boolean inbound, String author,
        String text, Instant time, Boolean optedOut) {
    /** The channel of an entry that says that a message was not delivered; its {@code messageSid} is that of the receipt. */
    static final String FAILURE = "failure";
    private static final int LONGEST_TITLE = 1000;

    /** What it is, in one line. */
    public String title() {
        if (channel.equals(FAILURE)) {
            return "Not delivered to " + address;
        }
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
        return html(Integer.MAX_VALUE);
    }

    /**
     * The address as a member of a JSON object, with a comma before it: {@code , "phone": "+15551230001"}. Nothing when
     * the address is neither a phone number nor an e-mail address.
     */
    public String member(String phone, String email) {
        String name = PhoneNumber.is(address) ? phone : address.contains("@") && !address.contains(":") ? email : null;
        return name == null ? "" : ", " + Json.text(name) + ": " + Json.text(address);
    }

    /** The same, and nothing too when the address is longer than the field. */
    public String memberWithin(String phone, String email, int longest) {
        return address.length() > longest ? "" : member(phone, email);
    }

    /** Its components, date, title and HTML as JSON texts by name, quotes included: safe in a JSON template. */
    public Map<String, String> json() {
        return texts(Json::text);
    }

    /** One of them, for a field that takes no more characters: what is too much is cut off, three dots stand for it. */
    public String jsonWithin(String name, int longest) {
        return Json.text(name.equals("html") ? html(longest) : Html.cut(plain().get(name), longest));
    }

    /** How CRMs may hold the address, as a JSON array. */
    public String jsonSpellings() {
        return Json.text(PhoneNumber.spellings(address));
    }

    /** How CRMs may hold the address, between single quotes and with commas between them. */
    public String quotedSpellings() {
        return PhoneNumber.spellings(address).stream().map(CrmEntry::quote).collect(Collectors.joining(", "));
    }

    /** The same between single quotes, with backslashes before quotes and backslashes, as queries want them. */
    public Map<String, String> quoted() {
        return texts(CrmEntry::quote);
    }

    /** SIDs only, fit for a log. */
    @Override
    public String toString() {
        return "CrmEntry[" + conversationSid + " " + messageSid + "]";
    }

    private String html(int longest) {
        String head = "<p><strong>" + Html.of(Html.cut(title(), LONGEST_TITLE)) + "</strong></p>";
        return head + "<p>" + Html.of(text, longest - head.length() - "<p></p>".length()) + "</p>";
    }

    /** A text between single quotes. */
    static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private Map<String, String> texts(UnaryOperator<String> quote) {
        Map<String, String> texts = plain();
        texts.put("html", html());
        texts.replaceAll((name, text) -> quote.apply(text));
        return texts;
    }

    private Map<String, String> plain() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("conversationSid", conversationSid);
        texts.put("messageSid", messageSid);
        texts.put("address", address);
        texts.put("author", author);
        texts.put("text", text);
        texts.put("time", time.toString());
        texts.put("date", time.toString().substring(0, 10));
        texts.put("title", title());
        return texts;
    }
}
