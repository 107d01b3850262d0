// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.conversations.model.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaClientTest {

    private static final String SERVICE = "IS" + "0".repeat(32);
    private static final String MEDIA = "ME" + "0".repeat(32);

    @TempDir
    private Path directory;

    private StubServer server;
    private PoolingHttpClientConnectionManager pool;
    private CloseableHttpClient http;
    private MediaClient client;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer();
        pool = new PoolingHttpClientConnectionManager();
        http = HttpClientBuilder.create().setConnectionManager(pool).disableAutomaticRetries().disableRedirectHandling().build();
        client = new MediaClient(http, server.base(), Credentials.basic("AC1", "token"));
    }

    @AfterEach
    void everyConnectionIsGivenBack() throws IOException {
        assertThat(pool.getTotalStats().getLeased()).isZero();
        http.close();
        server.close();
    }

    @Test
    void whoGetsNoAnswerHearsWhatMayHaveBeenDone() {
        server.close();
        assertThatExceptionOfType(NoReply.class).isThrownBy(() -> client.fetch(SERVICE, MEDIA))
                .withMessageStartingWith("media/fetch was not sent to " + server.base().getAuthority());
    }

    @Test
    void whoIsUnknownHearsWhichOptionsToLookAt() {
        server.then(401, "{\"code\":20003,\"message\":\"Authenticate\"}");
        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> client.fetch(SERVICE, MEDIA))
                .withMessageStartingWith("media/fetch: 401 (code 20003) Authenticate: check accountSid (AC1) and authToken");
    }

    @Test
    void aFileIsUploadedWithItsTypeAndLength() throws IOException {
        server.then(201, "{\"sid\":\"ME1\",\"content_type\":\"text/plain\",\"size\":5,\"new\":true}");
        Media media = client.upload(SERVICE, file("hello"), "text/plain", null);
        assertThat(media.sid()).isEqualTo("ME1");
        assertThat(media.size()).isEqualTo(5);
        assertThat(media.extra()).containsEntry("new", true);
        assertThat(server.requests().get(0).getFirst("Content-Type")).startsWith("text/plain");
        assertThat(server.requests().get(0).getFirst("Content-Length")).isEqualTo("5");
    }

    @Test
    void aFileWithANameIsUploadedUnderIt() throws IOException {
        server.then(201, "{\"sid\":\"ME1\",\"filename\":\"Grüße.txt\"}");
        assertThat(client.upload(SERVICE, file("hello"), "text/plain", "Grüße.txt").filename()).isEqualTo("Grüße.txt");
        assertThat(server.requests().get(0).getFirst("Content-Type")).startsWith("multipart/form-data");
    }

    @Test
    void aRefusedUploadIsAnErrorOfTheMediaService() {
        server.then(413, "{\"code\":50512,\"message\":\"too large\"}");
        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> client.upload(SERVICE, file("hello"), "text/plain", null))
                .withMessageContaining("media/upload: 413 (code 50512) too large");
    }

    @Test
    void contentIsReadFromItsTemporaryPlaceWithoutCredentials() throws IOException {
        server.then(200, """
                {"sid":"ME1","content_type":"text/plain","filename":"a.txt","links":{"content_direct_temporary":"%s/content"}}"""
                .formatted(server.base())).then(200, "hello");
        try (MediaFile file = client.download(SERVICE, MEDIA, 5)) {
            assertThat(file.content()).hasContent("hello");
            assertThat(file.length()).isEqualTo(5);
            assertThat(file.contentType()).isEqualTo("text/plain");
            assertThat(file.name()).isEqualTo("a.txt");
        }
        assertThat(server.requests().get(0)).containsKey("Authorization");
        assertThat(server.requests().get(1)).doesNotContainKey("Authorization");
    }

    @Test
    void contentThatIsClosedBeforeItsEndGivesItsConnectionBack() throws IOException {
        server.then(200, metadata(server.base() + "/content")).then(200, "hello");
        MediaFile file = client.download(SERVICE, MEDIA, 5);
        assertThat(file.content().read()).isEqualTo('h');
        file.close();
    }

    @Test
    void aFileThatIsTooLongIsRefused() {
        server.then(200, metadata(server.base() + "/content")).then(200, "hello");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.download(SERVICE, MEDIA, 4))
                .withMessage("The file is longer than 4 bytes");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {
        "https://evil.example/x", "http://media.us1.twilio.com/x", "https://media.us1.twilio.com.evil.example/x",
        "https://user@media.us1.twilio.com/x", "//evil.example/x", "file:///etc/passwd", "https://mediatwilio.com/x", "not a url"})
    void noPlaceButTheMediaServicesIsEverFetched(String place) {
        server.then(200, metadata(place));
        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> client.download(SERVICE, MEDIA, 5))
                .withMessageContaining("at no place of the media service");
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 410})
    void whereThePlaceIsGoneAnotherIsAskedForOnce(int gone) throws IOException {
        StubServer.Stub nothing = new StubServer.Stub(gone, Map.of(), new byte[0], 0);
        server.then(200, metadata(server.base() + "/old")).then(nothing)
                .then(200, metadata(server.base() + "/new")).then(200, "hello");
        try (MediaFile file = client.download(SERVICE, MEDIA, 5)) {
            assertThat(file.content()).hasContent("hello");
        }
        server.then(200, metadata(server.base() + "/old")).then(nothing)
                .then(200, metadata(server.base() + "/new")).then(nothing);
        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> client.download(SERVICE, MEDIA, 5))
                .withMessageContaining(gone + " the content is not at its temporary place");
        assertThat(server.requests()).hasSize(8);
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.then(302, Map.of("Location", server.base() + "/elsewhere"), "");
        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> client.fetch(SERVICE, MEDIA));
        server.then(200, metadata(server.base() + "/content")).then(302, Map.of("Location", "http://evil.example/"), "x");
        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> client.download(SERVICE, MEDIA, 5));
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aFileIsUploadedAgainWithNewCredentials() throws IOException {
        MediaClient renewing = new MediaClient(http, server.base(), new Credentials() {
            private String token = "old";

            @Override
            public String authorization() {
                return token;
            }

            @Override
            public boolean refused(String authorization) {
                token = "new";
                return authorization.equals("old");
            }
        });
        server.then(401, "{}").then(201, "{\"sid\":\"ME1\"}");
        assertThat(renewing.upload(SERVICE, file("hello"), "text/plain", null).sid()).isEqualTo("ME1");
        assertThat(server.requests()).extracting(it -> it.getFirst("Authorization")).containsExactly("old", "new");
        assertThat(server.requests()).extracting(it -> it.getFirst("Content-Length")).containsOnly("5");
    }

    @Test
    void aSidThatIsNoneIsRefusedBeforeAnythingIsSent() {
        assertThatIllegalArgumentException().isThrownBy(() -> client.fetch(SERVICE, "../x")).withMessageContaining("Option sid");
        assertThatIllegalArgumentException().isThrownBy(() -> client.fetch(null, MEDIA)).withMessageContaining("chatServiceSid");
        assertThat(server.requests()).isEmpty();
    }

    private static String metadata(String place) {
        return "{\"sid\":\"ME1\",\"links\":" + (place == null ? "null" : "{\"content_direct_temporary\":\"" + place + "\"}") + "}";
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("file"), text);
    }
}
