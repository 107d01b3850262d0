// SPDX-License-Identifier: Apache-2.0
package dev.conversations.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.app.LoggedLines;
import dev.conversations.app.RunningBridge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that could be read in two ways, or lie about their length: nothing is smuggled, and others are served. */
class MalformedRequestsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final String TYPE = "Content-Type: application/x-www-form-urlencoded";
    private static final String HOST = "Host: localhost";
    private static final String CHUNKS = "3\r\na=b\r\n0\r\n\r\n";
    private static final String SMUGGLED = "DELETE /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static RunningBridge bridge;

    @BeforeAll
    static void start() throws Exception {
        bridge = RunningBridge.start(Map.of());
    }

    @AfterAll
    static void stop() {
        bridge.close();
    }

    /** What must be the last of its connection. */
    static Stream<Arguments> ambiguous() {
        return each(
                List.of("no Host", "POST", "Content-Length: 3", "", "a=b"),
                List.of("two Hosts", "POST", HOST, "Host: other", "Content-Length: 3", "", "a=b"),
                List.of("an odd Host", "POST", "Host: a b/@c:99999", "Content-Length: 3", "", "a=b"),
                List.of("length and encoding", "POST", HOST, "Content-Length: 3", "Transfer-Encoding: chunked", "", "0\r\n\r\n"),
                List.of("encoding and length", "POST", HOST, "Transfer-Encoding: chunked", "Content-Length: 3", "", CHUNKS),
                List.of("two lengths", "POST", HOST, "Content-Length: 3", "Content-Length: 40", "", "a=b"),
                List.of("a list of lengths", "POST", HOST, "Content-Length: 3, 4", "", "a=b"),
                List.of("a signed length", "POST", HOST, "Content-Length: +3", "", "a=b"),
                List.of("a negative length", "POST", HOST, "Content-Length: -3", "", "a=b"),
                List.of("a length beyond all numbers", "POST", HOST, "Content-Length: 99999999999999999999", "", "a=b"),
                List.of("an unknown encoding", "POST", HOST, "Transfer-Encoding: xchunked", "", CHUNKS),
                List.of("a quoted encoding", "POST", HOST, "Transfer-Encoding: \"chunked\"", "", CHUNKS),
                List.of("an encoding after chunks", "POST", HOST, "Transfer-Encoding: chunked, identity", "", CHUNKS),
                List.of("chunks in chunks", "POST", HOST, "Transfer-Encoding: chunked, chunked", "", CHUNKS),
                List.of("two encodings", "POST", HOST, "Transfer-Encoding: chunked", "Transfer-Encoding: identity", "", CHUNKS),
                List.of("a control character in an encoding", "POST", HOST, "Transfer-Encoding: chunked\u000b", "", CHUNKS),
                List.of("a space before the colon", "POST", HOST, "Transfer-Encoding : chunked", "", CHUNKS),
                List.of("a folded encoding", "POST", HOST, "Transfer-Encoding:", " chunked", "", CHUNKS),
                List.of("NUL in a header", "POST", HOST, "X: a\u0000b", "Content-Length: 3", "", "a=b"));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("ambiguous")
    void whatCouldBeReadInTwoWaysEndsTheConnection(String what, Target target, String request) throws Exception {
        try (LoggedLines logged = LoggedLines.capture(); Stranger stranger = target.stranger()) {
            List<Integer> statuses = stranger.send(request + SMUGGLED).read(PATIENCE);

            assertThat(statuses).endsWith(0).allMatch(status -> status == 0 || status == 400 || status == 501);
            assertThat(logged.lines()).noneMatch(line -> line.contains("Exception") || line.contains("Unhandled"));
        }
        assertThat(target.serve()).isEqualTo(200);
    }

    /** What may be answered in any way but well. */
    static Stream<Arguments> lies() {
        return each(
                List.of("a body longer than said", "POST", HOST, "Content-Length: 1", "", "a=b"),
                List.of("a body shorter than said", "POST", HOST, "Content-Length: 1000", "", "a=b"),
                List.of("an immense body", "POST", HOST, "Content-Length: 10000000000", "", "a=b"),
                List.of("a chunk of no number", "POST", HOST, "Transfer-Encoding: chunked", "", "zz\r\na=b\r\n0\r\n\r\n"),
                List.of("a negative chunk", "POST", HOST, "Transfer-Encoding: chunked", "", "-3\r\na=b\r\n0\r\n\r\n"),
                List.of("an immense chunk", "POST", HOST, "Transfer-Encoding: chunked", "", "ffffffffffffffff\r\na=b\r\n0\r\n\r\n"),
                List.of("a chunk longer than said", "POST", HOST, "Transfer-Encoding: chunked", "", "1\r\na=b\r\n0\r\n\r\n"),
                List.of("a body that waits to be asked for", "POST", HOST, "Content-Length: 3", "Expect: 100-continue", "", ""),
                List.of("an endless header", "POST", HOST, "X: " + "a".repeat(70_000), "", ""),
                List.of("endless headers", "POST", HOST, "X: a\r\n".repeat(20_000), "", ""),
                List.of("a folded header", "POST", HOST, "X: a", " b", "Content-Length: 3", "", "a=b"));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("lies")
    void liesAboutLengthsHarmNobody(String what, Target target, String request) throws Exception {
        try (Stranger stranger = target.stranger()) {
            stranger.send(request);

            assertThat(target.serve()).isEqualTo(200);
            assertThat(stranger.send("").read(Duration.ofMillis(100))).noneMatch(status -> status >= 200 && status < 400 || status == 500);
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void linesThatEndInOneCharacterHarmNobody(Target target) throws Exception {
        for (String end : new String[] {"\n", "\r"}) {
            try (Stranger stranger = target.stranger()) {
                stranger.send(target.head("POST", HOST, "Content-Length: 3", "").replace("\r\n", end) + "a=b");

                assertThat(target.serve()).isEqualTo(200);
                assertThat(stranger.read(Duration.ofMillis(100))).noneMatch(status -> status >= 200 && status < 400);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void nobodyIsConnectedToElsewhere(Target target) throws Exception {
        try (Stranger stranger = target.stranger()) {
            assertThat(stranger.send("CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n").read(PATIENCE))
                    .endsWith(0).allMatch(status -> status == 0 || status >= 400 && status < 500);
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void aBodyThatIsTooLongEndsTheConnection(Target target) throws Exception {
        try (Stranger stranger = target.stranger()) {
            stranger.send(target.head("POST", HOST, TYPE, "Content-Length: 2000000", "") + "a".repeat(1_100_000));

            assertThat(stranger.read(PATIENCE)).containsExactly(413, 0);
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void aBodyThatDoesNotComeEndsTheConnection(Target target) throws Exception {
        try (Stranger stranger = target.stranger()) {
            stranger.send(target.head("POST", HOST, TYPE, "Content-Length: 10", "") + "a=");

            assertThat(stranger.read(PATIENCE)).endsWith(0).allMatch(status -> status == 0 || status == 400 || status == 408);
        }
    }

    static Stream<Target> targets() {
        return Target.of(bridge);
    }

    /** Each with each target: a name, a method, the lines of a head, and a body. */
    @SafeVarargs
    private static Stream<Arguments> each(List<String>... cases) {
        return Stream.of(cases).flatMap(one -> targets().map(target -> Arguments.of(one.get(0), target,
                target.head(one.get(1), Stream.concat(Stream.of(TYPE), one.subList(2, one.size() - 1).stream()).toArray(String[]::new))
                        + one.get(one.size() - 1))));
    }
}
