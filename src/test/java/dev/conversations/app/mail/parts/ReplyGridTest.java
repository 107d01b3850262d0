// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.parts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.app.mail.text.ReplyText;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every header of {@code headers.txt}, above and below the answer, with long and short answers and names of several
 * kinds, as plain text and as HTML.
 */
class ReplyGridTest {
    private static final Path HEADERS = Path.of("src/test/resources/dev/conversations/app/mail/headers.txt");
    private static final double LEAST = 0.95;
    private static final String ADDRESS = "bridge@example.com";
    private static final List<String> NAMES = List.of("Blue Lamp Bridge", "+15551230001 (SMS)", "José Núñez-O'Neill", "ada de la cruz");
    private static final int NARROW = 62;
    private static final Map<String, String> ANSWERS = new TreeMap<>(Map.ofEntries(
            Map.entry("en", "Yes, Tuesday at ten suits us. Please bring the receipt."),
            Map.entry("de", "Ja, Dienstag um zehn passt uns.\n\nBitte den Beleg mitbringen:\n- Rechnung\n- Ausweis"),
            Map.entry("fr", "Oui, mardi à dix heures nous convient.\nMerci d'apporter le reçu."),
            Map.entry("es", "Sí, el martes a las diez nos va bien.\n\nTraiga el recibo, por favor."),
            Map.entry("it", "Sì, martedì alle dieci va bene. Porti la ricevuta, per favore."),
            Map.entry("nl", "Ja, dinsdag om tien uur past ons.\n\nGroeten,\nAda"),
            Map.entry("pt", "Sim, terça às dez serve.\nTraga o recibo, por favor."),
            Map.entry("ru", "Да, вторник в десять подходит.\n\nСпасибо!"),
            Map.entry("pl", "Tak, wtorek o dziesiątej pasuje."),
            Map.entry("tr", "Evet, salı saat onda uygun. Lütfen fişi getirin."),
            Map.entry("ja", "はい、火曜日の十時で大丈夫です。"),
            Map.entry("zh", "好的，星期二十点可以。请带上收据。"),
            Map.entry("sv", "Ja, tisdag klockan tio passar oss."),
            Map.entry("da", "Ja, tirsdag klokken ti passer os.\n\nVenlig hilsen\nAda"),
            Map.entry("nb", "Ja, tirsdag klokken ti passer for oss."),
            Map.entry("fi", "Kyllä, tiistai kello kymmenen sopii."),
            Map.entry("cs", "Ano, úterý v deset nám vyhovuje."),
            Map.entry("hu", "Igen, a kedd tíz óra megfelel."),
            Map.entry("ro", "Da, marți la zece ne convine."),
            Map.entry("el", "Ναι, Τρίτη στις δέκα μας βολεύει."),
            Map.entry("uk", "Так, вівторок о десятій підходить."),
            Map.entry("ko", "네, 화요일 열 시 괜찮습니다."),
            Map.entry("ca", "Sí, dimarts a les deu ens va bé."),
            Map.entry("ar", "نعم، الثلاثاء في العاشرة مناسب لنا.")));
    private static final List<String> QUESTION = List.of("Is there an appointment this week? Order 4711.", "",
            "I wrote on Monday: nobody answered.");

    /** A mail as a program writes it. */
    private record Cell(String name, String language, String type, String text) {
        boolean isExact() throws Exception {
            return reduced().equals(normal(ANSWERS.get(language)));
        }

        boolean losesWords() throws Exception {
            Set<String> lost = new TreeSet<>(List.of(normal(ANSWERS.get(language)).split(" ")));
            lost.removeAll(List.of(reduced().split(" ")));
            return !lost.isEmpty();
        }

        private String reduced() throws Exception {
            String source = "Content-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text;
            return normal(ReplyText.of(MailParts.of(new MimeMessage((Session) null,
                    new ByteArrayInputStream(source.getBytes(UTF_8)))).text()));
        }

        private static String normal(String text) {
            return text.replaceAll("\\s+", " ").strip();
        }
    }

    @Test
    void nearlyAllAnswersOfTheGridAreExactAndNoneLosesWords() throws Exception {
        List<Cell> cells = cells().toList();
        Map<String, int[]> byLanguage = new TreeMap<>();
        List<String> kept = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (Cell cell : cells) {
            int[] counts = byLanguage.computeIfAbsent(cell.language, language -> new int[2]);
            counts[1]++;
            if (cell.isExact()) {
                counts[0]++;
            } else {
                (cell.losesWords() ? lost : kept).add(cell.name);
            }
        }
        int exact = byLanguage.values().stream().mapToInt(counts -> counts[0]).sum();
        System.out.printf("Replies of the grid: %d of %d exact, %d lose words%n", exact, cells.size(), lost.size());
        byLanguage.forEach((language, counts) -> System.out.printf("  %s %d of %d%n", language, counts[0], counts[1]));

        assertThat(lost).isEmpty();
        assertThat(byLanguage.keySet()).isEqualTo(ANSWERS.keySet());
        assertThat((double) exact / cells.size()).as("exact; too much is kept in " + kept).isGreaterThanOrEqualTo(LEAST);
    }

    private static Stream<Cell> cells() throws IOException {
        List<Cell> cells = new ArrayList<>();
        for (String entry : Files.readString(HEADERS, UTF_8).split("(?m)^# ")) {
            if (!entry.isBlank()) {
                String[] title = entry.substring(0, entry.indexOf('\n')).split(" ");
                String header = entry.substring(entry.indexOf('\n') + 1).strip();
                for (String name : NAMES) {
                    add(cells, title, header.replace("{N}", name).replace("{A}", ADDRESS).replace("{S}", "Conversation 62534"));
                }
            }
        }
        return cells.stream();
    }

    private static void add(List<Cell> cells, String[] title, String header) {
        String language = title[0];
        String name = language + " " + title[1];
        String answer = ANSWERS.get(language);
        boolean quoted = title[2].equals("quoted");
        String question = String.join("\n", quoted ? QUESTION.stream().map(line -> ("> " + line).strip()).toList() : QUESTION);
        cells.add(new Cell(name + " top plain", language, "text/plain", answer + "\n\n" + header + "\n\n" + question + "\n"));
        cells.add(new Cell(name + " top close", language, "text/plain", answer + "\n" + header + "\n" + question + "\n"));
        cells.add(new Cell(name + " top wrapped", language, "text/plain", answer + "\n\n" + wrapped(header) + "\n\n" + question + "\n"));
        cells.add(new Cell(name + " top bold", language, "text/plain", answer + "\n\n"
                + header.replaceAll("(?m)^([^<:\\d>-]{1,20} ?:) ?", "*$1* ") + "\n\n" + question + "\n"));
        cells.add(new Cell(name + " top signed", language, "text/plain", answer + "\n\n-- \nAda Example\nSupport\n\n" + header + "\n\n" + question + "\n"));
        cells.add(new Cell(name + " top mobile", language, "text/plain", answer + "\n\nSent from my iPhone\n\n" + header + "\n\n" + question + "\n"));
        cells.add(new Cell(name + " top spaced", language, "text/plain", (answer + "\n\n  " + header + "\n \n" + question + "\n")
                .replace(": ", ":\u00a0 ").replace("\n", "\r\n")));
        cells.add(new Cell(name + " top html", language, "text/html",
                "<div dir=\"ltr\">" + html(answer) + "</div><br>" + htmlQuote(header, quoted)));
        if (quoted) {
            cells.add(new Cell(name + " bottom plain", language, "text/plain", header + "\n" + question + "\n\n" + answer + "\n"));
            cells.add(new Cell(name + " bottom html", language, "text/html",
                    htmlQuote(header, true) + "<p>" + html(answer) + "</p>"));
        }
    }

    /** Sentences broken as programs break them, before a word that goes too far; fields are not. */
    private static String wrapped(String header) {
        if (header.indexOf('\n') >= 0 || header.startsWith("-") && !header.matches("-+ \\p{L}.*")) {
            return header;
        }
        StringBuilder wrapped = new StringBuilder();
        int length = 0;
        for (String word : header.split(" ")) {
            boolean breaks = length > 0 && length + word.length() >= NARROW;
            wrapped.append(length == 0 ? "" : breaks ? "\n" : " ").append(word);
            length = breaks ? word.length() : length + word.length() + 1;
        }
        return wrapped.toString();
    }

    private static String htmlQuote(String header, boolean quoted) {
        String question = html(String.join("\n", QUESTION));
        return "<div>" + html(header).replaceAll("(?m)(^|<br>)([^<:]{2,20}:) ", "$1<b>$2</b>&nbsp;") + "</div>"
                + (quoted ? "<blockquote type=\"cite\">" + question + "</blockquote>" : "<div>" + question + "</div>");
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>");
    }
}
