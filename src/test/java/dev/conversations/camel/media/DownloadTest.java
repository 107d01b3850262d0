// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.contentOf;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.conversations.api.TwilioException;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of messages on their way from Twilio, and what it says of them. */
class DownloadTest {

    private static final String MEDIA = "ME" + "0".repeat(32);

    private final StubbedMedia stubbed = new StubbedMedia();

    @AfterEach
    void stop() {
        stubbed.close();
    }

    @Test
    void aDownloadIsATemporaryFileWithItsTypeAndNameThatIsGoneAfterwards() throws Exception {
        stubbed.service.stubFor(WireMock.get("/v1/Services/" + StubbedMedia.SERVICE + "/Media/" + MEDIA).willReturn(WireMock.okJson("""
                {"sid":"ME1","content_type":"text/plain","filename":"..\\\\a:b.txt","links":{"content_direct_temporary":"/content"}}""")));
        stubbed.service.stubFor(WireMock.get("/content").willReturn(WireMock.ok("hello")));
        AtomicReference<File> file = new AtomicReference<>();
        Map<String, Object> headers = new HashMap<>();
        stubbed.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:download").to("twilio-conversations:media/download").process(exchange -> {
                    file.set(exchange.getMessage().getBody(File.class));
                    assertThat(file.get()).hasContent("hello");
                    headers.putAll(exchange.getMessage().getHeaders());
                });
            }
        });
        stubbed.context.createProducerTemplate().sendBody("direct:download", Map.of("sid", MEDIA));
        assertThat(headers).containsEntry(Exchange.CONTENT_TYPE, "text/plain").containsEntry(Exchange.FILE_NAME, "a_b.txt");
        assertThat(file.get()).doesNotExist();
        stubbed.service.verify(WireMock.getRequestedFor(WireMock.urlEqualTo("/content")).withoutHeader("Authorization"));
    }

    @Test
    void aDownloadIsReadableForWhoAskedForItAndGoneOnceNobodyHasIt() throws Exception {
        described();
        stubbed.service.stubFor(WireMock.get("/content").willReturn(WireMock.ok("hello")));
        File file = stubbed.context.createProducerTemplate().requestBody(
                "twilio-conversations:media/download?sid=" + MEDIA, null, File.class);
        System.gc();
        assertThat(file).hasContent("hello");
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.toPath()))).isEqualTo("rw-------");
        }
        Path path = file.toPath();
        file = null;
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return Files.notExists(path);
        });
    }

    @Test
    void aDownloadLivesAsLongAsATapThatIsSlowerThanItsRoute() throws Exception {
        described();
        stubbed.service.stubFor(WireMock.get("/content").willReturn(WireMock.ok("hello")));
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<String> tapped = new CompletableFuture<>();
        stubbed.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:tapped").to("twilio-conversations:media/download").wireTap("direct:tap")
                        .setBody(constant("other"));
                from("direct:tap").process(exchange -> {
                    done.await(20, TimeUnit.SECONDS);
                    System.gc();
                    tapped.complete(exchange.getMessage().getBody(String.class));
                });
            }
        });
        stubbed.context.createProducerTemplate().sendBody("direct:tapped", Map.of("sid", MEDIA));
        done.countDown();
        assertThat(tapped.get(20, TimeUnit.SECONDS)).isEqualTo("hello");
    }

    @Test
    void downloadsThatAreCollectedAreReadable() throws Exception {
        described();
        stubbed.service.stubFor(WireMock.get("/content").willReturn(WireMock.ok("hello")));
        AtomicReference<Object> read = new AtomicReference<>();
        stubbed.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:each").split(body(), new GroupedBodyAggregationStrategy())
                        .to("twilio-conversations:media/download").end()
                        .process(exchange -> read.set(exchange.getMessage().getBody(List.class).stream()
                                .map(file -> contentOf((File) file)).toList()));
            }
        });
        stubbed.context.createProducerTemplate().sendBody("direct:each", List.of(Map.of("sid", MEDIA), Map.of("sid", MEDIA)));
        assertThat(read.get()).isEqualTo(List.of("hello", "hello"));
    }

    @Test
    void aDownloadThatEndsBeforeItsSizeIsTriedAgainAndNeverTakenForWhole() throws Exception {
        stubbed.service.stubFor(WireMock.get("/v1/Services/" + StubbedMedia.SERVICE + "/Media/" + MEDIA).willReturn(WireMock.okJson(
                "{\"sid\":\"ME1\",\"size\":5,\"links\":{\"content_direct_temporary\":\"/content\"}}")));
        stubbed.answers(() -> WireMock.get("/content"), WireMock.ok("hel"), WireMock.ok("hello"));
        String uri = "twilio-conversations:media/download?sid=" + MEDIA;
        assertThat(stubbed.context.createProducerTemplate().requestBody(uri, null, File.class)).hasContent("hello");

        stubbed.service.stubFor(WireMock.get("/content").willReturn(WireMock.ok("")));
        assertThatThrownBy(() -> stubbed.context.createProducerTemplate().requestBody(uri + "&maxRetries=0", (Object) null))
                .cause().isInstanceOf(IOException.class).hasMessage("The file was cut short: 0 of 5 bytes came");
    }

    @Test
    void aFileThatIsGoneIsAClearError() {
        stubbed.service.stubFor(WireMock.get(WireMock.anyUrl())
                .willReturn(WireMock.notFound().withBody("{\"code\":20404,\"message\":\"not found\"}")));
        assertThatThrownBy(() -> stubbed.context.createProducerTemplate()
                .requestBody("twilio-conversations:media/fetch?sid=" + MEDIA, (Object) null))
                .cause().isInstanceOf(TwilioException.class).hasMessageContaining("media/fetch: 404 (code 20404)");
    }

    @Test
    void repeatsAreBounded() {
        stubbed.service.stubFor(WireMock.get(WireMock.anyUrl())
                .willReturn(WireMock.serverError().withHeader("Retry-After", "0")));
        assertThatThrownBy(() -> stubbed.context.createProducerTemplate()
                .requestBody("twilio-conversations:media/fetch?maxRetries=2&sid=" + MEDIA, (Object) null))
                .cause().isInstanceOf(TwilioException.class);
        stubbed.service.verify(3, WireMock.getRequestedFor(WireMock.anyUrl()));
    }

    @Test
    void aDownloadThatBreaksOffIsBegunAnew() throws Exception {
        described();
        stubbed.answers(() -> WireMock.get("/content"), WireMock.ok().withFault(Fault.MALFORMED_RESPONSE_CHUNK), WireMock.ok("hello"));
        stubbed.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:anew").to("twilio-conversations:media/download").convertBodyTo(String.class);
            }
        });
        assertThat(stubbed.context.createProducerTemplate().requestBody("direct:anew", Map.of("sid", MEDIA))).isEqualTo("hello");
    }

    @ParameterizedTest
    @CsvSource({"0,", ",4"})
    void aDownloadThatFailsLeavesNoFile(String retries, String longest) throws Exception {
        described();
        stubbed.service.stubFor(WireMock.get("/content").willReturn(longest == null
                ? WireMock.ok().withFault(Fault.MALFORMED_RESPONSE_CHUNK)
                : WireMock.ok("hello").withHeader("Transfer-Encoding", "chunked")));
        List<Path> before = temporaryFiles();
        List<Path> during = new ArrayList<>();
        stubbed.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:fails").onException(IOException.class).handled(true)
                        .process(exchange -> during.addAll(temporaryFiles())).end()
                        .to("twilio-conversations:media/download?" + (longest == null ? "maxRetries=0" : "maxSize=" + longest));
            }
        });
        stubbed.context.createProducerTemplate().requestBody("direct:fails", Map.of("sid", MEDIA));
        assertThat(before).containsAll(during);
        stubbed.service.verify(1, WireMock.getRequestedFor(WireMock.urlEqualTo("/content")));
    }

    private void described() {
        stubbed.service.stubFor(WireMock.get("/v1/Services/" + StubbedMedia.SERVICE + "/Media/" + MEDIA).willReturn(WireMock.okJson(
                "{\"sid\":\"ME1\",\"links\":{\"content_direct_temporary\":\"/content\"}}")));
    }

    private List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(PrivateFiles.of(stubbed.context).directory())) {
            return files.filter(file -> !file.endsWith("lock")).toList();
        }
    }
}
