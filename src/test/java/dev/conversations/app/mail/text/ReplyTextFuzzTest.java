// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.app.delivery.Undeliverable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Answers that chance makes of what people and mail programs write. */
class ReplyTextFuzzTest {
    private static final String SAID = "We come at noon and bring the keys.";

    @Property
    void noWordIsAddedOrMoved(@ForAll("mails") String mail) {
        takesAway(ReplyText::of, mail);
    }

    @Property
    void whatAPersonSaidFirstIsLeft(@ForAll("mails") String mail) {
        keeps(ReplyText::of, SAID + "\n\n" + mail);
    }

    @Property
    void htmlIsReadOrRefused(@ForAll("html") String html) {
        try {
            assertThat(HtmlText.of(html)).doesNotContain("<script", "</style");
        } catch (Undeliverable refused) {
            assertThat(refused).message().isNotBlank().doesNotContain("steal");
        }
    }

    @Example
    void aReductionThatCutsAtTheFirstDateIsFound() {
        assertThatThrownBy(() -> mails().sampleStream().limit(1000).forEach(mail ->
                keeps(text -> text.replaceFirst("(?s)noon.*", ""), SAID + "\n\n" + mail))).isInstanceOf(AssertionError.class);
    }

    @Example
    void aReductionThatTellsWhatItLeftOutIsFound() {
        assertThatThrownBy(() -> mails().sampleStream().limit(1000).forEach(mail ->
                takesAway(text -> ReplyText.of(text) + "\n[more]", mail))).isInstanceOf(AssertionError.class);
    }

    private static void takesAway(UnaryOperator<String> reduction, String mail) {
        Iterator<String> words = words(mail).iterator();
        for (String word : words(reduction.apply(mail))) {
            boolean found = false;
            while (!found && words.hasNext()) {
                found = words.next().equals(word);
            }
            assertThat(found).as("a word that the mail does not have there: %s", word).isTrue();
        }
    }

    private static void keeps(UnaryOperator<String> reduction, String mail) {
        assertThat(reduction.apply(mail)).contains(SAID);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s>\\p{Cntrl}]+")).filter(word -> !word.isEmpty()).toList();
    }

    @Provide
    Arbitrary<String> mails() {
        Arbitrary<String> lines = Arbitraries.of("", "Yes.", "> 30 kg is too heavy", "> an older word", ">> older still", "On 3 May 2026, Support <a@b.example> wrote:",
                "Am 03.05.2026 um 10:12 schrieb Support:", "Le 3 mai 2026 à 10:12, Support <a@b.example> a écrit :", "From: Support <a@b.example>", "Sent: Monday, 3 May 2026 10:12",
                "To: Ann <c@d.example>", "Subject: Re: your order", "-----Original Message-----", "________________________________", "-- ", "Ann", "Sent from my iPhone",
                "Von meinem Handy aus geht es nicht.", "Download the Android app from the Play Store.", "De : Paris", "À : Lyon", "Date : 3 mai", "* one", "1. two", "---", "***", "10:12");
        return lines.list().ofMaxSize(30).map(list -> String.join("\n", list));
    }

    @Provide
    Arbitrary<String> html() {
        Arbitrary<String> tags = Arbitraries.of("<p>", "</p>", "<div class=\"gmail_quote\">", "</div>", "<blockquote type=cite>", "</blockquote>", "<ol start=99999999999>", "<li>", "<table>", "<td>",
                "<pre>", "<script>steal()</script>", "<style>steal()</style>", "<a href='tel:1'>", "<img alt='x' src=cid:1>", "<br", "&#0;", "&nbsp;", "<!--", "-->", "hello", "\n");
        return Combinators.combine(tags.list().ofMaxSize(40), Arbitraries.strings().ofMaxLength(10))
                .as((list, text) -> String.join("", list) + text);
    }
}
