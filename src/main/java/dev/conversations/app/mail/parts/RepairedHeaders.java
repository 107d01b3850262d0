// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.parts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headers that say what a part is, put right where a program wrote them wrongly, so that the part can be read. */
final class RepairedHeaders {
    private static final String TYPE = "Content-Type";
    private static final String DISPOSITION = "Content-Disposition";
    private static final String ENCODING = "Content-Transfer-Encoding";
    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]+";
    private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN);
    private static final Pattern PARAMETER = Pattern.compile("(" + TOKEN + ")\\s*+=(.*)", Pattern.DOTALL);
    private static final Set<String> ENCODINGS =
            Set.of("7bit", "8bit", "binary", "base64", "quoted-printable", "uuencode", "x-uuencode", "x-uue");
    private static final Map<String, String> MEANT = Map.of("base-64", "base64", "b64", "base64", "quotedprintable",
            "quoted-printable", "quoted_printable", "quoted-printable", "qp", "quoted-printable");

    private RepairedHeaders() {}

    static void repair(Part part) throws MessagingException {
        String type = value(part, TYPE);
        if (type != null && !isType(type)) {
            part.setHeader(TYPE, new ContentTypeOf(type).toString());
        }
        String disposition = value(part, DISPOSITION);
        if (disposition != null && !isDisposition(disposition)) {
            List<String> pieces = pieces(disposition);
            String kind = pieces.get(0).strip().matches(TOKEN) ? pieces.get(0).strip() : Part.ATTACHMENT;
            part.setHeader(DISPOSITION, new ContentDisposition(kind, parameters(pieces)).toString());
        }
        String encoding = value(part, ENCODING);
        if (encoding != null && !ENCODINGS.contains(encoding.strip().toLowerCase(Locale.ROOT))) {
            part.setHeader(ENCODING, encoding(encoding));
        }
    }

    private static String value(Part part, String name) throws MessagingException {
        String[] values = part.getHeader(name);
        return values == null || values[0] == null ? null : MimeUtility.unfold(values[0]);
    }

    private static boolean isType(String value) {
        try {
            return isAscii(value) && new ContentType(value).getBaseType() != null;
        } catch (ParseException e) {
            return value.isBlank();
        }
    }

    private static boolean isDisposition(String value) {
        try {
            return isAscii(value) && new ContentDisposition(value).getDisposition() != null;
        } catch (ParseException e) {
            return value.isBlank();
        }
    }

    private static boolean isAscii(String value) {
        return value.chars().allMatch(character -> character < 0x80);
    }

    /** What is unknown is taken as it stands. */
    private static String encoding(String value) {
        String name = value.strip().toLowerCase(Locale.ROOT).replaceAll("[;,\"'(\\s].*", "");
        return ENCODINGS.contains(name) ? name : MEANT.getOrDefault(name, "8bit");
    }

    /** A media type as far as it can be read. */
    private record ContentTypeOf(String value) {
        @Override
        public String toString() {
            List<String> pieces = pieces(value);
            ParameterList parameters = parameters(pieces);
            String type = pieces.get(0).replaceAll("\\([^()]*\\)", "").replaceAll("\\s", "");
            String known = MEDIA_TYPE.matcher(type).matches() ? type : guessed(type, parameters);
            return new ContentType(known.substring(0, known.indexOf('/')), known.substring(known.indexOf('/') + 1),
                    parameters).toString();
        }

        private static String guessed(String type, ParameterList parameters) {
            if (parameters.get("boundary") != null) {
                return "multipart/mixed";
            }
            return parameters.get("name") != null ? "application/octet-stream"
                    : type.toLowerCase(Locale.ROOT).contains("html") ? "text/html" : "text/plain";
        }
    }

    /** Parts between semicolons that no quotes enclose. */
    private static List<String> pieces(String value) {
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        boolean quoted = false;
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            if (character == '\\' && quoted) {
                at++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ';' && !quoted) {
                pieces.add(value.substring(begin, at));
                begin = at + 1;
            }
        }
        pieces.add(value.substring(begin));
        return pieces;
    }

    private static ParameterList parameters(List<String> pieces) {
        ParameterList parameters = new ParameterList();
        for (String piece : pieces.subList(1, pieces.size())) {
            Matcher parameter = PARAMETER.matcher(piece.strip());
            if (parameter.matches() && parameters.get(parameter.group(1)) == null) {
                parameters.set(parameter.group(1), decoded(parameter.group(2).strip()), UTF_8.name());
            }
        }
        return parameters;
    }

    /** Without quotes; raw bytes as UTF-8 if they are, and words that are encoded as in other headers. */
    private static String decoded(String value) {
        String plain = value.startsWith("\"")
                ? value.substring(1, value.lastIndexOf('"') > 0 ? value.lastIndexOf('"') : value.length()).replaceAll("\\\\(.)", "$1")
                : value;
        String text = PartText.guessed(plain.getBytes(ISO_8859_1));
        try {
            return MimeUtility.decodeText(text);
        } catch (UnsupportedEncodingException e) {
            return text;
        }
    }
}
