// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.app.mail.parts.MailParts;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "It is on its way.\n",
        "It is on its way.\n\nOn Mon, 23 Nov 2026 at 07:00, +15551230001 (SMS) <bridge@example.com> wrote:\n> Hello\n",
        "It is on its way.\n\nOn Mon, 23 Nov 2026 at 07:00, A Very Long Name\n<bridge@example.com> wrote:\n\n> Hello\n",
        "It is on its way.\n\n> Hello\n>> Hi\n\n",
        "It is on its way.\n\n-----Original Message-----\nFrom: bridge\nHello\n",
        "It is on its way.\n\n________________________________\nFrom: bridge@example.com\nSent: Monday\nHello\n",
        "It is on its way.\n\nFrom: bridge@example.com\nSent: Monday\nHello\n",
        "It is on its way.\n-- \nAda, Support\n",
        "It is on its way. On Mon, 23 Nov 2026 at 07:00, Bridge <bridge@example.com> wrote:\n> Hello\n",
        "It is on its way.--- On Mon, 23 Nov 2026 at 07:00, bridge@example.com wrote:\n> Hello\n",
        "It is on its way.\n\nSent from my iPhone\n\nbridge@example.com wrote:\n\nHello\n",
        "Sent from my iPhone\n\nIt is on its way.\n",
    })
    void theAnsweredMailAndTheSignatureAreLeftOut(String text) throws Exception {
        assertThat(reduced(mail("text/plain; charset=UTF-8", text))).isEqualTo("It is on its way.");
    }

    @Test
    void whatIsQuotedInTheMiddleBelongsToTheAnswer() throws Exception {
        assertThat(reduced(mail("text/plain", "> Where is it?\nIn Leipzig.\n> When?\nTomorrow.\n")))
                .isEqualTo("> Where is it?\nIn Leipzig.\n> When?\nTomorrow.");
    }

    @Test
    void anHtmlMailLosesItsTagsAndQuotes() throws Exception {
        String html = "<html><head><style>p {}</style></head><body><p>It is\r\non its way.</p><div>Ada &amp; Bob</div>"
                + "<blockquote>Hello</blockquote></body></html>";

        assertThat(reduced(mail("text/html", html))).isEqualTo("It is on its way.\nAda & Bob");
    }

    @Test
    void plainTextIsPreferredWhereverItStands() throws Exception {
        String parts = "--x\nContent-Type: multipart/alternative; boundary=y\n\n"
                + "--y\nContent-Type: text/html\n\n<p>no</p>\n"
                + "--y\nContent-Type: text/plain; charset=UTF-8\n\nGrüße\n--y--\n"
                + "--x\nContent-Type: text/plain\nContent-Disposition: attachment\n\nno\n--x--\n";

        assertThat(reduced(mail("multipart/mixed; boundary=x", parts))).isEqualTo("Grüße");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", "> Hello\n", "-- \nAda"})
    void nothingIsLeftOfAMailThatSaysNothing(String text) throws Exception {
        assertThat(reduced(mail("text/plain", text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\n", ">\n", "On ", "<", "<p", "<style>", "<head></head>", "_", "From: x\n", " ", "<div>", "On 1 a@b\n",
        "<blockquote>", "&", "&#x41;", "<b>", "<img src=cid:>", "<pre>\n", "<div class=gmail_quote>", "<div class=gmail_attr>x",
        "<div name=quote>x</div>", "<a href=tel:1>x", "<ol>x", "<li>x", "<div id=divRplyFwdMsg>", "<div id=Signature>",
        "<div class=gmail_quote>x"
    })
    void noMailTakesLongToRead(String repeated) throws Exception {
        MimeMessage mail = mail("text/html", "x" + repeated.repeat(Math.min(70_000, 1_000_000 / repeated.length())) + "x");

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> ReplyText.of(MailParts.of(mail).text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\n", ">\n", "On 1 wrote:\n", "On 1 wrote:\n\n\n\n", "on wrote wrote wrote wrote wrote wrote wrote wrote \n",
        "Von: a@b\n", "Am 3. Mai 2025 um 10:00 x\n", "On 3 May 2025 at 10:00, Ada <a@b> wrote:\n> x\ny\n", "Ada wrote:\n> x\n\n", "Sent from my iPhone\n",
        "> 30 kg\n", "> 30 kg\n\n", "-----Original Message-----\n", "Sent from my phone. ", "Von: a@b Gesendet: 1 Betreff: ", "@", "a@b ", "3 3 3 ",
        "-- \n", "x \n", "[image: ", "[cid:a]\n", "\u202e", "\ufdd0"
    })
    void noPlainMailTakesLongToRead(String repeated) throws Exception {
        String text = repeated.repeat(200_000 / repeated.getBytes(UTF_8).length);
        MimeMessage mail = mail("text/plain; charset=UTF-8; format=flowed", text);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> ReplyText.of(MailParts.of(mail).text()));
    }

    private static String reduced(MimeMessage mail) throws Exception {
        return ReplyText.of(MailParts.of(mail).text());
    }

    private static MimeMessage mail(String type, String text) throws Exception {
        String mail = "Content-Type: " + type + "\nContent-Transfer-Encoding: 8bit\n\n" + text;
        return new MimeMessage((Session) null, new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(UTF_8)));
    }
}
