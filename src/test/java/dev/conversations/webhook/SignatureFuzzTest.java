// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Requests that chance makes and changes: the signature of one is never that of another. */
class SignatureFuzzTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String URL = "https://shop.example/twilio/conversations";

    /** What a check of signatures says. */
    private interface Check {
        boolean verify(String token, String url, Map<String, List<String>> parameters, String signature);
    }

    private static final Check OURS = (token, url, parameters, signature) ->
            Signature.verify(List.of(token), url, parameters, signature);

    /** A request as it was signed, and as it came. */
    private record Changed(Map<String, List<String>> signed, Map<String, List<String>> came) {}

    @Property
    void whatWasSignedIsRight(@ForAll("forms") Map<String, List<String>> form) {
        assertThat(OURS.verify(TOKEN, URL, form, Signature.sign(TOKEN, URL, form))).isTrue();
    }

    @Property
    void whatWasChangedIsNot(@ForAll("changes") Changed changed) {
        isRefused(OURS, changed);
    }

    @Property
    void noOtherTokenUrlOrSignatureWillDo(@ForAll("forms") Map<String, List<String>> form, @ForAll("words") String other) {
        String right = Signature.sign(TOKEN, URL, form);
        assertThat(OURS.verify(TOKEN + "0", URL, form, right)).isFalse();
        assertThat(OURS.verify(TOKEN, URL + "/" + other, form, right)).isFalse();
        assertThat(OURS.verify(TOKEN, URL, form, other)).isFalse();
        assertThat(OURS.verify(TOKEN, URL, form, right.substring(1))).isFalse();
    }

    @Property
    void aBodyThatWasChangedIsNot(@ForAll byte[] body, @ForAll byte[] other) {
        String url = Signature.urlFor(URL, body);
        String right = Signature.sign(TOKEN, url);
        assertThat(Signature.verifyBody(List.of(TOKEN), url, body, right)).isTrue();
        assertThat(Signature.verifyBody(List.of(TOKEN), url, other, right)).isEqualTo(java.util.Arrays.equals(body, other));
    }

    @Example
    void aCheckThatLooksAtTheNamesOnlyIsFound() {
        Check names = (token, url, parameters, signature) -> {
            Map<String, List<String>> blank = new TreeMap<>();
            parameters.keySet().forEach(name -> blank.put(name, List.of("")));
            return !signature.isEmpty() && blank.keySet().equals(parameters.keySet());
        };
        assertThatThrownBy(() -> changes().sampleStream().limit(1000).forEach(changed -> isRefused(names, changed)))
                .isInstanceOf(AssertionError.class);
    }

    private static void isRefused(Check check, Changed changed) {
        assertThat(check.verify(TOKEN, URL, changed.came(), Signature.sign(TOKEN, URL, changed.signed()))).isFalse();
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withCharRange('a', 'z').withChars("+ =&%ä€0A").ofMinLength(1).ofMaxLength(10);
    }

    @Provide
    Arbitrary<Map<String, List<String>>> forms() {
        return Arbitraries.maps(words(), words().map(List::of)).ofMinSize(1).ofMaxSize(8);
    }

    /** One value is another, longer, or gone. */
    @Provide
    Arbitrary<Changed> changes() {
        return Combinators.combine(forms(), words(), Arbitraries.integers().between(0, 2)).as((form, word, way) -> {
            String name = form.keySet().iterator().next();
            Map<String, List<String>> came = new TreeMap<>(form);
            if (way == 0) {
                came.remove(name);
            } else {
                came.put(name, List.of(way == 1 ? form.get(name).get(0) + word : word));
            }
            return new Changed(form, came);
        }).filter(changed -> !changed.signed().equals(changed.came()));
    }
}
