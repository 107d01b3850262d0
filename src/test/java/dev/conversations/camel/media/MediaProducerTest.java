package dev.conversations.camel.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.contentOf;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.conversations.api.TwilioException;
import dev.conversations.camel.ConversationsComponent;
import dev.conversations.model.Media;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaProducerTest {

    private static final String SERVICE = "IS" + "0".repeat(32);
    private static final String MEDIA = "ME" + "0".repeat(32);

    @TempDir
    static Path folder;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private WireMockServer service;

    @BeforeEach
    void start() {
        service = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        service.start();
        ConversationsComponent component = new ConversationsComponent();
        component.getConfiguration().setAccountSid("AC" + "0".repeat(32));
        component.getConfiguration().setAuthToken("token");
        component.getConfiguration().setMediaBaseUri(service.baseUrl());
        component.setChatServiceSid(SERVICE);
        context.addComponent("twilio-conversations", component);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        service.stop();
    }

    static Stream<Object> bodies() throws Exception {
        Path file = Files.writeString(folder.resolve("hello.txt"), "hello");
        return Stream.of("hello", "hello".getBytes(), new ByteArrayInputStream("hello".getBytes()), file.toFile(), file);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void whateverCanBeAFileIsUploadedWithItsLengthAndType(Object body) {
        service.stubFor(WireMock.post("/v1/Services/" + SERVICE + "/Media")
                .willReturn(WireMock.okJson("{\"sid\":\"ME1\",\"size\":5}").withStatus(201)));
        Media media = (Media) upload(body, Map.of(Exchange.CONTENT_TYPE, "text/plain"));
        assertThat(media.sid()).isEqualTo("ME1");
        service.verify(WireMock.postRequestedFor(WireMock.anyUrl())
                .withHeader("Content-Type", WireMock.containing("text/plain"))
                .withHeader("Content-Length", WireMock.equalTo("5"))
                .withBasicAuth(new BasicCredentials("AC" + "0".repeat(32), "token"))
                .withRequestBody(WireMock.equalTo("hello")));
    }

    @Test
    void aFileKeepsItsNameButNoPath() {
        service.stubFor(WireMock.post(WireMock.anyUrl()).willReturn(WireMock.okJson("{\"sid\":\"ME1\"}")));
        upload("hello", Map.of(Exchange.FILE_NAME, "../../etc/Grüße.txt"));
        byte[] body = service.getAllServeEvents().get(0).getRequest().getBody();
        assertThat(new String(body, StandardCharsets.UTF_8)).contains("name=\"Media\"; filename=\"Grüße.txt\"");
    }

    @Test
    void whatIsNoFileIsRefusedByName() {
        assertThatThrownBy(() -> upload(null, Map.of())).rootCause()
                .hasMessage("media/upload takes a file, a stream, bytes or a text as body; there is none");
    }

    @Test
    void aDownloadIsATemporaryFileWithItsTypeAndNameThatIsGoneAfterwards() throws Exception {
        service.stubFor(WireMock.get("/v1/Services/" + SERVICE + "/Media/" + MEDIA).willReturn(WireMock.okJson("""
                {"sid":"ME1","content_type":"text/plain","filename":"..\\\\a:b.txt","links":{"content_direct_temporary":"/content"}}""")));
        service.stubFor(WireMock.get("/content").willReturn(WireMock.ok("hello")));
        AtomicReference<File> file = new AtomicReference<>();
        Map<String, Object> headers = new HashMap<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:download").to("twilio-conversations:media/download").process(exchange -> {
                    file.set(exchange.getMessage().getBody(File.class));
                    assertThat(file.get()).hasContent("hello");
                    headers.putAll(exchange.getMessage().getHeaders());
                });
            }
        });
        context.createProducerTemplate().sendBody("direct:download", Map.of("sid", MEDIA));
        assertThat(headers).containsEntry(Exchange.CONTENT_TYPE, "text/plain").containsEntry(Exchange.FILE_NAME, "a_b.txt");
        assertThat(file.get()).doesNotExist();
        service.verify(WireMock.getRequestedFor(WireMock.urlEqualTo("/content")).withoutHeader("Authorization"));
    }

    @Test
    void aDownloadIsReadableForWhoAskedForItAndGoneOnceNobodyHasIt() throws Exception {
        described();
        service.stubFor(WireMock.get("/content").willReturn(WireMock.ok("hello")));
        File file = context.createProducerTemplate().requestBody(
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
        service.stubFor(WireMock.get("/content").willReturn(WireMock.ok("hello")));
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<String> tapped = new CompletableFuture<>();
        context.addRoutes(new RouteBuilder() {
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
        context.createProducerTemplate().sendBody("direct:tapped", Map.of("sid", MEDIA));
        done.countDown();
        assertThat(tapped.get(20, TimeUnit.SECONDS)).isEqualTo("hello");
    }

    @Test
    void downloadsThatAreCollectedAreReadable() throws Exception {
        described();
        service.stubFor(WireMock.get("/content").willReturn(WireMock.ok("hello")));
        AtomicReference<Object> read = new AtomicReference<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:each").split(body(), new GroupedBodyAggregationStrategy())
                        .to("twilio-conversations:media/download").end()
                        .process(exchange -> read.set(exchange.getMessage().getBody(List.class).stream()
                                .map(file -> contentOf((File) file)).toList()));
            }
        });
        context.createProducerTemplate().sendBody("direct:each", List.of(Map.of("sid", MEDIA), Map.of("sid", MEDIA)));
        assertThat(read.get()).isEqualTo(List.of("hello", "hello"));
    }

    @Test
    void aDownloadThatEndsBeforeItsSizeIsTriedAgainAndNeverTakenForWhole() throws Exception {
        service.stubFor(WireMock.get("/v1/Services/" + SERVICE + "/Media/" + MEDIA).willReturn(WireMock.okJson(
                "{\"sid\":\"ME1\",\"size\":5,\"links\":{\"content_direct_temporary\":\"/content\"}}")));
        answers(() -> WireMock.get("/content"), WireMock.ok("hel"), WireMock.ok("hello"));
        String uri = "twilio-conversations:media/download?sid=" + MEDIA;
        assertThat(context.createProducerTemplate().requestBody(uri, null, File.class)).hasContent("hello");

        service.stubFor(WireMock.get("/content").willReturn(WireMock.ok("")));
        assertThatThrownBy(() -> context.createProducerTemplate().requestBody(uri + "&maxRetries=0", (Object) null))
                .cause().isInstanceOf(IOException.class).hasMessage("The file was cut short: 0 of 5 bytes came");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aContentTypeThatSaysNothingIsThatOfAnyFile(String type) {
        service.stubFor(WireMock.post(WireMock.anyUrl()).willReturn(WireMock.okJson("{\"sid\":\"ME1\"}")));
        Map<String, Object> headers = new HashMap<>();
        headers.put("CamelTwilioConversationsContentType", type);
        headers.put(Exchange.CONTENT_TYPE, type);
        upload("hello", headers);
        service.verify(WireMock.postRequestedFor(WireMock.anyUrl())
                .withHeader("Content-Type", WireMock.equalTo("application/octet-stream")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "image/", "/png", "image/png/x", "image/png\r\nX: y", ";"})
    void aContentTypeThatIsNoneIsRefusedByName(String type) {
        assertThatThrownBy(() -> upload("hello", Map.of(Exchange.CONTENT_TYPE, type))).cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Option contentType must be a media type such as image/png");
        service.verify(0, WireMock.anyRequestedFor(WireMock.anyUrl()));
    }

    @Test
    void aFileThatIsGoneIsAClearError() {
        service.stubFor(WireMock.get(WireMock.anyUrl())
                .willReturn(WireMock.notFound().withBody("{\"code\":20404,\"message\":\"not found\"}")));
        assertThatThrownBy(() -> context.createProducerTemplate()
                .requestBody("twilio-conversations:media/fetch?sid=" + MEDIA, (Object) null))
                .cause().isInstanceOf(TwilioException.class).hasMessageContaining("media/fetch: 404 (code 20404)");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void anUploadIsRepeatedSinceAFileThatNoMessageTakesVanishes(int status) {
        answers(() -> WireMock.post(WireMock.anyUrl()), WireMock.status(status).withHeader("Retry-After", "0"),
                WireMock.okJson("{\"sid\":\"ME1\"}").withStatus(201));
        assertThat(((Media) upload(new ByteArrayInputStream("hello".getBytes()), Map.of())).sid()).isEqualTo("ME1");
        service.verify(2, WireMock.postRequestedFor(WireMock.anyUrl()).withRequestBody(WireMock.equalTo("hello")));
    }

    @Test
    void anUploadThatIsRefusedIsNotRepeated() {
        service.stubFor(WireMock.post(WireMock.anyUrl()).willReturn(WireMock.badRequest()));
        assertThatThrownBy(() -> upload("hello", Map.of())).cause().isInstanceOf(TwilioException.class);
        service.verify(1, WireMock.postRequestedFor(WireMock.anyUrl()));
    }

    @Test
    void repeatsAreBounded() {
        service.stubFor(WireMock.get(WireMock.anyUrl())
                .willReturn(WireMock.serverError().withHeader("Retry-After", "0")));
        assertThatThrownBy(() -> context.createProducerTemplate()
                .requestBody("twilio-conversations:media/fetch?maxRetries=2&sid=" + MEDIA, (Object) null))
                .cause().isInstanceOf(TwilioException.class);
        service.verify(3, WireMock.getRequestedFor(WireMock.anyUrl()));
    }

    @Test
    void aDownloadThatBreaksOffIsBegunAnew() throws Exception {
        described();
        answers(() -> WireMock.get("/content"), WireMock.ok().withFault(Fault.MALFORMED_RESPONSE_CHUNK), WireMock.ok("hello"));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:anew").to("twilio-conversations:media/download").convertBodyTo(String.class);
            }
        });
        assertThat(context.createProducerTemplate().requestBody("direct:anew", Map.of("sid", MEDIA))).isEqualTo("hello");
    }

    @ParameterizedTest
    @CsvSource({"0,", ",4"})
    void aDownloadThatFailsLeavesNoFile(String retries, String longest) throws Exception {
        described();
        service.stubFor(WireMock.get("/content").willReturn(longest == null
                ? WireMock.ok().withFault(Fault.MALFORMED_RESPONSE_CHUNK)
                : WireMock.ok("hello").withHeader("Transfer-Encoding", "chunked")));
        List<Path> before = temporaryFiles();
        List<Path> during = new ArrayList<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:fails").onException(IOException.class).handled(true)
                        .process(exchange -> during.addAll(temporaryFiles())).end()
                        .to("twilio-conversations:media/download?" + (longest == null ? "maxRetries=0" : "maxSize=" + longest));
            }
        });
        context.createProducerTemplate().requestBody("direct:fails", Map.of("sid", MEDIA));
        assertThat(before).containsAll(during);
        service.verify(1, WireMock.getRequestedFor(WireMock.urlEqualTo("/content")));
    }

    private void described() {
        service.stubFor(WireMock.get("/v1/Services/" + SERVICE + "/Media/" + MEDIA).willReturn(WireMock.okJson(
                "{\"sid\":\"ME1\",\"links\":{\"content_direct_temporary\":\"/content\"}}")));
    }

    private void answers(Supplier<MappingBuilder> request, ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        service.stubFor(request.get().inScenario("twice").whenScenarioStateIs(Scenario.STARTED).willReturn(first)
                .willSetStateTo("again"));
        service.stubFor(request.get().inScenario("twice").whenScenarioStateIs("again").willReturn(then));
    }

    private List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(PrivateFiles.of(context).directory())) {
            return files.filter(file -> !file.endsWith("lock")).toList();
        }
    }

    private Object upload(Object body, Map<String, Object> headers) {
        return context.createProducerTemplate().requestBodyAndHeaders("twilio-conversations:media/upload", body, headers);
    }
}
