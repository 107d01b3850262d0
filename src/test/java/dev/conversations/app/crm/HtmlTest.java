// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {
        "null | ''",
        "Hello | Hello",
        "<div><p>One &amp; two</p><p>three&nbsp;<b>four</b></p></div> | 'One & two\nthree four'",
        "a<br/>b<BR>c | 'a\nb\nc'",
        "&lt;b&gt; &quot;x&quot; &#39;y&#39; &amp;lt; | <b> \"x\" 'y' &lt;"
    })
    void htmlIsReadAsAPersonDoes(String html, String text) throws CrmRefusal {
        assertThat(Html.text(html)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"a&b,7,a&amp;b", "a&b,6,a\u2026", "a&b,3,a\u2026", "abc,3,abc", "abcd,3,ab\u2026", "a\ud83d\ude00b,3,a\u2026"})
    void htmlIsCutBetweenCharacters(String text, int longest, String html) {
        assertThat(Html.of(text, longest)).isEqualTo(html).hasSizeLessThanOrEqualTo(longest);
    }

    @ParameterizedTest
    @CsvSource({"abc,3,abc", "abcd,3,ab\u2026", "a\ud83d\ude00bc,3,a\u2026", "a\ud83d\ude00bc,4,a\ud83d\ude00\u2026"})
    void textIsCutBetweenCharacters(String text, int longest, String cut) {
        assertThat(Html.cut(text, longest)).isEqualTo(cut);
    }
}
