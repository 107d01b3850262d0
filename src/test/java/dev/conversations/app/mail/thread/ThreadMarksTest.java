// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.parts.MailParts;
import dev.conversations.app.mail.server.BridgeAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadMarksTest {
    private static final String CONVERSATION = "CH0123456789abcdef0123456789abcdef";
    private static final String OTHER = "CH" + "f".repeat(32);
    private static final BridgeAddress BRIDGE = new BridgeAddress("bridge@example.com", "+");
    private static final ThreadMarks MARKS = new ThreadMarks("a secret", BRIDGE);
    private static final ThreadMarks STRANGERS = new ThreadMarks("another secret", BRIDGE);
    private static final String LINE = MARKS.line(CONVERSATION);
    private static final String ADDRESS = address(MARKS, CONVERSATION);

    static Stream<String> answersWithOneMark() {
        String html = "Content-Type: text/html\n\n<p>Yes</p><blockquote>Hello<br>-- <br>" + LINE + "</blockquote>";
        return Stream.of(
                "In-Reply-To: " + MARKS.ids().thread(CONVERSATION) + "\n\nYes",
                "References: <a@b>\n " + MARKS.ids().thread(CONVERSATION) + "\n\nYes",
                "To: " + ADDRESS + "\n\nYes",
                "Cc: ada@example.com, \"+1555 (SMS)\" <" + ADDRESS + ">\n\nYes",
                "To: list@example.com\nDelivered-To: " + ADDRESS + "\n\nYes",
                "X-Original-To: " + ADDRESS + "\n\nYes",
                "Envelope-To: " + ADDRESS + "\n\nYes",
                "Original-Recipient: rfc822;" + ADDRESS + "\n\nYes",
                "To: bridge@example.com\n\nYes\n\n> Hello\n> -- \n> " + LINE,
                html,
                "Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nYes\n--x\n" + html
                        + "\n--x--",
                "Content-Transfer-Encoding: quoted-printable\n\nYes\n> " + LINE.substring(0, 20) + "=\n" + LINE.substring(20));
    }

    @ParameterizedTest
    @MethodSource("answersWithOneMark")
    void anyOneMarkSuffices(String answer) throws Exception {
        assertThat(answered(answer)).contains(CONVERSATION);
    }

    static Stream<String> addresses() {
        String token = token(ADDRESS);
        return Stream.of(ADDRESS.toUpperCase(Locale.ROOT), ADDRESS.toLowerCase(Locale.ROOT), "<" + ADDRESS + ">",
                "\"bridge+" + token + "\"@example.com", "bridge-" + token + "@example.com", "bridge+" + token + "@alias.example",
                "=?utf-8?Q?Gr=C3=BC=C3=9Fe?= <" + ADDRESS + ">", "Ada <ada@example.com>,\n " + ADDRESS,
                "=?utf-8?Q?" + ADDRESS.replace("+", "=2B").replace("@", "=40") + "?=");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void anAddressIsKnownHoweverServersWriteIt(String to) throws Exception {
        assertThat(answered("To: " + to + "\n\nYes")).contains(CONVERSATION);
    }

    static Stream<String> footers() {
        String html = LINE.replace("[", "&#91;").replace(":", "&#x3a;").replace("]", "&#93;");
        String everyCharacter = LINE.chars().mapToObj(character -> "&#" + character + ";").collect(Collectors.joining());
        return Stream.of(
                List.of(LINE, "> " + LINE, ">>> > " + LINE, "| " + LINE, "» " + LINE, "   " + LINE + "  ",
                        LINE.toUpperCase(Locale.ROOT), LINE.replace("]", ""), LINE.substring(1), "see " + LINE + " please",
                        LINE.replace("[ref:", "[ref: "), LINE.replace(":", ":\u200b"), LINE.replace("a", "a\u00ad"),
                        html, everyCharacter, "&gt; " + LINE, LINE.substring(0, 30) + "=\n" + LINE.substring(30),
                        "<p>" + LINE + "</p>", "[<span style=\"color:red\">ref:</span>" + LINE.substring(5),
                        LINE.substring(0, 25) + "<wbr>" + LINE.substring(25), LINE.substring(0, 25) + "<br>\n&gt; " + LINE.substring(25),
                        "1 < 2 and " + LINE + " and 3 > 2"),
                IntStream.range(1, LINE.length()).mapToObj(width -> wrapped(width, "\n")).toList(),
                IntStream.range(1, LINE.length()).mapToObj(width -> "> > " + wrapped(width, "\r\n> > ")).toList())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("footers")
    void aFooterIsKnownHoweverItIsQuoted(String footer) throws Exception {
        assertThat(answered("Content-Type: text/html\n\n" + footer)).contains(CONVERSATION);
        assertThat(answered("\nYes\n" + footer)).contains(CONVERSATION);
    }

    static Stream<String> forgedTokens() {
        String token = token(ADDRESS);
        List<String> changed = IntStream.range(0, token.length()).mapToObj(i ->
                token.substring(0, i) + (token.charAt(i) == 'x' ? 'y' : 'x') + token.substring(i + 1)).toList();
        List<String> cut = IntStream.range(0, token.length()).mapToObj(length -> token.substring(0, length)).toList();
        return Stream.of(changed, cut, List.of(token(address(STRANGERS, CONVERSATION)),
                        token(ADDRESS).substring(0, 20) + token(address(MARKS, OTHER)).substring(20),
                        "z".repeat(41), "0".repeat(41), token.substring(1) + token.charAt(0), token.replace(token.charAt(0), '-')))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("forgedTokens")
    void noForgedTokenIsBelieved(String token) throws Exception {
        assertThat(answered("To: bridge+" + token + "@example.com\n\nYes\n> [ref:" + token + "]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {CONVERSATION, "bridge+" + CONVERSATION + "@example.com", "[ref:" + CONVERSATION + "]", "[ref:]"})
    void nothingUnsignedIsBelieved(String mark) throws Exception {
        assertThat(answered("To: " + mark + "\nIn-Reply-To: <" + CONVERSATION + "@example.com>\n\nYes\n> " + mark)).isEmpty();
    }

    @Test
    void aMailForTwoConversationsGoesToNone() {
        for (String headers : List.of("To: " + ADDRESS + ", " + address(MARKS, OTHER),
                "To: " + ADDRESS + "\nIn-Reply-To: " + MARKS.ids().thread(OTHER),
                "Cc: " + ADDRESS + "\nDelivered-To: " + address(MARKS, OTHER),
                "Subject: Both\n\n> " + LINE + "\n> " + MARKS.line(OTHER))) {
            assertThatThrownBy(() -> answered(headers + "\n\nYes")).isInstanceOf(Undeliverable.class)
                    .hasMessage("The mail answers more than one conversation, so it went to none of them.");
        }
    }

    @Test
    void whatAMailQuotesDoesNotCountBesideWhatItAnswers() throws Exception {
        String quote = "\n\nYes\n> " + MARKS.line(OTHER);

        assertThat(answered("To: " + ADDRESS + quote)).contains(CONVERSATION);
        assertThat(answered("In-Reply-To: " + MARKS.ids().thread(CONVERSATION) + quote)).contains(CONVERSATION);
    }

    @Test
    void aForgedMarkDoesNotHideAGenuineOne() throws Exception {
        assertThat(answered("To: " + address(STRANGERS, OTHER) + "\nIn-Reply-To: " + STRANGERS.ids().thread(OTHER)
                + "\n\nYes\n> " + STRANGERS.line(OTHER) + "\n> " + LINE)).contains(CONVERSATION);
    }

    @Test
    void aServerThatChangesTheCaseOfEverythingMakesNoTwoConversationsOfOne() throws Exception {
        assertThat(answered("To: " + ADDRESS + "\nIn-Reply-To: " + MARKS.ids().thread(CONVERSATION).toUpperCase(Locale.ROOT)
                + "\n\nYes")).contains(CONVERSATION);
    }

    @Test
    void noMarkReachesTheConversation() {
        assertThat(MARKS.unmarked("Yes\n> Hello\n> " + wrapped(30, "\n> ") + "\nAnd no")).isEqualTo("Yes\n> Hello\n> \nAnd no");
        assertThat(MARKS.unmarked("Yes " + LINE)).isEqualTo("Yes ");
        assertThat(MARKS.unmarked("My [ref:1] and " + STRANGERS.line(OTHER) + " $1"))
                .isEqualTo("My [ref:1] and " + STRANGERS.line(OTHER) + " $1");
    }

    @Test
    void aNoteOnRefusedAttachmentsIsAnsweredLikeAnyMail() throws Exception {
        MimeMessage note = new RefusalNote(MARKS, BRIDGE).mail(
                mail("Message-ID: <1@example.com>\n\nYes"), List.of("a.exe"), CONVERSATION);
        note.saveChanges();
        String quote = note.getContent().toString().replaceAll("(?m)^", "> ");

        assertThat(note.getHeader("In-Reply-To")).containsExactly("<1@example.com>");
        assertThat(answered("References: " + note.getHeader("References", null) + "\n\nSorry")).contains(CONVERSATION);
        assertThat(answered("To: " + note.getHeader("Reply-To", null) + "\n\nSorry")).contains(CONVERSATION);
        assertThat(answered("\nSorry\n" + quote)).contains(CONVERSATION);
    }

    @Test
    void withoutDetailsAnswersGoToTheMailboxItself() throws Exception {
        BridgeAddress plain = new BridgeAddress("bridge@example.com", "");
        ThreadMarks marks = new ThreadMarks("a secret", plain);
        MimeMessage mail = new MimeMessage((Session) null);
        marks.mark(mail, CONVERSATION);

        assertThat(mail.getHeader("Reply-To")).containsExactly("bridge@example.com");
        assertThat(marks.answered(mail("To: " + ADDRESS + "\n\nYes"), parts("\n\nYes"))).contains(CONVERSATION);
    }

    @Test
    void aTextFullOfMarksIsReadInTime() throws Exception {
        String some = ("[r e f : " + "a ".repeat(39) + "> ").repeat(5000) + " ".repeat(100_000) + "<a ".repeat(50_000);

        assertThat(answered("\n" + some + "\n" + LINE)).contains(CONVERSATION);
    }

    private static Optional<String> answered(String mail) throws Exception {
        return MARKS.answered(mail(mail), parts(mail));
    }

    private static MailParts parts(String mail) throws Exception {
        return MailParts.of(mail(mail));
    }

    private static MimeMessage mail(String source) throws Exception {
        return new MimeMessage((Session) null, new ByteArrayInputStream(
                ("From: ada@example.com\n" + source).replaceAll("\r?\n", "\r\n").getBytes(UTF_8)));
    }

    private static String address(ThreadMarks marks, String conversation) {
        try {
            MimeMessage mail = new MimeMessage((Session) null);
            marks.mark(mail, conversation);
            return mail.getHeader("Reply-To", null);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String token(String address) {
        return address.substring(address.indexOf('+') + 1, address.indexOf('@'));
    }

    private static String wrapped(int width, String end) {
        return LINE.replaceAll("(.{" + width + "})", "$1" + end.replace("$", "\\$"));
    }
}
