// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markers of mail programs tell their quotes in languages of which no phrase is known. */
class HtmlQuotesTest {
    private static final String WORDS = "ma 3. maaliskuuta 2025 klo 10.00 Silta (bridge@example.com) kirjoitti:";
    private static final String FIELDS = "<b>Lähettäjä:</b> Silta<br><b>Lähetetty:</b> maanantai<br><b>Aihe:</b> x<br>";

    @ParameterizedTest
    @ValueSource(strings = {
        "<div class='gmail_quote'><div dir='ltr' class='gmail_attr'>(W)<br></div><blockquote class='gmail_quote'>old</blockquote></div>",
        "<div class='gmail_quote gmail_quote_container'><div class='gmail_attr'>(W)</div><blockquote class='gmail_quote'>old</blockquote></div>",
        "<div class='gmail_extra'><br><div class='gmail_quote'>(W)<br><blockquote class='gmail_quote'>old</blockquote></div></div>",
        "<div class='gmail_quote'>(W)<br>old</div>",
        "<div id='ydp1yahoo_quoted_1' class='ydp1yahoo_quoted'><div>(W)</div><div>old</div></div>",
        "<div class='yahoo_quoted'><div>(W)</div><div><div>old</div></div></div>",
        "<hr><div id='divRplyFwdMsg' dir='ltr'>(F)</div><div>old</div>",
        "<div id='appendonsend'></div><hr tabindex='-1'><div id='divRplyFwdMsg'>(F)</div><div>old</div>",
        "<div><hr><div id='x_divRplyFwdMsg'>(F)</div></div><p>old</p>",
        "<div id='ms-outlook-mobile-body-separator-line'></div><div id='mail-editor-reference-message-container'><div>(F)</div>old</div>",
        "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p>(F)</p></div><p>old</p>",
        "<div style='border:none; border-top: solid #b5c4df 1.0pt'><p>(F)</p></div><p>old</p>",
        "<span id='OLK_SRC_BODY_SECTION'><div>(F)</div><div>old</div></span>",
        "<hr id='stopSpelling'>(F)<div>old</div>",
        "<div class='moz-cite-prefix'>(W)<br></div><blockquote type='cite' cite='mid:a@b'>old</blockquote>",
        "<div class='protonmail_quote'>(W)<br><blockquote class='protonmail_quote' type='cite'>old</blockquote></div>",
        "<div name='quote' style='margin:10px'><div>(F)</div><div name='quoted-content'>old</div></div>",
        "<hr id='zwchr' data-marker='__DIVIDER__'><div data-marker='__HEADERS__'>(F)</div><div data-marker='__QUOTED_TEXT__'>old</div>",
        "<div data-marker='__QUOTED_TEXT__'><blockquote>old</blockquote></div>",
        "<div class='zmail_extra'><div>(W)</div><blockquote style='margin:0'>old</blockquote></div>",
        "<p id='reply-intro'>(W)</p><blockquote>old</blockquote>",
        "<div name='messageReplySection'>(W)<br><blockquote type='cite'>old</blockquote></div>",
        "<div fairemail='reference'><p>(W)</p><blockquote>old</blockquote></div>",
        "<div class='replyHeader'>(W)</div><blockquote class='tutanota_quote'>old</blockquote>",
        "<div class='airmail_on'>(W)</div><blockquote type='cite' class='clean_bq'>old</blockquote>",
        "<div id='isReplyContent'>(W)<br>old</div>",
        "<a name='_MailOriginal'>(F)</a><p>old</p>"
    })
    void aMarkerTellsTheQuote(String quote) throws Exception {
        String marked = quote.replace("(W)", WORDS).replace("(F)", FIELDS);

        assertThat(reduced("<div>Yes.</div><div>It is on its way.</div>" + marked)).isEqualTo("Yes.\nIt is on its way.");
        assertThat(reduced("<html><body><div dir='ltr'>Yes.<br><br>It is on its way.</div><br>" + marked + "</body></html>"))
                .isEqualTo("Yes.\n\nIt is on its way.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<div class='gmail_quote'><div class='gmail_attr'>(W)</div><blockquote class='gmail_quote'>old</blockquote></div>",
        "<div class='moz-cite-prefix'>(W)</div><blockquote type='cite'>old</blockquote>",
        "<div class='protonmail_quote'>(W)<br><blockquote class='protonmail_quote' type='cite'>old</blockquote></div>",
        "<div class='yahoo_quoted'><div>(W)</div><div>old</div></div>"
    })
    void anAnswerBelowIsLeft(String quote) throws Exception {
        assertThat(reduced(quote.replace("(W)", WORDS) + "<div>Yes.</div><p>It is on its way.</p>"))
                .isEqualTo("Yes.\nIt is on its way.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<div class='gmail_quote'><div class='gmail_attr'>(W)</div><blockquote class='gmail_quote'>When?</blockquote></div>"
                + "<div>Tomorrow.</div><blockquote class='gmail_quote'>Where?</blockquote><div>Here.</div>",
        "<div class='moz-cite-prefix'>(W)</div><blockquote type='cite'>When?</blockquote><p>Tomorrow.</p>"
                + "<blockquote type='cite'>Where?</blockquote><p>Here.</p>"
    })
    void answersBetweenTheLinesOfAQuoteKeepThem(String html) throws Exception {
        assertThat(reduced(html.replace("(W)", WORDS))).isEqualTo("> When?\nTomorrow.\n> Where?\nHere.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<div class='protonmail_signature_block'><div>Sent with <a href='https://proton.me/'>Proton Mail</a>.</div></div>",
        "<div id='ms-outlook-mobile-signature'>Hanki <a href='https://aka.ms/o0ukef'>Outlook</a></div>", "<div class='gmail_signature'>Ada</div>",
        "<div class='moz-signature'>-- <br>Ada</div>", "<div id='Signature'><p>Ada</p></div>", "<div fairemail='signature'>Ada</div>",
        "<div class='k9mail-signature'>Ada</div>", "<div id='AppleMailSignature'>Ada</div>", "<div name='messageSignatureSection'>Ada</div>",
        "<div>Sent from <a href='https://go.microsoft.com/fwlink/?LinkId=550986'>Mail</a> for Windows</div>",
        "<div>Get <a href='https://aka.ms/o0ukef'>Outlook for iOS</a></div>", "<div>Sent with <a href='https://proton.me/'>Proton Mail</a> secure email.</div>"
    })
    void aMarkedSignatureIsLeftOut(String signature) throws Exception {
        assertThat(reduced("<div>Yes.</div><br>" + signature)).isEqualTo("Yes.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "<p>Do this:</p><ol><li>Off</li><li>Wait</li></ol><p>Step 2?</p> | Do this:;1. Off;2. Wait;Step 2?",
        "<ol start=3><li>Off<ul><li>red</li></ul></li><li>Wait</li></ol> | 3. Off;- red;4. Wait",
        "<p>Call <a href='tel:+4940123456'>us</a></p> | Call us <+4940123456>",
        "<p>Call <a href='tel:+4940123456'>+49 40 / 123-456</a></p> | Call +49 40 / 123-456",
        "<p>See <a href='https://example.com/a?b=c'>here</a>.</p> | See here <https://example.com/a?b=c>.",
        "<p>See <a href='https://www.example.com/'>example.com</a>.</p> | See example.com.",
        "<p>Write to <a href='mailto:a@example.com?subject=x'>Ada</a></p> | Write to Ada <a@example.com>",
        "<p>Write to <a href='mailto:a@example.com'>a@example.com</a></p> | Write to a@example.com",
        "<p>Up <a href='#top'>there</a> <a href='javascript:x()'>now</a></p> | Up there now",
        "<p>As agreed:</p><blockquote style='margin: 0 0 0 40px; border: none; padding: 0px;'><div>two lamps</div></blockquote> | As agreed:;two lamps",
        "<p>a</p><p>It weighs &gt; 30 kg</p> | a;It weighs > 30 kg"
    })
    void whatThePersonFormattedIsLeft(String html, String text) throws Exception {
        assertThat(reduced(html)).isEqualTo(text.replace(";", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<div class='gmail_extra'>Yes.<br>Call a@b.example: soon<br><div class='gmail_quote'>(W)<br><blockquote class='gmail_quote'>old</blockquote></div></div>",
        "<div class='gmail_quote'><div>Yes.</div><div>Call a@b.example: soon</div>(W)<br><blockquote class='gmail_quote'>old</blockquote></div>",
        "<div class='gmail_quote'>Yes.<br>Call a@b.example: soon<br><div class='gmail_attr'>(W)</div><blockquote>old</blockquote></div>"
    })
    void wordsOfThePersonWithinAMarkerAreLeft(String html) throws Exception {
        assertThat(reduced(html.replace("(W)", WORDS))).isEqualTo("Yes.\nCall a@b.example: soon");
    }

    private static String reduced(String html) throws Exception {
        return ReplyText.of(HtmlText.quoted(html));
    }
}
