// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.WireMock;
import dev.conversations.api.TwilioException;
import dev.conversations.model.Media;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files on their way to Twilio. */
class UploadTest {

    @TempDir
    static Path folder;

    private final StubbedMedia stubbed = new StubbedMedia();

    @AfterEach
    void stop() {
        stubbed.close();
    }

    static Stream<Object> bodies() throws Exception {
        Path file = Files.writeString(folder.resolve("hello.txt"), "hello");
        return Stream.of("hello", "hello".getBytes(), new ByteArrayInputStream("hello".getBytes()), file.toFile(), file);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void whateverCanBeAFileIsUploadedWithItsLengthAndType(Object body) {
        stubbed.service.stubFor(WireMock.post("/v1/Services/" + StubbedMedia.SERVICE + "/Media")
                .willReturn(WireMock.okJson("{\"sid\":\"ME1\",\"size\":5}").withStatus(201)));
        Media media = (Media) upload(body, Map.of(Exchange.CONTENT_TYPE, "text/plain"));
        assertThat(media.sid()).isEqualTo("ME1");
        stubbed.service.verify(WireMock.postRequestedFor(WireMock.anyUrl())
                .withHeader("Content-Type", WireMock.containing("text/plain"))
                .withHeader("Content-Length", WireMock.equalTo("5"))
                .withBasicAuth(new BasicCredentials(StubbedMedia.ACCOUNT, "token"))
                .withRequestBody(WireMock.equalTo("hello")));
    }

    @Test
    void aFileKeepsItsNameButNoPath() {
        stubbed.service.stubFor(WireMock.post(WireMock.anyUrl()).willReturn(WireMock.okJson("{\"sid\":\"ME1\"}")));
        upload("hello", Map.of(Exchange.FILE_NAME, "../../etc/Grüße.txt"));
        byte[] body = stubbed.service.getAllServeEvents().get(0).getRequest().getBody();
        assertThat(new String(body, StandardCharsets.UTF_8)).contains("name=\"Media\"; filename=\"Grüße.txt\"");
    }

    @Test
    void whatIsNoFileIsRefusedByName() {
        assertThatThrownBy(() -> upload(null, Map.of())).rootCause()
                .hasMessage("media/upload takes a file, a stream, bytes or a text as body; there is none");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aContentTypeThatSaysNothingIsThatOfAnyFile(String type) {
        stubbed.service.stubFor(WireMock.post(WireMock.anyUrl()).willReturn(WireMock.okJson("{\"sid\":\"ME1\"}")));
        Map<String, Object> headers = new HashMap<>();
        headers.put("CamelTwilioConversationsContentType", type);
        headers.put(Exchange.CONTENT_TYPE, type);
        upload("hello", headers);
        stubbed.service.verify(WireMock.postRequestedFor(WireMock.anyUrl())
                .withHeader("Content-Type", WireMock.equalTo("application/octet-stream")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "image/", "/png", "image/png/x", "image/png\r\nX: y", ";"})
    void aContentTypeThatIsNoneIsRefusedByName(String type) {
        assertThatThrownBy(() -> upload("hello", Map.of(Exchange.CONTENT_TYPE, type))).cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Option contentType must be a media type such as image/png");
        stubbed.service.verify(0, WireMock.anyRequestedFor(WireMock.anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void anUploadIsRepeatedSinceAFileThatNoMessageTakesVanishes(int status) {
        stubbed.answers(() -> WireMock.post(WireMock.anyUrl()), WireMock.status(status).withHeader("Retry-After", "0"),
                WireMock.okJson("{\"sid\":\"ME1\"}").withStatus(201));
        assertThat(((Media) upload(new ByteArrayInputStream("hello".getBytes()), Map.of())).sid()).isEqualTo("ME1");
        stubbed.service.verify(2, WireMock.postRequestedFor(WireMock.anyUrl()).withRequestBody(WireMock.equalTo("hello")));
    }

    @Test
    void anUploadThatIsRefusedIsNotRepeated() {
        stubbed.service.stubFor(WireMock.post(WireMock.anyUrl()).willReturn(WireMock.badRequest()));
        assertThatThrownBy(() -> upload("hello", Map.of())).cause().isInstanceOf(TwilioException.class);
        stubbed.service.verify(1, WireMock.postRequestedFor(WireMock.anyUrl()));
    }

    private Object upload(Object body, Map<String, Object> headers) {
        return stubbed.context.createProducerTemplate().requestBodyAndHeaders("twilio-conversations:media/upload", body, headers);
    }
}
