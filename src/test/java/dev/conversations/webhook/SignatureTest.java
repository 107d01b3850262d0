// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.management.ThreadMXBean;
import com.twilio.security.RequestValidator;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String URL = "https://example.com/twilio/conversations";
    private static final Map<String, List<String>> FORM = Map.of("Body", List.of("Grüße"), "Index", List.of("7"));

    /** A request and whether its signature is right; a request has a form, a JSON body, or neither. */
    record Vector(
            String id,
            String note,
            String token,
            String url,
            String form,
            String json,
            String signature,
            boolean valid) {
        boolean verify() {
            List<String> tokens = List.of("another", token);
            return json == null
                    ? Signature.verify(tokens, url, Form.parse(form), signature)
                    : Signature.verifyBody(tokens, url, json.getBytes(StandardCharsets.UTF_8), signature);
        }

        @Override
        public String toString() {
            return id + " " + note;
        }
    }

    static Stream<Vector> vectors() throws Exception {
        return Arrays.stream(
                new JsonMapper().readValue(SignatureTest.class.getResource("signatures.json"), Vector[].class));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyKnownRequestIsJudgedRightly(Vector vector) {
        assertThat(vector.verify()).isEqualTo(vector.valid());
    }

    @Test
    void allVectorsAreThere() throws Exception {
        assertThat(vectors().filter(Vector::valid)).hasSize(52);
        assertThat(vectors()).hasSize(61);
    }

    @ParameterizedTest
    @MethodSource("randomForms")
    void theOfficialValidatorAcceptsWhatIsSignedHere(Map<String, List<String>> form) {
        Map<String, String> single = new HashMap<>();
        form.forEach((name, values) -> single.put(name, values.get(0)));
        RequestValidator official = new RequestValidator(TOKEN);

        assertThat(official.validate(URL, single, Signature.sign(TOKEN, URL, form))).isTrue();
        assertThat(official.validate(URL + "?a=b", new HashMap<>(), Signature.sign(TOKEN, URL + "?a=b"))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("randomForms")
    void noOtherTextHasTheSameSignature(Map<String, List<String>> form) {
        String signature = Signature.sign(TOKEN, URL, form);
        Map<String, List<String>> more = new HashMap<>(form);
        more.put("Injected", List.of("1"));

        assertThat(Signature.verify(List.of(TOKEN), URL, form, signature)).isTrue();
        assertThat(Signature.verify(List.of(TOKEN), URL, more, signature)).isFalse();
        assertThat(Signature.verify(List.of(TOKEN), URL + "/", form, signature)).isFalse();
        assertThat(Signature.verify(List.of(TOKEN + "0"), URL, form, signature)).isFalse();
        assertThat(Signature.verify(List.of(TOKEN), URL, form, signature + "=")).isFalse();
    }

    @Test
    void aMissingSignatureOrTokenIsNeverRight() {
        assertThat(Signature.verify(List.of(TOKEN), URL, FORM, null)).isFalse();
        assertThat(Signature.verify(List.of(TOKEN), URL, FORM, "")).isFalse();
        assertThat(Signature.verify(List.of(), URL, FORM, Signature.sign(TOKEN, URL, FORM))).isFalse();
    }

    @Test
    void anyOfSeveralTokensMaySign() {
        String signature = Signature.sign("new", URL, FORM);

        assertThat(Signature.verify(List.of("old", "new"), URL, FORM, signature)).isTrue();
        assertThat(Signature.verify(List.of("old"), URL, FORM, signature)).isFalse();
    }

    @Test
    void aBodyIsRightOnlyWithItsOwnHash() {
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        String url = Signature.urlFor(URL + "?x=1", body);
        String signature = Signature.sign(TOKEN, url);
        String twice = url + "&bodySHA256=0";

        assertThat(Signature.verifyBody(List.of(TOKEN), url, body, signature)).isTrue();
        assertThat(Signature.verifyBody(List.of(TOKEN), url, new byte[0], signature)).isFalse();
        assertThat(Signature.verifyBody(List.of(TOKEN), URL, body, Signature.sign(TOKEN, URL))).isFalse();
        assertThat(Signature.verifyBody(List.of(TOKEN), twice, body, Signature.sign(TOKEN, twice))).isFalse();
    }

    @Test
    void charactersBeyondTheBasicPlaneSortLast() {
        Map<String, List<String>> form = Map.of("\uD83D\uDE00", List.of("2"), "\uFF21", List.of("1"));
        Map<String, List<String>> sorted = Map.of("", List.of("\uFF211\uD83D\uDE002"));

        assertThat(Signature.sign(TOKEN, URL, form)).isEqualTo(Signature.sign(TOKEN, URL, sorted));
    }

    @Test
    void theUsualVariantsOfTheUrlAreTried() {
        assertThat(SignedUrl.plain("https://h/x?a=1#rc=2")).isEqualTo("https://h/x?a=1");
        assertThat(SignedUrl.variants("https://u:p@h/x?a='#rc=2")).containsExactly(
                "https://u:p@h:443/x?a='", "https://u:p@h/x?a=%27", "https://u:p@h:443/x?a=%27");
        assertThat(SignedUrl.variants("http://[::1]/x")).containsExactly("http://[::1]:80/x");
        assertThat(SignedUrl.variants("http://[::1]:8080")).containsExactly("http://[::1]");
        assertThat(SignedUrl.variants("https://h?q=a:b@c")).containsExactly("https://h:443?q=a:b@c");
        assertThat(SignedUrl.variants("/x")).isEmpty();
    }

    @Test
    void onceTheSignerIsKnownOnlyItsTokenAndUrlPass() {
        SignedRequest request = SignedRequest.form(FORM, Signature.sign("second", URL, FORM));

        assertThat(request.isBy(Signature.of("first"), URL)).isFalse();
        assertThat(request.isBy(Signature.of("second"), URL + "/")).isFalse();
        assertThat(request.isBy(Signature.of("second"), URL)).isTrue();
        assertThat(request.isBy(Signature.of("second"), URL)).isTrue();
        assertThat(request.isBy(Signature.of("second"), URL + "/")).isFalse();
        assertThat(request.isBy(Signature.of("third"), URL)).isFalse();
    }

    @Test
    void aSignatureTellsNoToken() {
        assertThat(Signature.of("secret")).hasToString("signatures of a token")
                .isEqualTo(Signature.of("secret")).isNotEqualTo(Signature.of("other"));
    }

    @Test
    void aCheckAllocatesLittle() {
        Signature token = Signature.of(TOKEN);
        Map<String, List<String>> form = new HashMap<>();
        IntStream.range(0, 20).forEach(i -> form.put("Parameter" + i, List.of("value ".repeat(5) + i)));
        String signature = Signature.sign(TOKEN, URL, form);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int checks = 2_000;
        IntStream.range(0, checks).forEach(i -> SignedRequest.form(form, signature).isBy(token, URL));

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < checks; i++) {
            assertThat(SignedRequest.form(form, signature).isBy(token, URL)).isTrue();
        }
        long bytes = (threads.getCurrentThreadAllocatedBytes() - before) / checks;

        assertThat(bytes).isLessThan(4_000);
    }

    static Stream<Map<String, List<String>>> randomForms() {
        Random random = new Random(20260102);
        return IntStream.range(0, 200).mapToObj(i -> randomForm(random));
    }

    private static Map<String, List<String>> randomForm(Random random) {
        Map<String, List<String>> form = new HashMap<>();
        IntStream.range(0, 1 + random.nextInt(12))
                .forEach(i -> form.put("P" + random.nextInt(1000), new ArrayList<>(List.of(randomText(random)))));
        return form;
    }

    private static String randomText(Random random) {
        return random.ints(random.nextInt(20), 0x20, 0x2FFF)
                .filter(Character::isDefined)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
