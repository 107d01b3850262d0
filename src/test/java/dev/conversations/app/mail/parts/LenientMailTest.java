// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.parts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.app.mail.text.ReplyText;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that are not quite MIME are read as mail programs read them. */
class LenientMailTest {
    private static final String TEXT = "Yes, Tuesday at ten.";
    private static final String UMLAUTS = "Grüße, schöne Überraschung: 3 €";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "filename=my offer 2025.pdf | my offer 2025.pdf", "filename=Übersicht.pdf | Übersicht.pdf",
        "filename=\"Übersicht.pdf\" | Übersicht.pdf", "filename=a@b.pdf | a@b.pdf", "filename=offer(1).pdf | offer(1).pdf",
        "filename=offer[1].pdf | offer[1].pdf", "filename=a=b.pdf | a=b.pdf", "filename=a,b.pdf | a,b.pdf", "filename=a:b?.pdf | a:b?.pdf",
        "filename==?utf-8?B?w5xiZXJzaWNodC5wZGY=?= | Übersicht.pdf", "filename=\"=?utf-8?Q?=C3=9Cbersicht=2Epdf?=\" | Übersicht.pdf",
        "; filename=\"a.pdf\" | a.pdf", "filename=\"a.pdf\"; | a.pdf", "filename=\"a.pdf | a.pdf", "filename=\"a;b.pdf\" | a;b.pdf",
        "filename*=UTF-8''%C3%9Cbersicht.pdf | Übersicht.pdf", "filename=<a.pdf> | <a.pdf>", "filename=\"say \\\"hi\\\".pdf\" | say \"hi\".pdf"
    })
    void noNameOfAFileRefusesTheMail(String parameter, String name) throws Exception {
        MailParts parts = MailParts.of(mail("Content-Type: multipart/mixed; boundary=b\n\n--b\n"
                + "Content-Type: text/plain; charset=utf-8\n\n" + TEXT + "\n--b\nContent-Type: application/pdf\n"
                + "Content-Disposition: attachment; " + parameter + "\nContent-Transfer-Encoding: base64\n\nQUJD\n--b--\n"));

        assertThat(parts.text().strip()).isEqualTo(TEXT);
        assertThat(parts.attachments()).singleElement().satisfies(file -> {
            assertThat(MimeUtility.decodeText(file.getFileName())).isEqualTo(name);
            assertThat(bytes(file)).isEqualTo("ABC".getBytes(UTF_8));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "application/pdf;; name=\"a.pdf\"", "application/pdf; name=a b.pdf", "application/pdf; name=\"a.pdf", "application / pdf; name=a.pdf",
        "pdf; name=a.pdf", "application/pdf name=a.pdf; name=a.pdf", "; name=a.pdf", "application/pdf; =; name=a.pdf"
    })
    void noTypeOfAFileRefusesTheMail(String type) throws Exception {
        MailParts parts = MailParts.of(mail("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n" + TEXT + "\n--b\nContent-Type: "
                + type + "\nContent-Disposition: attachment\n\nABC\n--b--\n"));

        assertThat(parts.text().strip()).isEqualTo(TEXT);
        assertThat(parts.attachments()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8-bit", "8bits", "plain", "utf-8", "none", "7-bit", "8bit;", "binary (as it is)", "x-none-such", "7bit, 8bit"})
    void noTransferEncodingRefusesTheMail(String encoding) throws Exception {
        assertThat(text("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: " + encoding + "\n\n" + UMLAUTS + "\n"))
                .isEqualTo(UMLAUTS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "base64 | WWVzLCBUdWVzZGF5IGF0IHRlbi4K", "base-64 | WWVzLCBUdWVzZGF5IGF0IHRlbi4K", "BASE64; | WWVzLCBUdWVzZGF5IGF0IHRlbi4K",
        "base64 | WWVzLCBUdWVz;ZGF5IGF0IHRlbi4K;;_______;This mail was scanned.", "base64 | WWVzLCBUdWVzZGF5IGF0IHRlbi4",
        "base64 | WWVzLCBU;dWVzZGF5IGF0IHRlbi4KA", "base64 | WWVzLCBUdWVzZGF5IGF0IHRlbg==;-- ;www.example.com", "base64 | Yes, Tuesday at ten.",
        "quoted-printable | Yes, =54uesday at ten.", "quoted_printable | Yes, =54uesday at ten.", "quoted-printable | Yes, Tuesday at ten=2E="
    })
    void whatDoesNotBelongToATransferEncodingEndsIt(String encoding, String body) throws Exception {
        assertThat(text("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: " + encoding + "\n\n"
                + body.replace(";", "\n") + "\n")).startsWith("Yes, Tuesday at ten").doesNotContain("scanned", "www");
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, utf-8", "iso-8859-1, utf-8", "windows-1252, utf-8", "us-ascii, utf-8", "iso-8859-15, utf-8", "x-unknown, utf-8",
        "!! ?, utf-8", "utf8, utf-8", "'\"utf-8\"', utf-8", "default, utf-8", "ansi, windows-1252", "utf-8, windows-1252",
        "iso-8859-1, windows-1252", "us-ascii, windows-1252", "x-unknown, windows-1252", "iso-8859-15, iso-8859-15", "latin-1, windows-1252",
        "_iso-2022-jp$ESC, utf-8", "'', utf-8", "'', windows-1252"
    })
    void aCharsetThatIsWrongOrUnknownIsGuessed(String named, Charset meant) throws Exception {
        String head = "Content-Type: text/plain; charset=" + (named.isEmpty() ? "\"\"" : named) + "\nContent-Transfer-Encoding: 8bit\n\n";

        assertThat(text(bytes(head, UMLAUTS.getBytes(meant)))).isEqualTo(UMLAUTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-8-i", "ISO-8859-8-E", "iso-8859-8"})
    void theDirectionOfHebrewIsNoCharset(String named) throws Exception {
        String head = "Content-Type: text/plain; charset=" + named + "\nContent-Transfer-Encoding: 8bit\n\n";

        assertThat(text(bytes(head, "שלום".getBytes(Charset.forName("iso-8859-8"))))).isEqualTo("שלום");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "boundary=----=_Part_1", "boundary=\"----=_Part_1\"", "boundary=\"----=_Part_1", "boundary = \"----=_Part_1\"", "", "boundary=other",
        "charset=utf-8; boundary=----=_Part_1; type=text/plain"
    })
    void theBoundaryMayBeWrittenWrongly(String boundary) throws Exception {
        MailParts parts = MailParts.of(mail("Content-Type: multipart/mixed; " + boundary + "\n\n------=_Part_1\n"
                + "Content-Type: text/plain; charset=utf-8\n\n" + TEXT + "\n------=_Part_1\nContent-Type: application/pdf\n"
                + "Content-Disposition: attachment; filename=\"a.pdf\"\n\nABC\n------=_Part_1--\n"));

        assertThat(parts.text().strip()).isEqualTo(TEXT);
        assertThat(parts.attachments()).hasSize(1);
    }

    @Test
    void severalPartsWithoutAnyAreText() throws Exception {
        assertThat(text("Content-Type: multipart/mixed; boundary=b\n\n" + TEXT + "\n")).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\u00a0", "\u200b\n"})
    void aBlankTextBesideHtmlMeansTheHtml(String plain) throws Exception {
        assertThat(text("Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n" + plain
                + "\n--b\nContent-Type: text/html; charset=utf-8\n\n<p>" + TEXT + "</p>\n--b--\n")).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Content-Type: text/plain; charset=utf-8; name=\"body.txt\"\nContent-Disposition: inline; filename=\"body.txt\"",
        "Content-Type: text/plain; name=body.txt", "Content-Type: text/plain\nContent-Disposition: inline; filename=my text.txt"
    })
    void textWithAFileNameIsTextWhereItIsTheOnlyOne(String headers) throws Exception {
        MailParts parts = MailParts.of(mail("Content-Type: multipart/mixed; boundary=b\n\n--b\n" + headers + "\n\n" + TEXT + "\n--b--\n"));

        assertThat(parts.text().strip()).isEqualTo(TEXT);
        assertThat(parts.attachments()).isEmpty();
        assertThat(text(headers + "\n\n" + TEXT + "\n")).isEqualTo(TEXT);
    }

    @Test
    void anAttachedTextIsAFileEvenWhereItIsTheOnlyOne() throws Exception {
        MailParts parts = MailParts.of(mail("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; name=a.txt\n"
                + "Content-Disposition: attachment; filename=a.txt\n\nno\n--b--\n"));

        assertThat(parts.text()).isEmpty();
        assertThat(parts.attachments()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100, 40_000})
    void aFileIsDecodedToItsLastByte(int size) throws Exception {
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = (byte) (i * 31);
        }
        for (String base64 : new String[] {Base64.getMimeEncoder().encodeToString(content), Base64.getEncoder().encodeToString(content)}) {
            MailParts parts = MailParts.of(mail("Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n" + base64 + "\n"));

            assertThat(bytes(parts.attachments().get(0))).isEqualTo(content);
        }
    }

    private static String text(String source) throws Exception {
        return text(source.getBytes(UTF_8));
    }

    private static String text(byte[] source) throws Exception {
        return ReplyText.whole(MailParts.of(new MimeMessage((Session) null, new ByteArrayInputStream(source))).text());
    }

    private static byte[] bytes(String head, byte[] body) {
        return (head + new String(body, ISO_8859_1) + "\n").getBytes(ISO_8859_1);
    }

    private static byte[] bytes(Part file) throws Exception {
        try (InputStream in = PartContent.of(file)) {
            return in.readAllBytes();
        }
    }

    private static MimeMessage mail(String source) throws Exception {
        return new MimeMessage((Session) null, new ByteArrayInputStream(source.replace("\n", "\r\n").getBytes(UTF_8)));
    }
}
