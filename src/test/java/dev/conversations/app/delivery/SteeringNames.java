// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.component.bean.BeanConstants;
import org.apache.camel.component.file.FileConstants;
import org.apache.camel.component.http.HttpConstants;
import org.apache.camel.component.jms.JmsConstants;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.mail.MailConstants;
import org.apache.camel.component.salesforce.SalesforceConstants;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;

/** The names of the headers by which Camel's endpoints, and the mail library behind them, take orders. */
public final class SteeringNames {
    private static final List<Class<?>> KNOWN = List.of(Exchange.class, MailConstants.class, JmsConstants.class,
            KafkaConstants.class, SalesforceConstants.class, SalesforceEndpointConfig.class, HttpConstants.class,
            FileConstants.class, BeanConstants.class, org.apache.camel.http.common.HttpConstants.class);
    private static final List<String> OF_SESSIONS = List.of("host", "port", "user", "from", "submitter", "auth",
            "auth.mechanisms", "auth.login.disable", "auth.ntlm.domain", "ssl.enable", "ssl.trust",
            "ssl.checkserveridentity", "ssl.protocols", "ssl.ciphersuites", "ssl.socketFactory.class",
            "ssl.socketFactory.port", "starttls.enable", "starttls.required", "proxy.host", "proxy.port", "proxy.user",
            "proxy.password", "socks.host", "socks.port", "socketFactory.class", "socketFactory.port",
            "socketFactory.fallback", "sasl.enable", "sasl.mechanisms", "sasl.realm", "sasl.authorizationid",
            "localhost", "localaddress", "localport", "ehlo", "timeout", "connectiontimeout", "writetimeout",
            "sendpartial", "dsn.notify", "dsn.ret", "mailextension", "userset", "noop.strict", "allow8bitmime",
            "reportsuccess", "quitwait", "quitonsessionreject", "usesocketchannels", "chunksize");
    private static final List<String> OF_THE_BRIDGE = List.of("BridgeReplay", "BridgeRoute", "BridgeReason", "BridgeKey",
            "BridgeSignature", "JMSReplyTo", "JMSDestination", "JMSType", "JMSXGroupID");

    private SteeringNames() {}

    /** Those that Camel has constants for. */
    static Stream<String> ofCamel() {
        return KNOWN.stream().flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> field.getType() == String.class && Modifier.isStatic(field.getModifiers()))
                .map(SteeringNames::value);
    }

    /** All of them as mails may bear them, in lower, upper and mixed case and as they are known. */
    static Set<String> names() {
        Stream<String> sessions = Stream.of("mail.smtp.", "mail.smtps.", "mail.imap.", "mail.")
                .flatMap(prefix -> OF_SESSIONS.stream().map(prefix::concat));
        return Stream.of(sessions, ofCamel(), OF_THE_BRIDGE.stream()).flatMap(all -> all)
                .filter(name -> name.matches("[!-9;-~]+"))
                .flatMap(name -> Stream.of(name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT),
                        mixed(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As lines of a mail; without those that say what the mail is. */
    public static String lines(BiFunction<String, String, String> valueOf) {
        Set<String> ofMails = Set.of("content-type", "content-transfer-encoding", "content-disposition", "from",
                "message-id", "in-reply-to", "references");
        return names().stream().filter(name -> !ofMails.contains(name.toLowerCase(Locale.ROOT)))
                .map(name -> name + ": " + valueOf.apply(name, name.toLowerCase(Locale.ROOT)) + "\n")
                .collect(Collectors.joining());
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException | RuntimeException e) {
            return "";
        }
    }

    private static String mixed(String name) {
        StringBuilder mixed = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char one = name.charAt(i);
            mixed.append(i % 2 == 0 ? Character.toUpperCase(one) : Character.toLowerCase(one));
        }
        return mixed.toString();
    }
}
